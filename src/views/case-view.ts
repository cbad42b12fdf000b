/** A case for whoever may work on it: facts, clock, what to do next, checklist. The only place that shows the person's identity. */

import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import type { CaseFace } from '../flows/cases/case-face.ts';
import type { SeenCase } from '../flows/cases/gesture-row.ts';
import { gestureRows, isCaseGesture } from '../flows/cases/gesture-rows.ts';
import { proposalDetail, when } from '../flows/cases/plain-words.ts';
import { openSteps } from '../requests/case/next-steps.ts';
import { type Gesture, rules } from '../requests/decisions/gestures.ts';
import { actions, button, context, escaped, mrkdwn, plain, section, shortened } from './blocks.ts';
import { gestureValue } from './case-card.ts';
import { dueLine, flagWords, otherDates } from './case-due.ts';
import { factLines, personBlocks } from './case-facts.ts';
import { eventLine } from './case-history.ts';
import { checklistBlocks } from './case-tasks.ts';
import { dateWords, mention } from './case-words.ts';
import { rightNames } from './right-names.ts';

/** In the order in which a case goes; the first four that are open become buttons. */
const leading: readonly Gesture[] = [
  'take',
  'markStopped',
  'confirmStopped',
  'forward',
  'identityReceived',
  'authorityReceived',
  'feePaid',
  'clarificationReceived',
  'approve',
  'return',
  'recordExtensionNotice',
  'recordResponseSent',
  'close',
  'sendForReview',
  'proposeDeletion',
  'askForIdentity',
  'askForClarification',
  'extend',
];

/** Drawn where they belong: at a task or at a proposal. */
const elsewhere: readonly Gesture[] = ['markDone', 'agree', 'decline', 'approveLetter', 'recordLetterSent'];

const styles: Readonly<Partial<Record<Gesture, 'primary' | 'danger'>>> = {
  approve: 'primary',
  take: 'primary',
};

export const gestureButton = (gesture: Gesture, number: string, about = '') => {
  const { label } = rules[gesture];
  const row = isCaseGesture(gesture) ? gestureRows[gesture] : null;
  const style = styles[gesture];
  return button(
    label,
    `case_do:${gesture}${about === '' ? '' : `:${about}`}`,
    gestureValue(gesture, number, about),
    {
      accessibility_label: shortened(`${label}: ${number}`, 75),
      ...(style === undefined ? {} : { style }),
      ...(row?.sure === undefined
        ? {}
        : {
            confirm: {
              title: plain(label),
              text: plain(row.sure),
              confirm: plain(label),
              deny: plain('Not now'),
            },
          }),
    },
  );
};

/** What a gesture is about besides the case: the fingerprint of the letter that an approver reads. */
const aboutOf = (gesture: Gesture, { request }: SeenCase): string =>
  gesture === 'approve' ? (request.review?.contentHash ?? '') : '';

const actionBlocks = (seen: SeenCase, fresh: string): readonly KnownBlock[] => {
  const { request, moment } = seen;
  const { number } = request;
  const open = openSteps(request, moment).filter((gesture) => !elsewhere.includes(gesture));
  // Taking over from a colleague is rare: it stands in the menu.
  const first = leading
    .filter((gesture) => open.includes(gesture) && (gesture !== 'take' || request.owner === null))
    .slice(0, 4);
  const rest = open.filter((gesture) => !first.includes(gesture));
  const more: ActionsBlock['elements'] =
    rest.length === 0
      ? []
      : [
          {
            type: 'static_select',
            action_id: 'case_do:more',
            placeholder: plain('More …'),
            options: rest.map((gesture) => ({
              text: plain(rules[gesture].label),
              value: gestureValue(gesture, number, aboutOf(gesture, seen)),
            })),
          },
        ];
  return [
    ...(first.length + more.length === 0
      ? []
      : [
          {
            type: 'actions' as const,
            // A block id of its own each time: otherwise the menu would still show what was chosen last.
            block_id: `case_actions_${fresh}`,
            elements: [
              ...first.map((gesture) => gestureButton(gesture, number, aboutOf(gesture, seen))),
              ...more,
            ],
          },
        ]),
    actions('case_pages', [
      button('Letters', `open_letters:${number}`, number),
      button('History', 'case_history', number),
      button('Why can’t I …?', 'case_why', number),
    ]),
  ];
};

const pendingBlocks = (seen: SeenCase, face: CaseFace): readonly KnownBlock[] => {
  const { request, moment } = seen;
  const open = openSteps(request, moment);
  return face.waitingFor
    .slice(0, 10)
    .flatMap(({ id, by, proposal }): readonly KnownBlock[] => [
      section(
        `👥 *A second person has to decide:* ${escaped(proposalDetail(proposal, request.timeZone))}. Proposed by ${mention(by)}.`,
      ),
      ...(open.includes('agree') && by !== moment.actor.id
        ? [
            actions(`case_pending_${id}`, [
              { ...gestureButton('agree', request.number, id), style: 'primary' as const },
              gestureButton('decline', request.number, id),
            ]),
          ]
        : []),
    ]);
};

/** Explanations line by line, in sections that a block can hold. */
const clockBlocks = (face: CaseFace): readonly KnownBlock[] => {
  const notice = face.extensionNoticeDue;
  const head = [
    dueLine(face),
    ...otherDates(face),
    ...(notice === null ? [] : [`An extension would have to be notified by *${dateWords(notice)}*.`]),
  ].join('\n');
  const lines = face.explanation.map((line) => `• ${escaped(line)}`);
  return [
    section(`*The clock*\n${head}`),
    ...(lines.length === 0 ? [] : [section(shortened(lines.join('\n'), 2_900))]),
  ];
};

export type CaseShown = {
  readonly seen: SeenCase;
  readonly face: CaseFace;
  /** "Done: …" after a gesture; null otherwise. */
  readonly news: string | null;
  /** Not used before. */
  readonly fresh: string;
};

export const caseView = ({ seen, face, news, fresh }: CaseShown): ModalView => {
  const { request, history } = seen;
  const flags = flagWords(face);
  return {
    type: 'modal',
    callback_id: 'case',
    private_metadata: request.number,
    title: plain(shortened(request.number, 24)),
    close: plain('Close'),
    blocks: [
      ...(news === null ? [] : [section(`✅ *${news}*`)]),
      section(
        `*${rightNames[request.right]}*${flags.length > 0 ? `  ${flags.join('  ')}` : ''}\n${factLines(face, seen)}`,
      ),
      ...pendingBlocks(seen, face),
      ...actionBlocks(seen, fresh),
      { type: 'divider' },
      ...clockBlocks(face),
      ...personBlocks(seen),
      { type: 'divider' },
      ...checklistBlocks(request.tasks, seen, openSteps(request, seen.moment).includes('markDone')),
      { type: 'divider' },
      context('*Last entries*'),
      {
        type: 'section',
        text: mrkdwn(
          shortened(
            [...history]
              .reverse()
              .slice(0, 5)
              .map((event) => `• ${when(event.at, request.timeZone)}: ${eventLine(event, seen)}`)
              .join('\n'),
            2_900,
          ),
        ),
      },
    ],
  };
};
