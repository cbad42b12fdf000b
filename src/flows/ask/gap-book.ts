/** What is kept of questions that got no good answer: the subject and the day; the words only as far as they name nobody. No person. */

import type { Seal } from '../../base/seal.ts';
import type { Knowledge, Outcome } from '../../knowledge/answer/answer.ts';
import type { GapLine } from '../../knowledge/answer/gap-line.ts';
import { joinedQuestion } from '../../knowledge/question/follow-up.ts';
import type { DayBook } from '../../register/files/day-book.ts';
import type { Ask } from './answer-question.ts';

export type GapBook = {
  /** Notes a question on which the policy is silent, and hands on the answer. */
  readonly noting: (ask: Ask) => Ask;
  readonly askedTeam: (question: string) => Promise<void>;
  /** `question` is '' when it is not remembered any more. */
  readonly rated: (
    question: string,
    feedback: { readonly reason: string; readonly note: string | null } | 'helpful',
  ) => Promise<void>;
};

type GapBookDependencies = {
  readonly book: DayBook<GapLine>;
  readonly seal: Seal;
  readonly knowledge: Pick<Knowledge, 'ask' | 'redact' | 'topicOf'>;
  readonly clock: () => Date;
  readonly after: (ms: number) => Promise<void>;
  /** A note that could not be kept must not keep an answer back. */
  readonly failed: (error: unknown) => void;
};

/** A note is waited for no longer than this: a database that says nothing must not keep an answer back. */
const patienceMs = 500;

export const gapBook = ({ book, seal, knowledge, clock, after, failed }: GapBookDependencies): GapBook => {
  const sealed = async (text: string | null): Promise<string | null> => {
    const redacted = text === null ? null : await knowledge.redact(text);
    return redacted?.safe === true ? seal.seal(redacted.text) : null;
  };
  const write = (
    question: string,
    line: Pick<GapLine, 'why' | 'outcome'> & { readonly reason?: string; readonly note?: string | null },
  ): Promise<void> => {
    const writing = async (): Promise<void> =>
      book.write({
        on: clock().toISOString().slice(0, 10),
        topic: question === '' ? null : await knowledge.topicOf(question),
        why: line.why,
        outcome: line.outcome,
        reason: line.reason ?? null,
        question: line.why === 'helpful' ? null : await sealed(question),
        note: await sealed(line.note ?? null),
      });
    return Promise.race([writing().catch(failed), after(patienceMs)]);
  };
  const outcomeOf = async (question: string): Promise<Outcome | null> =>
    question === '' ? null : (await knowledge.ask(question)).outcome;
  return {
    noting: (ask) => async (question, asker, before) => {
      const answer = await ask(question, asker, before);
      if (answer.outcome === 'silent')
        await write(joinedQuestion(question, before ?? null), { why: 'silent', outcome: 'silent' });
      return answer;
    },
    askedTeam: async (question) => write(question, { why: 'asked_team', outcome: await outcomeOf(question) }),
    rated: async (question, feedback) =>
      feedback === 'helpful'
        ? write(question, { why: 'helpful', outcome: null })
        : write(question, { why: 'not_helpful', outcome: await outcomeOf(question), ...feedback }),
  };
};
