/** The shape of regime.yaml and rights.yaml: the clocks of a regime, row by row, and what each right rests on. */
import { z } from 'zod';
import { parseCalendarDate } from '../requests/clock/calendar-date.ts';
import { clockEventTypes } from '../requests/clock/clock-case.ts';
import { allRights } from '../requests/clock/rights.ts';

/** A day, or this word for none. */
const dayOr = (word: string) =>
  z.string().transform((text, context) => {
    if (text === word) return null;
    const date = parseCalendarDate(text);
    if (date !== undefined) return date;
    context.addIssue({ code: 'custom', message: `"${text}" is no day and not "${word}"` });
    return z.NEVER;
  });

export const calendarDay = z.string().transform((text, context) => {
  const date = parseCalendarDate(text);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: `"${text}" is no day` });
  return z.NEVER;
});
/** A day, or that nobody has looked. */
export const dayOrNever = dayOr('never');
const dayOrAlways = dayOr('always');

export const sentence = z.string().min(2).max(400);
const length = z
  .strictObject({ months: z.int().positive().optional(), days: z.int().positive().optional() })
  .refine(({ months, days }) => (months === undefined) !== (days === undefined), 'either months or days')
  .transform(({ months, days }) =>
    months === undefined
      ? ({ unit: 'days', count: days ?? 0 } as const)
      : ({ unit: 'months', count: months } as const),
  );

const changeFields = {
  clamp_first: z.boolean().optional(),
  answer_day_paused: z.boolean().optional(),
  notice_rolls: z.boolean().optional(),
  authority_counts: z.boolean().optional(),
  late_identity_counts: z.boolean().optional(),
  expired_revives: z.boolean().optional(),
  identity_suspends: z.boolean().optional(),
  identity_restarts: z.boolean().optional(),
  clarification_suspends: z.boolean().optional(),
  notice_suspended: z.boolean().optional(),
  roll_tail: z.enum(['freeze', 'until-answer', 'ignore']).optional(),
};

type RawChange = { readonly [Name in keyof typeof changeFields]?: z.infer<(typeof changeFields)[Name]> };

/** Only what is set: an absent field changes nothing. */
const changeOf = (raw: RawChange) => ({
  ...(raw.clamp_first === undefined ? {} : { clampFirst: raw.clamp_first }),
  ...(raw.answer_day_paused === undefined ? {} : { answerDayPaused: raw.answer_day_paused }),
  ...(raw.notice_rolls === undefined ? {} : { noticeRolls: raw.notice_rolls }),
  ...(raw.authority_counts === undefined ? {} : { authorityCounts: raw.authority_counts }),
  ...(raw.late_identity_counts === undefined ? {} : { lateIdentityCounts: raw.late_identity_counts }),
  ...(raw.expired_revives === undefined ? {} : { expiredRevives: raw.expired_revives }),
  ...(raw.identity_suspends === undefined ? {} : { identitySuspends: raw.identity_suspends }),
  ...(raw.identity_restarts === undefined ? {} : { identityRestarts: raw.identity_restarts }),
  ...(raw.clarification_suspends === undefined ? {} : { clarificationSuspends: raw.clarification_suspends }),
  ...(raw.notice_suspended === undefined ? {} : { noticeSuspended: raw.notice_suspended }),
  ...(raw.roll_tail === undefined ? {} : { rollTail: raw.roll_tail }),
});

const asking = z
  .strictObject({
    effect: z.enum(['restart', 'suspend', 'none']),
    days: z.enum(['both', 'after-asking']).default('both'),
    lengthens_notice: z.boolean().default(false),
    state: z.enum(['paused_clarification', 'suspended_identity_eu', 'running']).default('running'),
    flag: z.string().optional(),
    other_right_flag: z.string().optional(),
    cite: z.string().default(''),
  })
  .refine(
    ({ effect, state }) => effect !== 'suspend' || state !== 'running',
    'what suspends the time needs the state of a clock that stands still',
  )
  .transform(({ lengthens_notice: lengthensNotice, other_right_flag: otherRightFlag, flag, ...rest }) => ({
    ...rest,
    flag,
    lengthensNotice,
    otherRightFlag,
  }));

/** Where a row comes from, and how its source was seen on the day the regime was checked. */
const sourced = {
  received_from: dayOrAlways,
  source: sentence,
  evidence: z.enum(['read', 'secondary', 'practice']),
};

