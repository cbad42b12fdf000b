/** Gives an answer wherever it was asked for, with a sign first when it takes longer. */
import type { ModalView } from '@slack/types';
import type { Heard } from '../flows/ask/conversation.ts';
import type { Answer } from '../knowledge/answer/answer.ts';
import { type AnswerToShow, answerMessage, answerView, besideOf } from '../views/answers/answer.ts';
import type { Message } from '../views/blocks.ts';
import { longestQuestion } from '../views/menu.ts';
import { loadingView, lookingNotice, notice, personalWordsNotice } from '../views/notice.ts';
import type { Addressed, InteractionOutcome, Mine, Reply, Who } from './bolt/interaction.ts';
import { signFirst } from './bolt/sign-first.ts';
import { identifierIn, withoutIdentifiers } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<
  Dependencies,
  'after' | 'ask' | 'contact' | 'looking' | 'namingNobody' | 'policies' | 'questions' | 'slack'
>;

/**
 * After this long without an answer (milliseconds) the person is told that it is on its way: at once where a model is asked, which takes
 * seconds; within a second where the search only has to get its turn.
 */
export const signAfterMs = ({ looking }: Pick<Dependencies, 'looking'>): number =>
  looking.modelSeconds === null ? 800 : 300;

/** Why a question cannot be asked as it stands, in plain words; null when it can. */
export const unaskable = (question: string): Message | null =>
  [...question].length > longestQuestion
    ? notice(
        `That is longer than ${longestQuestion} characters, so it reads more like a letter than a question. Please ask in one or two sentences. If somebody wrote this to us, use *Log a rights request* instead: \`/privacy request\`.`,
      )
    : null;

const shown = (deps: Takes, answer: Answer, question: string, title: string | null): AnswerToShow => ({
  answer,
  policies: deps.policies,
  // What the team may be sent later has no identifiers in it, even before the asker looks at it again.
  questionId: deps.questions.remember(withoutIdentifiers(question), besideOf(answer)),
  title,
  contact: deps.contact,
});

/** The question as it may stand above its answer; asked for beside the answer, for behind it others wait for their turn. */
const titleOf = (deps: Pick<Takes, 'namingNobody'>, question: string): Promise<string> =>
  deps.namingNobody(withoutIdentifiers(question));

/** A private word on personal data in the question; null when none is seen. */
const personalWords = (question: string, everybodyReads = false): Message | null => {
  const found = identifierIn(question);
  return found === null ? null : personalWordsNotice(found, everybodyReads);
};

/** An answer with what may stand above it. */
export const askTitled = (deps: Takes, question: string, user: string): Promise<readonly [Answer, string]> =>
  Promise.all([deps.ask(question, user), titleOf(deps, question)]);

/** The answer in a form, under the private word where there is one. */
export const answerForm = (
  deps: Takes,
  [answer, title]: readonly [Answer, string],
  question: string,
  channel: string | null,
): ModalView => {
  const view = answerView(shown(deps, answer, question, title), channel);
  return { ...view, blocks: [...(personalWords(question)?.blocks ?? []), ...view.blocks] };
};

/** A private answer to whoever asked: at once when it is quick, after a sign of life when it is not. */
export const answerPrivately = async (
  deps: Takes,
  question: string,
  channel: string,
  { privately, user, mine }: Pick<Reply, 'privately'> & Who & Mine,
): Promise<InteractionOutcome> => {
  const refusal = unaskable(question);
  if (refusal !== null) {
    await privately(refusal);
    return 'too_long';
  }
  const { result } = await signFirst(
    deps,
    signAfterMs(deps),
    Promise.all([askTitled(deps, question, user), mine()]),
    () => privately(lookingNotice(deps.looking)),
  );
  const [[answer, title], ours] = result;
  if (!ours) return 'answered_elsewhere';
  const place = channel.startsWith('D') ? 'direct' : 'private';
  await privately(answerMessage(shown(deps, answer, question, title), { place }));
  const word = personalWords(question);
  if (word !== null) await privately(word);
  return answer.outcome;
};

/** The answer in a form of its own: at once when it is quick, filled in afterwards when it is not. */
export const answerInForm = async (
  deps: Takes,
  question: string,
  channel: string | null,
  { open, privately, user }: Reply & Who,
): Promise<InteractionOutcome> => {
  const refusal = unaskable(question);
  if (refusal !== null) {
    await privately(refusal);
    return 'too_long';
  }
  const { result: titled, signed: id } = await signFirst(
    deps,
    signAfterMs(deps),
    askTitled(deps, question, user),
    () => open(loadingView(deps.looking)),
  );
  const [answer] = titled;
  const view = answerForm(deps, titled, question, channel);
  await (id === null ? open(view) : deps.slack.updateView({ id }, view));
  return answer.outcome;
};

/** An answer in the thread the question was asked in. */
export const answerInThread = async (
  deps: Takes,
  question: string,
  { before, leans, whole }: Extract<Heard, { readonly kind: 'question' }>,
  { channel, threadTs, user, sign, answer: say }: Addressed,
): Promise<InteractionOutcome> => {
  const to = { channel, threadTs };
  const refusal = unaskable(question);
  if (refusal !== null) {
    await say(refusal);
    return 'too_long';
  }
  const place = channel.startsWith('D') ? 'direct' : 'thread';
  if (place === 'direct') void deps.slack.showStatus(channel, threadTs, 'is looking in the policy …');
  const word = personalWords(question, place === 'thread');
  // Where everybody reads along, the word is for the asker alone; it must not keep the answer back.
  if (word !== null && place === 'thread')
    await deps.slack.whisper({ ...to, user }, word).catch(() => deps.slack.post({ channel: user }, word));
  const { result: answer, signed: posted } = await signFirst(
    deps,
    signAfterMs(deps),
    deps.ask(question, user, before),
    () => sign(lookingNotice(deps.looking)),
  );
  // The question stands right above, in the thread.
  const message = answerMessage({ ...shown(deps, answer, whole, null), leans }, { place });
  if (!(await say(message, posted))) return 'answered_elsewhere';
  if (word !== null && place === 'direct') await deps.slack.post(to, word);
  return answer.outcome;
};
