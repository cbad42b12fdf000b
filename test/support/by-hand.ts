/**
 * When reminders of a case that nobody works on are due, worked out a second time and in another way: a walk through a calendar of days that
 * were typed from gov.uk, with the house's table (procedure E) written out. Owes nothing to src.
 */
const bankHolidays = new Set([
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
  '2028-01-03',
]);

const days: readonly string[] = Array.from({ length: 800 }, (_, n) =>
  new Date(Date.UTC(2026, 10, 1) + n * 86_400_000).toISOString().slice(0, 10),
);
const isOff = (day: string): boolean =>
  [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) || bankHolidays.has(day);
const working = days.filter((day) => !isOff(day));

const workingOnOrBefore = (day: string): number => working.filter((each) => each <= day).length - 1;
const workingOnOrAfter = (day: string): number => working.findIndex((each) => each >= day);

/** The same day of the next month, or its last day; if that is off, the next day that is not. */
const monthLater = (received: string): string => {
  const [year = 0, month = 0, day = 0] = received.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
  return working[workingOnOrAfter(date)] ?? '';
};

const thirtyDaysLater = (received: string): string =>
  working[workingOnOrAfter(days[days.indexOf(received) + 30] ?? '')] ?? '';

type Plan = {
  readonly due: ((received: string) => string) | null;
  readonly before: readonly number[];
  /** Working days after receipt. */
  readonly after: readonly (readonly [string, number])[];
};

const acknowledge = [
  ['acknowledge', 2],
  ['acknowledge', 5],
] as const;
const checks = [
  ['check', 1],
  ['check', 2],
  ['check', 5],
] as const;
const month: Plan = { due: monthLater, before: [14, 10, 7, 5, 3, 1], after: acknowledge };

/** What the owner is told; the two policy ceilings of clients have no date until the client has spoken and are left out. */
const plans: Readonly<Record<string, Plan>> = {
  access: month,
  rectification: month,
  erasure: month,
  portability: month,
  restriction: { ...month, after: [...acknowledge, ...checks] },
  objection: { ...month, after: [...acknowledge, ...checks] },
  direct_marketing_objection: { due: monthLater, before: [5, 3, 1], after: checks },
  consent_withdrawal: { due: null, before: [], after: checks },
  complaint: {
    due: thirtyDaysLater,
    before: [5, 1],
    after: [...acknowledge, ...Array.from({ length: 26 }, (_, n) => ['update', (n + 1) * 10] as const)],
  },
};

/** `day rung` of everything that the owner of an untouched case is told after its logging until `end`, in order; null where this method has no answer. */
export const expectedByHand = (
  right: string,
  received: string,
  loggedOn: string,
  end: string,
): readonly string[] | null => {
  const plan = plans[right];
  if (plan === undefined) return null;
  const lines: (readonly [string, string])[] = plan.after.map(([name, count]) => [
    working[workingOnOrBefore(received) + count] ?? '',
    `${name}+${count}`,
  ]);
  if (plan.due !== null) {
    const due = plan.due(received);
    const at = working.indexOf(due);
    for (const count of plan.before) lines.push([working[at - count] ?? '', `T-${count}`]);
    lines.push([due, 'due'], [due, 'due-14:00']);
    for (const [index, day] of working.slice(at + 1).entries()) lines.push([day, `overdue+${index + 1}`]);
  }
  return lines
    .filter(([day]) => day > loggedOn && day <= end)
    .map(([day, rung]) => `${day} ${rung}`)
    .sort();
};
