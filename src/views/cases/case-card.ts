/** The one living message of a case in the privacy channel. Number, right, dates and staff ids: never anything of the data subject. */

import type { KnownBlock } from '@slack/types';
import type { CaseFace } from '../../flows/cases/case-face.ts';
import { proposalWords } from '../../flows/cases/plain-words.ts';
import { isOpen } from '../../requests/case/case.ts';
import type { CaseAction } from '../../requests/decisions/case-actions.ts';
import { rules } from '../../requests/decisions/case-actions.ts';
import { button, context, escaped, type Message, plain, section } from '../blocks.ts';
import { caseActionValue, toldBlocks } from './case-action-button.ts';
import { dueLine, flagWords, otherDates } from './case-due.ts';
import { mention, stateWords } from './case-words.ts';
import { rightOf } from './right-names.ts';

const waitingLine = (face: CaseFace): readonly string[] => [
  ...face.waitingFor.map(
    ({ proposal, by }) =>
      `👥 A second person has to decide: *${proposalWords[proposal.kind]}* (proposed by ${mention(by)}).`,
  ),
  ...(face.reviewBy === null
    ? []
    : [`👥 An approver has to read the answer (sent by ${mention(face.reviewBy)}).`]),
];

/** What the team does next, unless it takes the case first: only what needs nothing of the person stands on a card. */
const onCard: readonly CaseAction[] = ['take', 'stopAndTell', 'markStopped', 'confirmStopped'];

const direct = (face: CaseFace): readonly CaseAction[] => {
  const { request, step } = face;
  if (!isOpen(request)) return face.reopens ? ['reopen'] : [];
  const now = step.act !== null && onCard.includes(step.act.action) ? [step.act.action] : [];
  // Where it is stopped first and the person is told later.
  const first: readonly CaseAction[] = now.includes('stopAndTell') ? [...now, 'markStopped'] : now;
  return request.owner === null && !first.includes('take') ? [...first, 'take'] : first;
};

const overflowOf = (face: CaseFace): readonly CaseAction[] => {
  if (face.state === 'closed') return [];
  if (!isOpen(face.request)) return ['handOver', 'addNote'];
  return [...(face.owner === null ? [] : (['take'] as const)), 'handOver', 'assignTask', 'addNote'];
};

const controls = (face: CaseFace): KnownBlock => {
  const others = overflowOf(face);
  return {
    type: 'actions',
    block_id: 'case_card',
    elements: [
      button('Open case', 'open_case', face.number, { accessibility_label: `Open case ${face.number}` }),
      ...direct(face).map((action, at) =>
        button(rules[action].label, `case_do:${action}`, caseActionValue(action, face.number), {
          ...(at === 0 && action !== 'reopen' ? { style: 'primary' as const } : {}),
          accessibility_label: `${rules[action].label}: ${face.number}`,
        }),
      ),
      ...(others.length === 0
        ? []
        : [
            {
              type: 'overflow' as const,
              action_id: 'case_do:menu',
              options: others.map((action) => ({
                text: plain(rules[action].label),
                value: caseActionValue(action, face.number),
              })),
            },
          ]),
    ],
  };
};

/** Numbers only; cases that fewer people may see are not among them. */
const likeness = ({ request }: CaseFace): readonly string[] => {
  const like = request.links.filter(({ relation }) => relation === 'duplicate_hint').map(({ to }) => to);
  return like.length === 0 ? [] : [`Perhaps the same person as ${like.slice(0, 3).join(', ')}`];
};

export const caseCard = (face: CaseFace): Message => {
  const right = rightOf(face.request);
  const state = stateWords[face.state];
  const due = dueLine(face);
  const flags = flagWords(face);
  const waiting = waitingLine(face);
  const owner = face.owner === null ? '_nobody yet_' : mention(face.owner);
  return {
    text: `${face.number}, ${right}: ${state}. ${due.replaceAll('*', '')}`,
    blocks: [
      section(
        [
          `*${face.number}* · *${right}*${flags.length > 0 ? `  ${flags.join('  ')}` : ''}`,
          due,
          ...otherDates(face),
          `*State:* ${state} · *Owner:* ${owner}`,
          ...waiting,
          ...likeness(face),
          ...(face.state === 'closed' || waiting.length > 0 ? [] : [`*Next:* ${escaped(face.nextStep)}`]),
        ].join('\n'),
      ),
      ...toldBlocks(face.step.act?.action, face.right),
      controls(face),
      ...(face.state === 'closed'
        ? [
            context(
              face.reopens
                ? 'Closed. If that was too early, reopen it within a week: nothing is lost.'
                : 'Closed. It stays in the register for as long as it must.',
            ),
          ]
        : []),
    ],
  };
};
