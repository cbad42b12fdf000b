/** What a question is to whoever asks it: Slack, the command line and the evaluation all call this. */
import type { Answer, Knowledge } from '../../knowledge/answer/answer.ts';
import { askTogether } from './ask-together.ts';

/**
 * `asker` is only for the person's own view of what was sent to a model; '' when there is nobody to show it to.
 * `before` is the question before it in the same thread, null when there is none.
 */
export type Ask = (question: string, asker?: string, before?: string | null) => Promise<Answer>;

/** From the policies alone; `askWithModel` where a model is switched on. */
export const answerQuestion =
  (knowledge: Pick<Knowledge, 'ask' | 'documents' | 'verify'>): Ask =>
  (question, _asker, before = null) =>
    askTogether(knowledge, question, before);
