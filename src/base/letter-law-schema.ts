/** The shape of what letters say of the law in grounds.yaml: remedies as sentences, articles, words of other laws. */
import { z } from 'zod';
import { allRights } from '../requests/clock/rights.ts';
import { sentence } from './regime-schema.ts';

const placeholders = ['company', 'contact', 'regulatorName', 'regulatorContact'];

const letterSentence = sentence.refine(
  (text) => [...text.matchAll(/\{(\w*)\}/g)].every(([, name = '']) => placeholders.includes(name)),
  `knows only {${placeholders.join('}, {')}}`,
);

const to = z.enum(['us', 'authority', 'court']);

/** A letter names the authority, and how to reach it or us. */
const needed: Readonly<Record<z.infer<typeof to>, readonly string[]>> = {
  us: ['{contact}'],
  authority: ['{regulatorName}', '{regulatorContact}'],
  court: [],
};

export const remedy = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9_]+$/),
    to,
    title: sentence,
    source: sentence,
    letter: letterSentence,
  })
  .refine((row) => needed[row.to].every((mark) => row.letter.includes(mark)), {
    path: ['letter'],
    message: 'has to say whom to turn to, and how',
  });

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, 'i');
  } catch {
    context.addIssue({ code: 'custom', message: `is no pattern: ${text}` });
    return z.NEVER;
  }
});

const foreign = z
  .strictObject({
    says: pattern,
    unless: pattern.optional(),
    code: z.enum(['wrong_regime', 'old_regulator']).default('wrong_regime'),
    message: sentence,
  })
  .transform(({ unless, ...row }) => ({ ...row, unless }));

export const letterLaw = z
  .strictObject({
    law: sentence,
    articles: z.record(z.enum(allRights), sentence),
    extension: sentence,
    pause: sentence.optional(),
    fee: sentence.optional(),
    copies: sentence.optional(),
    fee_terms: sentence.optional(),
    fee_begins: sentence.default('you pay'),
    currency: z.string().min(1),
    currency_name: sentence,
    /** How a letter names the laws that the sources abbreviate. */
    names: z.record(z.string(), sentence).default({}),
    foreign: z.array(foreign).default([]),
  })
  .transform(
    ({
      pause,
      fee,
      copies,
      fee_terms: feeTerms,
      fee_begins: feeBegins,
      currency_name: currencyName,
      ...row
    }) => ({
      ...row,
      currencyName,
      pause,
      fee,
      copies,
      feeTerms,
      feeBegins,
    }),
  );
