/** The intake form as it is sent: what has to stand in it, and which rights its boxes mean. */
import { z } from 'zod';
import type { Right } from '../../requests/case/case-events.ts';
import { channelOptions, rightOptions } from './intake-options.ts';

/** Slack shows ten boxes at most, so the eleventh right is an objection with a tick of its own. */
export const boxed = (rights: readonly Right[]): readonly Right[] =>
  rights.map((right) => (right === 'automated_decision' ? 'objection' : right));

/** A right that nobody is sure of is logged as the widest, which loses no time, until it is named. */
const sureOf = (
  chosen: readonly (Right | 'unsure')[],
): { readonly rights: readonly Right[]; readonly unsure: boolean } => {
  const rights = chosen.filter((each) => each !== 'unsure');
  const unsure = rights.length < chosen.length && rights.length < 2;
  return { rights: rights.length === 0 ? ['access'] : rights, unsure };
};

const unboxed = (rights: readonly Right[], automated: boolean): readonly Right[] => {
  if (!automated) return rights;
  const others = rights.filter((right) => right !== 'objection');
  return [...others, 'automated_decision'];
};

const chosen = 'Please choose one from the list.';

const written = (what: string) =>
  z
    .string(`Please write ${what}.`)
    .transform((text) => text.trim())
    .refine((text) => text !== '', `Please write ${what}.`)
    .refine((text) => [...text].length <= 3000, 'Please keep this under 3,000 characters.');

const ticked = z
  .array(z.string())
  .nullish()
  .transform((all) => (all ?? []).length > 0);

export const intakeSubmission = z
  .object({
    rights: z
      .array(z.enum([...rightOptions.map(([value]) => value), 'unsure']), 'Please choose at least one.')
      .min(1, 'Please choose at least one.'),
    received_on: z.iso.date('Please choose a date that exists.'),
    received_at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Please choose a time, or leave it empty.')
      .nullish(),
    channel: z.enum(
      channelOptions.map(([value]) => value),
      chosen,
    ),
    name: written('the name'),
    contact: written('how to reach them'),
    words: written('what they said'),
    requester: z.enum(['known', 'unknown'], chosen).nullish(),
    people: z.enum(['customer', 'staff_or_applicant', 'client'], chosen).nullish(),
    agent: z.string().nullish(),
    client: z.string().nullish(),
    automated: ticked,
    breach: ticked,
  })
  .transform(({ automated, ...rest }) => {
    const { rights, unsure } = sureOf(rest.rights);
    return { ...rest, rights: unboxed(rights, automated), unsure };
  });

export type Intaken = z.infer<typeof intakeSubmission>;