const answerRow = z
  .strictObject({
    ...sourced,
    rule: sentence,
    period: length,
    extended: length,
    extension_reasons: z.array(z.string()),
    refusal: z.enum(['period', 'first-period']),
    strict: z.boolean().default(false),
    asking: z.strictObject({ identity: asking, authority: asking, fee: asking, clarification: asking }),
    cautious: z.strictObject({ ...changeFields, weekends_only: z.boolean().default(false) }),
    readings: z.array(
      z.strictObject({
        when: z.array(z.enum(['identity', 'authority', 'fee', 'clarification', 'extension'])).min(1),
        change: z.strictObject(changeFields).transform(changeOf),
        basis: sentence,
      }),
    ),
    not_used: z
      .array(
        z
          .strictObject({
            kind: z.enum(['day-after-start', 'bank-closures', 'counted-twice', 'closed-in-silence']),
            places: z.array(z.string()).optional(),
            basis: sentence,
          })
          .transform(({ kind, places, basis }) => ({ kind, places, basis })),
      )
      .default([]),
    words: z
      .strictObject({
        ceiling: sentence,
        notice: sentence.optional(),
        refusal: sentence.optional(),
        paused: sentence.optional(),
        strict: sentence.optional(),
        one_answer: sentence.optional(),
        identity_late: sentence.optional(),
        question_late: sentence.optional(),
        asking_moves_nothing: sentence.optional(),
        no_place: sentence.optional(),
        cautious: z.string().default(''),
      })
      .transform((words) => ({
        ceiling: words.ceiling,
        notice: words.notice,
        refusal: words.refusal,
        paused: words.paused,
        strict: words.strict,
        oneAnswer: words.one_answer,
        identityLate: words.identity_late,
        questionLate: words.question_late,
        askingMovesNothing: words.asking_moves_nothing,
        noPlace: words.no_place,
        cautious: words.cautious,
      })),
  })
  .transform((row) => ({
    receivedFrom: row.received_from,
    evidence: row.evidence,
    rule: row.rule,
    period: row.period,
    extended: row.extended,
    extensionReasons: row.extension_reasons,
    refusal: row.refusal,
    strict: row.strict,
    asking: row.asking,
    cautious: { ...changeOf(row.cautious), weekendsOnly: row.cautious.weekends_only },
    readings: row.readings,
    notUsed: row.not_used,
    words: row.words,
  }));

const acknowledgeRow = z
  .strictObject({
    ...sourced,
    within: length.optional(),
    flag: z.string().optional(),
    words: z.strictObject({ day: sentence.optional(), due: sentence.optional(), none: sentence.optional() }),
  })
  .transform(({ received_from: receivedFrom, within, flag, words }) => ({
    receivedFrom,
    within,
    flag,
    words: { day: words.day, due: words.due, none: words.none },
  }));

export const regimeFile = z.strictObject({
  id: z.string().regex(/^[a-z]{2,12}$/),
  name: sentence,
  short: sentence,
  law: sentence,
  /** Do the articles of the GDPR hold here under the same numbers? */
  gdpr_articles: z.boolean(),
  complaints_to_controller: z.string().min(1).optional(),
  checked: calendarDay,
  foreign_places: z.enum(['refused', 'weekends-only']),
  roll: sentence,
  hints: z
    .strictObject({
      clarification_pauses: sentence,
      clarification_other_right: sentence,
      clarification_runs: sentence,
      extension: sentence,
    })
    .transform((hints) => ({
      clarificationPauses: hints.clarification_pauses,
      clarificationOtherRight: hints.clarification_other_right,
      clarificationRuns: hints.clarification_runs,
      extension: hints.extension,
    })),
  answer: z.array(answerRow).min(1),
  acknowledge: z.array(acknowledgeRow).min(1),
  flags: z.record(z.string().regex(/^[a-z0-9_]+$/), sentence),
});

const rightLaw = z
  .strictObject({
    articles: sentence,
    clock: z.enum(['answer', 'acknowledge', 'effective', 'none', 'ceiling']),
    extension: z.boolean().default(false),
    pause: z.boolean().default(false),
    waits: z.boolean().default(false),
    act_within: z.int().positive().optional(),
    meanwhile: sentence.optional(),
    says: sentence.optional(),
    within: length.optional(),
    starts_after: z.array(z.enum(clockEventTypes)).default([]),
  })
  .refine(
    ({ clock, within, starts_after: after }) =>
      clock !== 'ceiling' || (within !== undefined && after.length > 0),
    'a ceiling needs `within` and `starts_after`',
  )
  .transform(({ act_within: actWithin, starts_after: startsAfter, meanwhile, says, within, ...rest }) => ({
    ...rest,
    actWithin,
    meanwhile,
    says,
    within,
    startsAfter,
  }));

/** Every right has to be there: a regime that does not know it says so in `says`. */
export const rightsFile = z.strictObject({ rights: z.record(z.enum(allRights), rightLaw) });
