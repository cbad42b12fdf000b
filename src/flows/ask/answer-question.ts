import type { Answer, Knowledge } from '../../knowledge/answer/answer.ts';

/** `asker` is only for the person's own view of what was sent to a model; '' when there is nobody to show it to. */
export type Ask = (question: string, asker?: string) => Promise<Answer>;

/** One question in, one answer out; Slack, the command line and the evaluation all call this. `word` is there when a model is on. */
export const answerQuestion =
  (knowledge: Knowledge, word: ((answer: Answer, asker: string) => Promise<Answer>) | null = null): Ask =>
  async (question, asker = '') => {
    const answer = await knowledge.ask(question);
    return word === null ? answer : word(answer, asker);
  };
