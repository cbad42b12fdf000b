/** What is kept of a question that got no good answer. */
import { z } from 'zod';

/** So long everything here is kept; `/privacy about-me` and the feedback form say so. */
export const gapDays = 180;

/** A question that got no good answer, or a verdict on an answer. Names nobody. */
export const gapLineSchema = z.object({
  on: z.iso.date(),
  /** Of topics.json; null when the question was read as none of privacy. */
  topic: z.string().nullable(),
  why: z.enum(['silent', 'asked_team', 'not_helpful', 'helpful']),
  outcome: z.enum(['answered', 'silent', 'out_of_scope', 'declined']).nullable(),
  reason: z.string().nullable(),
  /** Sealed, with everything but ordinary words taken out; null where too little would be left. */
  question: z.string().nullable(),
  note: z.string().nullable(),
});

export type GapLine = z.infer<typeof gapLineSchema>;
