/** A case for whoever may work on it: what it is, until when, and the one next step; everything else is folded. */

import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import type { SeenCase } from '../../flows/cases/case-action-row.ts';
import type { CaseFace } from '../../flows/cases/case-face.ts';
import type { Unheard } from '../../flows/cases/heard-when.ts';
import { proposalDetail } from '../../flows/cases/plain-words.ts';
import { nextStep } from '../../requests/case/next-step.ts';
import { openActions } from '../../requests/case/open-actions.ts';
import type { NextStep } from '../../requests/case/step.ts';
import type { CaseAction } from '../../requests/decisions/case-actions.ts';
import { pending } from '../../requests/decisions/two-persons.ts';
import { actions, button, context, escaped, plain, section, shortened } from '../blocks.ts';
import { actionGroups } from './action-groups.ts';
import { proposalBlocks, toBeSigned } from './approval.ts';
import { cameBack } from './came-back.ts';
import { caseActionButton, caseActionValue, toldBlocks } from './case-action-button.ts';
import { dueLine, flagWords, otherDates } from './case-due.ts';
import { factLines, personBlocks, personLine } from './case-facts.ts';
import type { CasePlace, Unfolded } from './case-place.ts';
import { checklistBlocks } from './case-tasks.ts';
import { dateWords, mention, unheardWords } from './case-words.ts';
import { rightOf } from './right-names.ts';

/** Drawn where they belong: at a task, at a proposal, in a letter. */
const elsewhere: readonly CaseAction[] = [
  'markDone',
  'agree',
  'decline',
  'approveLetter',
  'recordLetterSent',
];

/** Where there are two ways to decide, the other stands beside the first. */
const beside: Readonly<Partial<Record<CaseAction, CaseAction>>> = {
  approve: 'return',
  agree: 'decline',
  stopUse: 'goOn',
};

/** What an action is about besides the case: the fingerprint of the letter that an approver reads. */
const aboutOf = (action: CaseAction, { request }: SeenCase): string =>
  action === 'approve' ? (request.review?.contentHash ?? '') : '';

/** A case that another one waits for is one press away. */
const othersNamed = (words: string, number: string): readonly KnownBlock[] => {
  const others = [...new Set(words.match(/\b(?:DSR|CMP|CLT)-\d{4}-\d{4,}\b/g))].filter(
    (each) => each !== number,
  );
  return others.length === 0
    ? []
    : [
        actions(
          'case_others',
          others.slice(0, 5).map((each) => button(`Open ${each}`, `open_case:${each}`, each)),
        ),
      ];
};

const stepBlocks = (seen: SeenCase, { act, id, words }: NextStep): readonly KnownBlock[] => {
  const { request } = seen;
  const proposal = request.approvals.find(({ id }) => id === act?.about);
  const detail =
    proposal === undefined
      ? ''
      : `\n${mention(proposal.by)} wants to ${escaped(proposalDetail(proposal.proposal, request, seen.moment.law))}.`;
  const way = act === null ? undefined : beside[act.action];
  // Whoever recognises the person after all says so, and nobody is asked for anything.
  const others =
    id === 'identity'
      ? [caseActionButton('markDone', request.number, 'identity', { label: 'We know who it is' })]
      : way === undefined
        ? []
        : [caseActionButton(way, request.number, way === 'decline' ? (act?.about ?? '') : '')];
  return [
    section(`*Next:* ${escaped(words)}${detail}`),
    ...toldBlocks(act?.action, request.right),
    ...toBeSigned(seen, act),
    ...(act === null && openActions(request, seen.moment).includes('reopen')
      ? [actions('case_step', [caseActionButton('reopen', request.number)])]
      : []),
    ...(act === null
      ? othersNamed(words, request.number)
      : [
          actions('case_step', [
            caseActionButton(act.action, request.number, act.about, { style: 'primary' }),
            ...others,
          ]),
        ]),
  ];
};

const foldButton = (label: string, fold: Exclude<Unfolded, null>, place: CasePlace) =>
  button(place.unfolded === fold ? `Hide ${label.toLowerCase()}` : label, `case_fold:${fold}`, fold, {
    accessibility_label: `${place.unfolded === fold ? 'Hide' : 'Show'} ${label}: ${place.number}`,
  });

/** Hides what it has shown: the short paragraph, or every line of it. */
const whyButton = ({ unfolded }: CasePlace) =>
  unfolded === 'why' || unfolded === 'reasons'
    ? button('Hide the reasons', 'case_fold:why', unfolded)
    : button('Why this date?', 'case_fold:why', 'why');

const foldBlocks = (place: CasePlace, second: boolean): KnownBlock =>
  actions('case_pages', [
    foldButton('Steps', 'steps', place),
    whyButton(place),
    // An approver finds the letter behind the button; there are enough controls without this one.
    ...(second ? [] : [button('Letters', `open_letters:${place.number}`, place.number)]),
    button('History', 'case_history', place.number),
    foldButton('More', 'more', place),
  ]);

