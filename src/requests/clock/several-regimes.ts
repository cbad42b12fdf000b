/** A request that runs under more than one regime: every date is worked out, the earliest leads, all are shown with their reasons. */
import { type CalendarDate, earlierOf } from './calendar-date.ts';
import type { ClockCase, ClockState, Deadline } from './clock-case.ts';
import { type DeadlineResult, deadline } from './deadline.ts';
import { inFull } from './explain-parts.ts';
import { type HolidayTable, placeUnder, regimeOf } from './holidays.ts';

/** A regime beside the first one; without a place, the one that counts there for the first one's place. */
export type FurtherRegime = { readonly regime: string; readonly jurisdiction?: string };

type Worked = { readonly short: string; readonly deadline: Deadline };

const earliest = (dates: readonly (CalendarDate | null)[]): CalendarDate | null =>
  dates.reduce<CalendarDate | null>(
    (first, date) => (date === null ? first : first === null ? date : earlierOf(first, date)),
    null,
  );

const stateWords = (state: ClockState): string => state.replaceAll('_', ' ');

const shown = ({ short, deadline: { due, state } }: Worked): string =>
  `${short} ${due === null ? `no date now (${stateWords(state)})` : inFull(due)}`;

/** A date goes before none; of two without a date, the one that has a clock. */
const leads = (a: Worked, b: Worked): number => {
  const rank = ({ deadline: { due, state } }: Worked): string =>
    due ?? (state === 'no_statutory_clock' ? 'b' : 'a');
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
};

const merged = (worked: readonly Worked[]): Deadline | undefined => {
  const [first, ...others] = worked.toSorted(leads);
  if (first === undefined) return undefined;
  if (others.length === 0) return first.deadline;
  const all = worked.map((one) => one.deadline);
  return {
    ...first.deadline,
    flags: [...new Set(all.flatMap(({ flags }) => flags))],
    extensionNoticeDue: earliest(all.map((one) => one.extensionNoticeDue)),
    refusalDue: earliest(all.map((one) => one.refusalDue)),
    houseActionBy: earliest(all.map((one) => one.houseActionBy)),
    scheduleBy: earliest(all.map((one) => one.scheduleBy)),
    cautiousDue: earliest(all.map((one) => one.cautiousDue ?? one.due)),
    explanation: [
      `${worked.length === 2 ? 'Two' : worked.length} regimes apply; the earliest date leads: ${[first, ...others].map(shown).join('; ')}.`,
      ...[first, ...others].flatMap((one) => one.deadline.explanation.map((line) => `${one.short}: ${line}`)),
    ],
    why: [first, ...others].map(({ short, deadline: { why } }) => `${short}: ${why}`).join('\n'),
  };
};

/** The deadline under the case's own regime and every further one; the first thing that cannot be is the answer. */
export const deadlineUnderAll = (
  input: ClockCase,
  also: readonly FurtherRegime[],
  table: HolidayTable,
): DeadlineResult => {
  if (also.length === 0) return deadline(input, table);
  const seen = new Set([input.regime]);
  const inputs = [input];
  for (const { regime, jurisdiction } of also) {
    if (seen.has(regime)) continue;
    seen.add(regime);
    inputs.push({
      ...input,
      regime,
      jurisdiction: jurisdiction ?? placeUnder(table, regime, input.jurisdiction),
    });
  }
  const worked: Worked[] = [];
  for (const one of inputs) {
    const result = deadline(one, table);
    if (!result.ok) return result;
    worked.push({ short: regimeOf(table, one.regime)?.short ?? one.regime, deadline: result.deadline });
  }
  const all = merged(worked);
  return all === undefined ? deadline(input, table) : { ok: true, deadline: all };
};
