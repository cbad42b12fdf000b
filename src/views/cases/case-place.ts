/** What travels with an open case: its number, which part is unfolded, and the list beneath it, so that both are drawn afresh. */
import { z } from 'zod';
import { carried } from '../carried.ts';

export const unfoldings = ['steps', 'why', 'reasons', 'more'] as const;
export type Unfolded = (typeof unfoldings)[number] | null;

const casePlace = z.object({
  number: z.string(),
  unfolded: z.enum(unfoldings).nullable(),
  /** The list that it was opened from: its view, filter and page. */
  list: z.object({ view: z.string(), filter: z.string(), page: z.number() }).nullable(),
});
export type CasePlace = z.infer<typeof casePlace>;

/** Null for what is no such place: a view of another version, a form of ours that shows no case. */
export const readCasePlace = (metadata: string): CasePlace | null => carried(casePlace, metadata);

export const placeAt = (number: string): CasePlace => ({ number, unfolded: null, list: null });
