/** What one person finds on their desk: their tasks, what they logged, and for the privacy team how the register stands. */
import { addDays, type CalendarDate } from '../requests/calendar-date.ts';
import type { Case, CaseState } from '../requests/case.ts';
import type { Right } from '../requests/rights.ts';
import { localDate } from '../requests/zone.ts';
import type { Desk } from './desk.ts';
import { myWork, openCases, type Row, rowOf } from './look-at-cases.ts';

export type DueCase = {
  readonly number: string;
  readonly right: Right;
  readonly state: CaseState;
  /** Null where no date may be shown, or the case has ended. */
  readonly due: CalendarDate | null;
  readonly open: boolean;
};

export type DueTask = DueCase & { readonly task: string; readonly title: string };

export type RegisterState = {
  readonly open: number;
  readonly byRight: readonly (readonly [Right, number])[];
  readonly overdue: readonly DueCase[];
  readonly dueThisWeek: readonly DueCase[];
  readonly unowned: readonly DueCase[];
};

export type MyDesk = {
  readonly tasks: readonly DueTask[];
  readonly owned: readonly DueCase[];
  readonly logged: readonly DueCase[];
  /** Null for whoever is not on the privacy team. */
  readonly register: RegisterState | null;
  readonly today: CalendarDate;
};

const isEnded = (request: Case): boolean => request.endedAt !== null || request.closedAt !== null;

const dueCase = ({ request, deadline }: Row): DueCase => ({
  number: request.number,
  right: request.right,
  state: request.state,
  due: isEnded(request) ? null : (deadline?.due ?? null),
  open: !isEnded(request),
});

const stateOf = (rows: readonly Row[], now: CalendarDate): RegisterState => {
  const cases = rows.map(dueCase);
  const counts = new Map<Right, number>();
  for (const { right } of cases) counts.set(right, (counts.get(right) ?? 0) + 1);
  const week = addDays(now, 7);
  return {
    open: cases.length,
    byRight: [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])),
    overdue: cases.filter(({ due }) => due !== null && due < now),
    dueThisWeek: cases.filter(({ due }) => due !== null && due >= now && due <= week),
    unowned: rows.filter(({ request }) => request.owner === null).map(dueCase),
  };
};

/** Open things first, then the most urgent, then the newest. */
const inOrder = (a: DueCase, b: DueCase): number =>
  Number(b.open) - Number(a.open) ||
  (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
  b.number.localeCompare(a.number, undefined, { numeric: true });

export const myDesk = async (desk: Desk, user: string): Promise<MyDesk> => {
  const [work, all, heads] = await Promise.all([
    myWork(desk, user),
    openCases(desk, user),
    desk.register.list(),
  ]);
  const known = new Map(heads.map(({ id, summary }) => [id, summary]));
  const now = localDate(desk.clock(), desk.defaults.timeZone);
  return {
    tasks: work.tasks
      .flatMap(({ number, task }) => {
        const request = known.get(number);
        return request === undefined
          ? []
          : [{ ...dueCase(rowOf(desk, request)), task: task.id, title: task.title }];
      })
      .toSorted(inOrder),
    owned: work.owned.map(dueCase).toSorted(inOrder),
    logged: work.logged.map(dueCase).toSorted(inOrder),
    register: all.ok ? stateOf(all.rows, now) : null,
    today: now,
  };
};
