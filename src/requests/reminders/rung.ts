/** One rung of a case, what rungs are made from, and the ways to stand one on a working day. */
import type { Case } from '../case/case.ts';
import { addDays, type CalendarDate } from '../clock/calendar-date.ts';
import type { Deadline } from '../clock/clock-case.ts';
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayUntil,
  type WorkingCalendar,
} from '../clock/holidays.ts';
import { localDate, localMoment } from '../clock/zone.ts';
import { caseCalendar, civilFrom, type ReminderRules, type ReminderSlot, slotAt } from './reminder-days.ts';
import type { RungRow } from './reminder-table.ts';

export type Rung = {
  /** 'T-5', 'due', 'overdue+2', 'chase+5', …: unique within its case and anchor. */
  readonly name: string;
  readonly row: RungRow;
  readonly slot: ReminderSlot;
  /** The date that it is about; a moved date makes new rungs. */
  readonly anchor: CalendarDate;
};

/** What rungs are made from and what does not change from day to day. */
export type RungScene = {
  readonly request: Case;
  readonly deadline: Deadline | null;
  readonly rules: ReminderRules;
  readonly calendar: WorkingCalendar;
  readonly received: CalendarDate;
  readonly loggedOn: CalendarDate;
  /** The first civil moment after the case was logged. */
  readonly first: ReminderSlot;
  readonly dayOf: (instant: string) => CalendarDate;
};

export const rungOn = (
  scene: RungScene,
  name: string,
  row: RungRow,
  day: CalendarDate,
  anchor: CalendarDate,
): Rung => ({
  name,
  row,
  slot: slotAt(lastWorkingDayUntil(day, scene.calendar), scene.rules.time),
  anchor,
});

/** So many working days after `from`. */
export const rungAfter = (
  scene: RungScene,
  name: string,
  row: RungRow,
  from: CalendarDate,
  days: number,
): Rung => rungOn(scene, `${name}+${days}`, row, addWorkingDays(from, days, scene.calendar), from);

/** After `first` working days since `from`, then at every multiple of `every`, up to a day: one walk over the days. */
export const repeatedRungs = (
  scene: RungScene,
  name: string,
  row: RungRow,
  from: CalendarDate,
  { first, every }: { readonly first: number; readonly every: number },
  until: CalendarDate,
): readonly Rung[] => {
  const rungs: Rung[] = [];
  let days = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
    if (!isWorkingDay(day, scene.calendar)) continue;
    days += 1;
    if (days === first || (days > first && days % every === 0))
      rungs.push(rungOn(scene, `${name}+${days}`, row, day, from));
  }
  return rungs;
};

/** So many working days after its anchor does a repeated rung stand. */
export const countOf = ({ name }: Rung): number => Number(name.split('+').at(-1));

/** Asked once for each instant of the case: a zone's calendar is slow to read. */
const daysOf = ({ zone }: ReminderRules): RungScene['dayOf'] => {
  const known = new Map<string, CalendarDate>();
  return (instant) => {
    const day = known.get(instant) ?? localDate(new Date(instant), zone);
    known.set(instant, day);
    return day;
  };
};

export const sceneOf = (request: Case, deadline: Deadline | null, rules: ReminderRules): RungScene => {
  const calendar = caseCalendar(request, rules);
  const dayOf = daysOf(rules);
  const { date, time } = localMoment(new Date(request.loggedAt), rules.zone);
  return {
    request,
    deadline,
    rules,
    calendar,
    received: dayOf(request.receivedAt),
    loggedOn: dayOf(request.loggedAt),
    first: civilFrom(date, time, calendar, rules),
    dayOf,
  };
};
