/** A saved answer of the privacy team. */
import { z } from 'zod';
import type { Knowledge } from './answer.ts';

/** An answer that the privacy team gave and saved: a layer of its own beside the policy, never part of it. No personal data but Slack ids of the team. */
export const teamEntrySchema = z.strictObject({
  /** Made from the message that it was saved from, so that saving twice is saving once. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  question: z.string().min(1),
  /** Further ways of asking the same. */
  wordings: z.array(z.string().min(1)),
  answer: z.string().min(1),
  answeredBy: z.string(),
  savedBy: z.string(),
  savedOn: z.iso.date(),
  /** Somebody of the team has to look at it again by this day. */
  reviewBy: z.iso.date(),
  /** What the policy said to the question when it was saved, verbatim. */
  beside: z.array(z.strictObject({ policy: z.string(), quote: z.string() })),
  retired: z.strictObject({ by: z.string(), on: z.iso.date() }).nullable(),
});

export type TeamEntry = z.infer<typeof teamEntrySchema>;

/** What is shown of an entry beside an answer. */
export type TeamAnswer = Pick<TeamEntry, 'answer' | 'answeredBy' | 'savedOn' | 'reviewBy'> & {
  readonly overdue: boolean;
};

export const reviewIsDue = (entry: TeamEntry, today: string): boolean =>
  entry.retired === null && entry.reviewBy < today;

/** The newest entry in force that was saved for this very question; null when there is none. `same` is `Knowledge.same`. */
export const teamAnswerTo = async (
  entries: readonly TeamEntry[],
  question: string,
  same: Knowledge['same'],
  today: string,
): Promise<TeamAnswer | null> => {
  const ways = entries
    .filter(({ retired }) => retired === null)
    .flatMap((entry) => [entry.question, ...entry.wordings].map((asked) => ({ entry, asked })));
  if (ways.length === 0) return null;
  const isSame = await same(
    question,
    ways.map(({ asked }) => asked),
  );
  const [entry] = ways
    .filter((_, at) => isSame[at] === true)
    .map((way) => way.entry)
    .toSorted((a, b) => b.savedOn.localeCompare(a.savedOn));
  if (entry === undefined) return null;
  const { answer, answeredBy, savedOn, reviewBy } = entry;
  return { answer, answeredBy, savedOn, reviewBy, overdue: reviewIsDue(entry, today) };
};