/** Why in a short paragraph, the other dates small; every line of the reasons one press further. */
const whyBlocks = (face: CaseFace): readonly KnownBlock[] => {
  const notice = face.extensionNoticeDue;
  const others = [
    ...otherDates(face),
    ...(notice === null ? [] : [`An extension would have to be notified by *${dateWords(notice)}*.`]),
  ];
  return [
    section(shortened(`*Why this date?*\n${escaped(face.why)}`, 2_900)),
    ...(others.length === 0 ? [] : [context(others.join('\n'))]),
    ...(face.explanation.length < 2
      ? []
      : [actions('case_reasons', [button('All the reasons', 'case_fold:reasons', 'reasons')])]),
  ];
};

/** All that was weighed, line by line, as a list that a block can hold. */
const reasonBlocks = (face: CaseFace): readonly KnownBlock[] => [
  section(
    shortened(`*All the reasons*\n${face.explanation.map((line) => `• ${escaped(line)}`).join('\n')}`, 2_900),
  ),
];

const moreBlocks = (seen: SeenCase, face: CaseFace, step: NextStep, fresh: string): readonly KnownBlock[] => {
  const { request, moment } = seen;
  const { number } = request;
  const open = openActions(request, moment);
  const rest = open.filter((action) => !elsewhere.includes(action) && action !== step.act?.action);
  const others = pending(request).filter(({ id }) => id !== step.act?.about);
  const menu: ActionsBlock['elements'] =
    rest.length === 0
      ? []
      : [
          {
            type: 'static_select',
            action_id: 'case_do:more',
            placeholder: plain('Do something else …'),
            option_groups: actionGroups(rest, (action) =>
              caseActionValue(action, number, aboutOf(action, seen)),
            ),
          },
        ];
  return [
    section(`*More*\n${factLines(face, seen)}`),
    ...personBlocks(seen),
    ...others
      .slice(0, 10)
      .flatMap(({ id, by, proposal }): readonly KnownBlock[] => [
        section(
          `👥 *An approver has to decide:* ${escaped(proposalDetail(proposal, request, moment.law))}. Proposed by ${mention(by)}.`,
        ),
        ...(open.includes('agree') && by !== moment.actor.id
          ? [
              ...proposalBlocks(seen, id),
              actions(`case_pending_${id}`, [
                caseActionButton('agree', number, id),
                caseActionButton('decline', number, id),
              ]),
            ]
          : []),
      ]),
    {
      type: 'actions',
      // A block id of its own each time: otherwise the menu would still show what was chosen last.
      block_id: `case_actions_${fresh}`,
      elements: [...menu, button('Why can’t I …?', 'case_why', number)],
    },
  ];
};

export type CaseShown = {
  readonly seen: SeenCase;
  readonly face: CaseFace;
  readonly unheard: Unheard | null;
  /** What is now so after an action, in a sentence; null otherwise. */
  readonly news: string | null;
  /** Not used before. */
  readonly fresh: string;
  readonly place: CasePlace;
};

export const caseView = ({ seen, face, unheard, news, fresh, place }: CaseShown): ModalView => {
  const { request, moment } = seen;
  const flags = flagWords(face);
  const step = nextStep(request, moment);
  const unfolded: Readonly<Record<Exclude<Unfolded, null>, () => readonly KnownBlock[]>> = {
    steps: () => checklistBlocks(request.tasks, seen, openActions(request, moment).includes('markDone')),
    why: () => whyBlocks(face),
    reasons: () => reasonBlocks(face),
    more: () => moreBlocks(seen, face, step, fresh),
  };
  const owner = request.owner === null ? '_nobody yet_' : mention(request.owner);
  return {
    type: 'modal',
    callback_id: 'case',
    private_metadata: JSON.stringify(place),
    title: plain(shortened(request.number, 24)),
    close: plain('Close'),
    blocks: [
      ...(news === null ? [] : [section(`✅ *${escaped(news)}*`)]),
      section(
        [
          `*${rightOf(request)}*${flags.length > 0 ? `  ${flags.join('  ')}` : ''}`,
          dueLine(face),
          `Owner: ${owner}`,
        ].join('\n'),
      ),
      ...personLine(seen),
      ...cameBack(seen),
      ...stepBlocks(seen, step),
      ...(unheard === null ? [] : [context(unheardWords(unheard))]),
      foldBlocks(place, step.act?.action === 'approve' || step.act?.action === 'agree'),
      ...(place.unfolded === null ? [] : [{ type: 'divider' as const }, ...unfolded[place.unfolded]()]),
    ],
  };
};
