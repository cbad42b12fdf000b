/** The shape of grounds.yaml and places.yaml: grounds, exemptions, remedies and authorities of a regime, and its places. */
import { z } from 'zod';
import { allRights } from '../requests/clock/rights.ts';
import { letterLaw, remedy } from './letter-law-schema.ts';
import { calendarDay, dayOrNever, sentence } from './regime-schema.ts';

const id = z.string().regex(/^[a-z0-9_]+$/);
/** `words`: as a history says it in the middle of a sentence, where the id does not read well. */
const ground = { id, title: sentence, source: sentence, words: sentence.optional() };

const authority = z
  .strictObject({
    name: sentence,
    web: sentence,
    phone: z.string().optional(),
    post: z.string().optional(),
    checked: dayOrNever,
  })
  .transform(({ phone, post, ...rest }) => ({ ...rest, phone, post }));

export const groundsFile = z
  .strictObject({
    refusal: z.array(
      z.strictObject({ ...ground, rights: z.array(z.enum(allRights)), whole: z.boolean().default(false) }),
    ),
    exemptions: z.array(z.strictObject({ ...ground, test: sentence })),
    restriction: z.array(z.strictObject({ ...ground, ends: sentence })),
    objection: z.array(z.strictObject({ ...ground, usual: z.boolean().default(false) })),
    remedies: z.array(remedy).min(1),
    letters: letterLaw,
    national: z.record(z.string(), z.array(sentence)).default({}),
    authorities: z.record(z.string(), authority),
  })
  .refine(({ authorities }) => authorities['default'] !== undefined, {
    path: ['authorities', 'default'],
    message: 'is missing',
  });

const place = z
  .strictObject({
    name: sentence,
    library: z.array(z.string()).min(1),
    /** Of the library's days only these. */
    only: z.array(z.string()).optional(),
    compared: dayOrNever,
    /** Which years were compared. */
    years: z.string().optional(),
    source: sentence,
  })
  .refine(
    ({ compared, years }) => compared === null || years !== undefined,
    'a table that was compared says for which years',
  );

export const placesFile = z.strictObject({ published_to: z.int(), places: z.record(z.string(), place) });

export const calendarFile = z.object({
  version: calendarDay,
  firstYear: z.int(),
  lastYear: z.int(),
  jurisdictions: z.record(z.string(), z.record(z.string(), z.string())),
});

/** What a fresh clone works under. */
export const defaultsFile = z.strictObject({
  regime: z.string(),
  jurisdiction: z.string(),
  time_zone: z.string(),
});
