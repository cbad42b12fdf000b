/** What one person finds on their desk: their tasks, what they logged, and for the privacy team how the register stands. */

import { type Case, type CaseState, isOpen } from '../../requests/case/case.ts';
import { caseClock, clockReading } from '../../requests/case/case-clock.ts';
import { nextStep } from '../../requests/case/next-step.ts';
import type { NextStep } from '../../requests/case/step.ts';
import { summary } from '../../requests/case/summary.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import { addDays, type CalendarDate } from '../../requests/clock/calendar-date.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { isMarkable } from '../../requests/decisions/task-holder.ts';
import { type AnswerDay, answerDay } from '../../requests/reminders/search-days.ts';
import { actorOf, type Casework, isBarred, maySee } from './casework.ts';
import { type CaseListRow, myWork, openCases } from './look-at-cases.ts';
import { waitsForRequester, waitsForSecondPerson } from './waits-for.ts';

export type DueCase = {
  readonly number: string;
  readonly right: Right;
  readonly state: CaseState;
  /** Null where no date may be shown, or the case has ended. */
  readonly due: CalendarDate | null;
  readonly open: boolean;
};

/** A case with what this person can do next in it; null where somebody else has to. */
export type StepCase = DueCase & { readonly step: NextStep };

/** `marked`: it is marked done by hand; any other is done in its case. */
export type DueTask = DueCase & { readonly task: string; readonly title: string; readonly marked: boolean };

export type RegisterState = {
  readonly open: number;
  readonly byRight: readonly (readonly [Right, number])[];
  readonly overdue: readonly DueCase[];
  readonly dueThisWeek: readonly DueCase[];
  readonly unowned: readonly DueCase[];
  readonly waitingForRequester: readonly DueCase[];
  readonly waitingForSecondPerson: readonly DueCase[];
};

export type MyDesk = {
  readonly tasks: readonly DueTask[];
  /** My cases, and those where my approval is waited for: with my step. */
  readonly owned: readonly StepCase[];
  readonly approvals: readonly StepCase[];
  /** Searches that I was asked for and that nobody has answered. */
  readonly asked: readonly (DueCase & { readonly systems: readonly string[]; readonly by: AnswerDay })[];
  readonly logged: readonly DueCase[];
  /** Null for whoever is not on the privacy team. */
  readonly register: RegisterState | null;
  readonly today: CalendarDate;
};

/** The same date that the card and the list show. */
const dueCaseAt =
  ({ clock, table }: Casework) =>
  (request: Case): DueCase => {
    const { number, right, state, due } = summary(request, clock().toISOString(), table);
    return { number, right, state, due, open: isOpen(request) };
  };

const stateOf = (requests: readonly Case[], desk: Casework, now: CalendarDate): RegisterState => {
  const dueCase = dueCaseAt(desk);
  const cases = requests.map(dueCase);
  const counts = new Map<Right, number>();
  for (const { right } of cases) counts.set(right, (counts.get(right) ?? 0) + 1);
  const week = addDays(now, 7);
  return {
    open: cases.length,
    byRight: [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])),
    overdue: cases.filter(({ due }) => due !== null && due < now),
    dueThisWeek: cases.filter(({ due }) => due !== null && due >= now && due <= week),
    unowned: requests.filter(({ owner }) => owner === null).map(dueCase),
    waitingForRequester: requests.filter(waitsForRequester).map(dueCase),
    waitingForSecondPerson: requests.filter(waitsForSecondPerson).map(dueCase),
  };
};

/** Open things first, then the most urgent, then the newest. */
const inOrder = (a: DueCase, b: DueCase): number =>
  Number(b.open) - Number(a.open) ||
  (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
  b.number.localeCompare(a.number, undefined, { numeric: true });

export const myDesk = async (desk: Casework, user: string): Promise<MyDesk> => {
  const [work, all, heads] = await Promise.all([
    myWork(desk, user),
    openCases(desk, user),
    desk.register.list(),
  ]);
  const known = new Map(heads.map((head) => [head.id, head.summary]));
  const dueCase = dueCaseAt(desk);
  const mine = (rows: readonly CaseListRow[]) =>
    rows.map(({ request }) => dueCase(request)).toSorted(inOrder);
  const now = localDate(desk.clock(), desk.defaults.timeZone);
  const actor = await actorOf(desk, user);
  const requests = heads
    .map(({ summary: request }) => request)
    .filter((request) => isOpen(request) && !isBarred(request, user));
  /** What the gate says of this person, without the person's other cases: those are looked up when it is pressed. */
  const stepCase = (request: Case): StepCase => ({
    ...dueCase(request),
    step: nextStep(request, {
      actor,
      at: desk.clock().toISOString(),
      dateOf: (instant) => localDate(new Date(instant), request.timeZone),
      clock: clockReading(caseClock(request, desk.table)),
      law: desk.table,
      related: [],
    }),
  });
  return {
    tasks: work.tasks
      .flatMap(({ number, task }) => {
        const request = known.get(number);
        return request === undefined
          ? []
          : [{ ...dueCase(request), task: task.id, title: task.title, marked: isMarkable(request, task) }];
      })
      .toSorted(inOrder),
    owned: work.owned.map(({ request }) => stepCase(request)).toSorted(inOrder),
    approvals: requests
      .filter((request) => request.owner !== user && maySee(request, actor))
      .map(stepCase)
      .filter(({ step }) => step.who === 'approver' && step.act !== null)
      .toSorted(inOrder),
    asked: requests.flatMap((request) => {
      const systems = request.asked.filter(({ people, result }) => people.includes(user) && result === null);
      return systems.length === 0
        ? []
        : [
            {
              ...dueCase(request),
              systems: systems.map(({ system }) => systemNamed(system, request.places).name),
              by: answerDay(
                request,
                summary(request, desk.clock().toISOString(), desk.table),
                systems[0]?.askedAt ?? request.loggedAt,
                desk.table,
              ),
            },
          ];
    }),
    logged: mine(work.logged),
    register: all.ok
      ? stateOf(
          all.rows.map(({ request }) => request),
          desk,
          now,
        )
      : null,
    today: now,
  };
};
