/** Rungs down to the date of a case, on the day itself, and past it. */
import { type Case, isClient } from '../case/case.ts';
import { addDays, type CalendarDate } from '../clock/calendar-date.ts';
import { isWorkingDay, lastWorkingDayUntil, regimeOf, subtractWorkingDays } from '../clock/holidays.ts';
import { slotAt } from './reminder-days.ts';
import {
  afternoon,
  before,
  beforeWithoutExtension,
  ceilingDays,
  ladderOf,
  type RungRow,
  rows,
} from './reminder-table.ts';
import { type Rung, type RungScene, rungOn } from './rung.ts';

const countdownRow = ({ request, rules }: RungScene, days: number): RungRow | null => {
  if (request.right === 'complaint') return rows.complaintBefore;
  if (isClient(request.right)) return rows.ceiling;
  const decided = request.state === 'ready_for_review' || request.state === 'approved';
  if (days === 7 && decided) return null;
  if (days === 10 && !request.tasks.some(({ status, phase }) => status === 'open' && phase === 'work'))
    return null;
  const row = before[days];
  if (row === undefined) return null;
  const law = regimeOf(rules.table, request.regime)?.rights[request.right];
  const extensible = law?.extension === true && request.extension === null;
  return extensible ? row : { ...row, ask: beforeWithoutExtension[days] ?? row.ask };
};

const lastDayRow = ({ right }: Case): RungRow => {
  if (isClient(right)) return rows.ceilingToday;
  return right === 'complaint' ? rows.complaintToday : rows.due;
};

const overdueRow = ({ right }: Case): RungRow => {
  if (isClient(right)) return rows.ceilingPassed;
  return right === 'complaint' ? rows.complaintOverdue : rows.overdue;
};

/** Down to one date: working days before, the day itself (or the last working day before it), twice. */
const countdown = (scene: RungScene, date: CalendarDate, steps: readonly number[]): readonly Rung[] => {
  const { request, calendar, rules } = scene;
  const last = lastWorkingDayUntil(date, calendar);
  const down = steps.flatMap((days) => {
    const row = countdownRow(scene, days);
    const day = subtractWorkingDays(last, days, calendar);
    return row === null ? [] : [rungOn(scene, `T-${days}`, row, day, date)];
  });
  const second: readonly Rung[] =
    rules.time < afternoon
      ? [
          {
            name: 'due-14:00',
            row:
              isClient(request.right) || request.right === 'complaint' ? lastDayRow(request) : rows.afternoon,
            slot: slotAt(last, afternoon),
            anchor: date,
          },
        ]
      : [];
  return [...down, rungOn(scene, 'due', lastDayRow(request), date, date), ...second];
};

/** Every working day after the date, up to a day. */
const overdue = (scene: RungScene, due: CalendarDate, until: CalendarDate): readonly Rung[] => {
  const rungs: Rung[] = [];
  for (let day = addDays(due, 1), count = 0; day <= until; day = addDays(day, 1)) {
    if (!isWorkingDay(day, scene.calendar)) continue;
    count += 1;
    rungs.push(rungOn(scene, `overdue+${count}`, overdueRow(scene.request), day, due));
  }
  return rungs;
};

/** The cautious date first; where the law gives more time, its own last days too. */
export const dateRungs = (scene: RungScene, until: CalendarDate): readonly Rung[] => {
  const { request, deadline } = scene;
  if (deadline === null || (request.right === 'complaint' && request.acknowledgedAt !== null)) return [];
  const { due, cautiousDue } = deadline;
  const target = cautiousDue ?? due;
  if (target === null) return [];
  const ceilings = isClient(request.right)
    ? ceilingDays.map((days) =>
        rungOn(scene, `ceiling-${days}`, rows.ceiling, addDays(target, -days), target),
      )
    : [];
  return [
    ...ceilings,
    ...countdown(scene, target, ladderOf[request.right]),
    ...(due !== null && due > target ? countdown(scene, due, [1]) : []),
    ...(due === null ? [] : overdue(scene, due, until)),
  ];
};
