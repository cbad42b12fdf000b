import type { Answer, Knowledge } from '../knowledge/answer.ts';

/** One question in, one answer out; Slack, the command line and the evaluation all call this. */
export const answerQuestion =
  (knowledge: Knowledge): ((question: string) => Promise<Answer>) =>
  (question) =>
    knowledge.ask(question);
