/** What people do whose doing many read, as Slack brings it: each with a number of its own, so that what became of it can be counted. */
import { z } from 'zod';
import { teamAnswerForm } from '../../src/views/answers/team-question.ts';
import type { StateValues } from '../../src/workspace/contract.ts';

const team = { id: 'T0DRILL' };
const person = (id: string) => ({ id, team_id: team.id });
const text = (value: string) => ({ value: { type: 'plain_text_input', value } });

/** Who answers for the privacy team, and who takes a case over. */
export const teamPeople = { works: 'U0TEAM', takes: 'U0LEAD' } as const;

/** Words that nothing else holds. */
export const questionOf = (n: number): string => `May we keep list number ${n} of the fair?`;
export const answerOf = (n: number): string => `Yes, list number ${n} may be kept.`;
/** When the message stood under which an answer is shared: it names the thread as well. */
export const sharedUnder = (n: number): string => `${1_700_000_000 + n}.000200`;

const form = (
  n: number,
  user: string,
  callback: string,
  metadata: object,
  values: StateValues,
  blocks: readonly unknown[] = [],
) => ({
  type: 'view_submission',
  user: person(user),
  team,
  api_app_id: 'A1',
  trigger_id: `${callback}${n}`,
  view: {
    id: `V${callback}${n}`,
    type: 'modal',
    callback_id: callback,
    private_metadata: JSON.stringify(metadata),
    blocks,
    state: { values },
  },
});

/** *Share in channel*, pressed for the nth time under one answer. */
export const share = (n: number, press: number, user: string, value: string, responseUrl: string) => ({
  type: 'block_actions',
  user: person(user),
  team,
  api_app_id: 'A1',
  trigger_id: `share${n}-${press}`,
  response_url: responseUrl,
  channel: { id: 'C0GENERAL' },
  container: { type: 'message', channel_id: 'C0GENERAL', message_ts: sharedUnder(n) },
  message: { ts: sharedUnder(n), thread_ts: sharedUnder(n), blocks: [] },
  actions: [{ type: 'button', action_id: 'share_answer', block_id: 'b', value }],
});

type Form = ReturnType<typeof form>;

/** The same form, opened and filled in once more. */
const openedAnew = ({ view, ...sent }: Form, press: number): Form => ({
  ...sent,
  trigger_id: `${sent.trigger_id}-${press}`,
  view: { ...view, id: `${view.id}-${press}` },
});

export const askTeam = (n: number, press: number, user: string): Form =>
  openedAnew(form(n, user, 'team_question', { about: `q${n}` }, { question: text(questionOf(n)) }), press);

export const answerForTeam = (n: number, press: number, asker: string): Form => {
  const to = { asker, channel: 'C0PRIVACY', ts: `${1_700_000_000 + n}.000300` };
  const { blocks } = teamAnswerForm.view(questionOf(n), to);
  return openedAnew(
    form(n, teamPeople.works, teamAnswerForm.id, to, { answer: text(answerOf(n)) }, blocks),
    press,
  );
};

export const handOver = (n: number, number: string, openedAt: Date) =>
  form(
    n,
    teamPeople.works,
    'case_action',
    { action: 'handOver', number, about: '', entry: `e${n}`, openedAt: openedAt.toISOString(), view: '' },
    { to: { value: { type: 'users_select', selected_user: teamPeople.takes } } },
  );

/** What a message is counted as: who sees what where, whatever marks it carries. */
export const shownKey = {
  shared: (n: number) => `shared ${sharedUnder(n)}`,
  question: (n: number) => `question ${questionOf(n)}`,
  answer: (n: number, asker: string) => `answer D${asker} ${answerOf(n)}`,
  handedOver: (number: string) => `handed over ${number}`,
  card: (number: string) => `card ${number}`,
} as const;

type Stood = {
  readonly channel: string;
  readonly threadTs: string | null | undefined;
  readonly text: string;
  readonly blocks: string;
  readonly metadata: unknown;
};

const cardMark = z.object({ event_type: z.literal('case_card') });
const wordsIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([words]) => words);

/** Every key under which somebody may look for this message. */
export const whatItShows = ({ channel, threadTs, text, blocks, metadata }: Stood): readonly string[] => [
  `shared ${threadTs}`,
  ...(channel === 'C0PRIVACY'
    ? wordsIn(blocks, /May we keep list number \d+ of the fair\?/gu).map((words) => `question ${words}`)
    : []),
  ...wordsIn(blocks, /Yes, list number \d+ may be kept\./gu).map((words) => `answer ${channel} ${words}`),
  ...(channel === `D${teamPeople.takes}`
    ? wordsIn(text, /^\S+(?= has been handed over to you$)/gu).map(shownKey.handedOver)
    : []),
  ...(cardMark.safeParse(metadata).success ? wordsIn(text, /DSR-\d{4}-\d{4,}/gu).map(shownKey.card) : []),
];
