/** Reads one deadline case of the input, or says what is impossible in it. */
import { z } from 'zod';
import { parseCalendarDate } from '../requests/clock/calendar-date.ts';
import { type ClockCase, clockEventTypes } from '../requests/clock/clock-case.ts';
import { isRight, type Right, rights } from '../requests/clock/rights.ts';
import type { FurtherRegime } from '../requests/clock/several-regimes.ts';

/** What stands in for a field that the input leaves out. */
export type CaseDefaults = {
  readonly regime: string;
  readonly jurisdiction: string;
  readonly zone: string;
};

export type CaseError = { readonly code: string; readonly message: string; readonly field: string | null };

export type CaseRead =
  | {
      readonly ok: true;
      readonly input: ClockCase;
      /** Further regimes under which the same request runs. */
      readonly also: readonly FurtherRegime[];
    }
  | { readonly ok: false; readonly error: CaseError };

const instantShape =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/i;

/** The custom issue's `params.code` becomes the error's code. */
const refuse = (context: z.RefinementCtx, code: string, message: string): never => {
  context.addIssue({ code: 'custom', params: { code }, message });
  return z.NEVER;
};

/** An ISO instant with `Z` or an offset. A local time without one is nobody's moment, so it is refused. */
export const instant = z.string().transform((text, context): Date => {
  const [, day, , offset] = instantShape.exec(text.trim()) ?? [];
  const date = parseCalendarDate(text.trim().slice(0, 10));
  if (day === undefined) {
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text.trim());
    if (isDate && date !== undefined) {
      return refuse(
        context,
        'instant_without_zone',
        `"${text}" needs a time and a zone, such as ${text}T12:00:00Z.`,
      );
    }
    return isDate
      ? refuse(context, 'no_such_date', `There is no day "${text}".`)
      : refuse(context, 'invalid_instant', `"${text}" is not an ISO instant such as 2026-01-31T12:00:00Z.`);
  }
  if (date === undefined) return refuse(context, 'no_such_date', `There is no day "${day}".`);
  if (offset === undefined) {
    return refuse(
      context,
      'instant_without_zone',
      `"${text}" has no zone: add Z or an offset such as +01:00.`,
    );
  }
  const moment = new Date(text.trim().replace(' ', 'T'));
  return Number.isNaN(moment.getTime())
    ? refuse(context, 'invalid_instant', `"${text}" is not a moment in time.`)
    : moment;
});

const right = z.string().transform((name, context): Right => {
  if (isRight(name)) return name;
  return refuse(
    context,
    'unknown_right',
    `There is no right "${name}". Known: ${Object.keys(rights).join(', ')}.`,
  );
});

const knownWord = <const Words extends readonly [string, ...string[]]>(
  words: Words,
  code: string,
  noun: string,
) =>
  z.string().transform((word, context): Words[number] => {
    const known = words.find((one) => one === word);
    return known ?? refuse(context, code, `There is no ${noun} "${word}". Known: ${words.join(', ')}.`);
  });

const event = z.strictObject({
  type: knownWord(clockEventTypes, 'unknown_event_type', 'event type'),
  at: instant,
  reason: z.string().nullish(),
  reasonable: z.boolean().optional(),
  prompt: z.boolean().optional(),
});

/** Keys with which the pinned cases describe themselves; they say nothing about the clock. */
const descriptive = {
  id: z.unknown().optional(),
  group: z.unknown().optional(),
  title: z.unknown().optional(),
  expected: z.unknown().optional(),
  expected_due: z.unknown().optional(),
  expected_state: z.unknown().optional(),
  hand_pinned: z.unknown().optional(),
  why: z.unknown().optional(),
  source: z.unknown().optional(),
  note: z.unknown().optional(),
  disputed: z.unknown().optional(),
  alternatives: z.unknown().optional(),
  holiday_basis: z.unknown().optional(),
  house_rule: z.unknown().optional(),
};

/** One name, or several: a list, or "uk+eu". Which there are, the clock knows. */
const several = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((given) => (typeof given === 'string' ? given.split(/[+,]/) : given).map((one) => one.trim()));

const caseSchema = z.strictObject({
  right,
  regime: several.optional(),
  jurisdiction: several.optional(),
  timezone: z.string().optional(),
  received_at: instant,
  events: z.array(event).optional(),
  ...descriptive,
});

const codeOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') return 'unknown_field';
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'missing_field';
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return typeof code === 'string' ? code : 'invalid_field';
};

const errorOf = (issue: z.core.$ZodIssue): CaseError => {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [...issue.path, ...extra].join('.');
  const code = codeOf(issue);
  const message =
    code === 'unknown_field'
      ? `The field "${field}" is not known.`
      : code === 'missing_field'
        ? `The field "${field}" is missing.`
        : issue.message;
  return { code, message, field: field === '' ? null : field };
};

/** Reads one case, shaped like the pinned cases, from JSON that may be anything; names the first thing that is wrong. */
export const readDeadlineCase = (value: unknown, defaults: CaseDefaults): CaseRead => {
  const read = caseSchema.safeParse(value);
  if (!read.success) {
    const issue = read.error.issues[0];
    const error = issue
      ? errorOf(issue)
      : { code: 'invalid_field', message: 'This is not a case.', field: null };
    return { ok: false, error };
  }
  const [regime = defaults.regime, ...further] = read.data.regime ?? [];
  const [jurisdiction = defaults.jurisdiction, ...places] = read.data.jurisdiction ?? [];
  return {
    ok: true,
    input: {
      right: read.data.right,
      regime,
      jurisdiction,
      zone: read.data.timezone ?? defaults.zone,
      receivedAt: read.data.received_at,
      events: (read.data.events ?? []).map((one) => ({ ...one, reason: one.reason ?? undefined })),
    },
    also: further.map((one, index) => {
      const place = places[index];
      return { regime: one, ...(place === undefined ? {} : { jurisdiction: place }) };
    }),
  };
};
