/** What travels in the form of a letter, and the names of its fields. */

import { z } from 'zod';
import { carried } from '../carried.ts';

const factPrefix = 'fact_';

/** Which letter of which case a form shows, the fingerprint of what its reader saw, and the case beneath. Nothing of a person. */
const shownLetter = z.object({
  number: z.string(),
  letter: z.string(),
  hash: z.string(),
  page: z.enum(['write', 'read']).default('read'),
  view: z.string().default(''),
  beneath: z.string().default(''),
  /** What the form said about other people's data, on its way from the first page to the second. */
  heldBack: z.enum(['nothing', 'something', '']).default(''),
});

export type ShownLetter = z.infer<typeof shownLetter>;

/** What stands in the form's metadata; null where that is not one of these forms. */
export const readShownLetter = (metadata: string): ShownLetter | null => carried(shownLetter, metadata);

/** What a person typed into the gaps, by fact name; an emptied field is '' and stays empty. */
export const typedGaps = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([block, value]) =>
      block.startsWith(factPrefix) && (typeof value === 'string' || value === null)
        ? [[block.slice(factPrefix.length), value ?? ''] as const]
        : [],
    ),
  );

export const gapField = (name: string): string => `${factPrefix}${name}`;
