/** Every rung of one case: which slot it stands at, and the date it is about. */

import { type Case, isClient, isOpen } from '../case/case.ts';
import { addDays, type CalendarDate, parseCalendarDate } from '../clock/calendar-date.ts';
import type { Deadline } from '../clock/clock-case.ts';
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayUntil,
  regimeOf,
  subtractWorkingDays,
  type WorkingCalendar,
} from '../clock/holidays.ts';
import { localDate, localMoment } from '../clock/zone.ts';
import { caseCalendar, civilFrom, type ReminderRules, type ReminderSlot, slotAt } from './reminder-days.ts';
import {
  acknowledgeDays,
  afternoon,
  approvalDays,
  before,
  beforeWithoutExtension,
  ceilingDays,
  checkDays,
  clientChases,
  ladderOf,
  outcomeAfter,
  type RungRow,
  rows,
  searchDays,
  unownedDays,
  updateEvery,
  waitingDays,
} from './reminder-table.ts';

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

const onDay = (
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
const after = (scene: RungScene, name: string, row: RungRow, from: CalendarDate, days: number): Rung =>
  onDay(scene, `${name}+${days}`, row, addWorkingDays(from, days, scene.calendar), from);

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
    return row === null ? [] : [onDay(scene, `T-${days}`, row, day, date)];
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
  return [...down, onDay(scene, 'due', lastDayRow(request), date, date), ...second];
};

/** Every working day after the date, up to a day. */
const overdue = (scene: RungScene, due: CalendarDate, until: CalendarDate): readonly Rung[] => {
  const rungs: Rung[] = [];
  for (let day = addDays(due, 1), count = 0; day <= until; day = addDays(day, 1)) {
    if (!isWorkingDay(day, scene.calendar)) continue;
    count += 1;
    rungs.push(onDay(scene, `overdue+${count}`, overdueRow(scene.request), day, due));
  }
  return rungs;
};

/** The cautious date first; where the law gives more time, its own last days too. */
const dateRungs = (scene: RungScene, until: CalendarDate): readonly Rung[] => {
  const { request, deadline } = scene;
  if (deadline === null || (request.right === 'complaint' && request.acknowledgedAt !== null)) return [];
  const { due, cautiousDue } = deadline;
  const target = cautiousDue ?? due;
  if (target === null) return [];
  const ceilings = isClient(request.right)
    ? ceilingDays.map((days) => onDay(scene, `ceiling-${days}`, rows.ceiling, addDays(target, -days), target))
    : [];
  return [
    ...ceilings,
    ...countdown(scene, target, ladderOf[request.right]),
    ...(due !== null && due > target ? countdown(scene, due, [1]) : []),
    ...(due === null ? [] : overdue(scene, due, until)),
  ];
};

const waitingRungs = (scene: RungScene): readonly Rung[] => {
  const { request, deadline } = scene;
  if (isClient(request.right) && deadline?.due === null) {
    const chases = clientChases.days.map((days) =>
      onDay(scene, `client+${days}`, rows.clientChase, addDays(scene.loggedOn, days), scene.loggedOn),
    );
    const late = addDays(scene.loggedOn, clientChases.lateDays);
    return [
      ...chases,
      onDay(scene, `client+${clientChases.lateDays}`, rows.clientLate, late, scene.loggedOn),
    ];
  }
  if (request.waitingSince === null) return [];
  const since = scene.dayOf(request.waitingSince);
  const long = waitingDays.longCalendarDays;
  const waits = request.state !== 'in_progress';
  return [
    after(scene, 'waiting', rows.waitingOwner, since, waitingDays.owner),
    ...waitingDays.chasers.map((days) => after(scene, 'chase', rows.chaser, since, days)),
    ...(waits ? [onDay(scene, `paused+${long}`, rows.pausedLong, addDays(since, long), since)] : []),
  ];
};

/** What has to happen at once, whatever the month says: has it? */
const checkRungs = (scene: RungScene): readonly Rung[] => {
  const { request } = scene;
  const toStop = request.right === 'direct_marketing_objection' || request.right === 'consent_withdrawal';
  const toRestrict = request.right === 'restriction' || request.right === 'objection';
  const working = request.tasks.some(
    ({ status, phase, mandatory }) => mandatory && phase === 'work' && status === 'open',
  );
  const open = toStop ? working : toRestrict && !request.restricted;
  const row = toStop ? rows.stopped : rows.restrictedYet;
  return open ? checkDays.map((days) => after(scene, 'check', row, scene.received, days)) : [];
};

const noAcknowledgement: readonly Case['right'][] = [
  'direct_marketing_objection',
  'consent_withdrawal',
  'client_data_deletion',
  'client_information_retention',
];

const toAcknowledge = ({ acknowledgedAt, right }: Case): boolean =>
  acknowledgedAt === null && !noAcknowledgement.includes(right);

/** What is done already is not asked for. */
const loggedRow = (request: Case): RungRow => {
  const asks = [
    ...(request.owner === null ? ['take it'] : []),
    ...(toAcknowledge(request) ? ['acknowledge it'] : []),
  ];
  return asks.length === 0
    ? rows.logged
    : { ...rows.logged, ask: `New in the register: ${asks.join(' and ')}.` };
};

const acknowledgeRungs = (scene: RungScene): readonly Rung[] =>
  toAcknowledge(scene.request)
    ? acknowledgeDays.map((days) => after(scene, 'acknowledge', rows.acknowledge, scene.received, days))
    : [];

/** After `first` working days since `from`, then at every multiple of `every`, up to a day: one walk over the days. */
const repeated = (
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
      rungs.push(onDay(scene, `${name}+${days}`, row, day, from));
  }
  return rungs;
};

const updateRungs = (scene: RungScene, until: CalendarDate): readonly Rung[] =>
  scene.request.right === 'complaint'
    ? repeated(
        scene,
        'update',
        rows.update,
        scene.received,
        { first: updateEvery, every: updateEvery },
        until,
      ).map((rung) => (rung.name === `update+${outcomeAfter}` ? { ...rung, row: rows.outcome } : rung))
    : [];

/** So many working days after its anchor does a repeated rung stand. */
const countOf = ({ name }: Rung): number => Number(name.split('+').at(-1));

/** Without a date nothing can be said to be late. */
const unownedRow = (days: number, dated: boolean): RungRow => {
  if (days < unownedDays.again) return rows.unowned;
  if (days < unownedDays.long) return dated ? rows.unownedAgain : rows.unownedUndated;
  return dated ? rows.unownedLong : rows.unownedLongUndated;
};

const isDated = ({ deadline }: RungScene): boolean =>
  deadline !== null && (deadline.due !== null || deadline.cautiousDue !== null);

const unownedRungs = (scene: RungScene, until: CalendarDate): readonly Rung[] =>
  scene.request.owner === null
    ? repeated(scene, 'unowned', rows.unowned, scene.loggedOn, unownedDays, until).map((rung) => ({
        ...rung,
        row: unownedRow(countOf(rung), isDated(scene)),
      }))
    : [];

/** For each round that somebody has not answered. */
const searchRungs = (scene: RungScene, until: CalendarDate): readonly Rung[] => {
  const out = scene.request.asked.filter(({ result }) => result === null);
  const [first] = out.map(({ askedAt }) => askedAt).toSorted();
  return first === undefined
    ? []
    : repeated(scene, 'search', rows.searchOut, scene.dayOf(first), searchDays, until).map((rung) =>
        countOf(rung) < searchDays.long ? rung : { ...rung, row: rows.searchLong },
      );
};

const approvalRungs = (scene: RungScene, until: CalendarDate): readonly Rung[] => {
  const { approvals, review, state } = scene.request;
  const asked = approvals
    .filter(({ status }) => status === 'pending')
    .map(({ id, askedAt }) => ({ id, askedAt }));
  const read =
    state === 'ready_for_review' && review !== null ? [{ id: 'review', askedAt: review.sentAt }] : [];
  return [...asked, ...read].flatMap(({ id, askedAt }) =>
    repeated(scene, `approval:${id}`, rows.approval, scene.dayOf(askedAt), approvalDays, until),
  );
};

const registerRungs = (scene: RungScene): readonly Rung[] => {
  const { deadline, loggedOn } = scene;
  const about = deadline?.due ?? deadline?.cautiousDue ?? loggedOn;
  return deadline?.flags.includes('outside_holiday_table') === true
    ? [{ name: 'beyond-holidays', row: rows.beyondHolidays, slot: '', anchor: about }]
    : [];
};

/** When an ended case is to be erased. */
const retentionRungs = (scene: RungScene): readonly Rung[] => {
  const until = parseCalendarDate(scene.request.retainUntil ?? '');
  return until === undefined ? [] : [onDay(scene, 'retention', rows.retention, until, until)];
};

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

/** Up to a day, in order of time. What stood before the case was logged stands at the first civil moment after that. */
export const rungsOf = (scene: RungScene, until: CalendarDate): readonly Rung[] => {
  const { request, first, loggedOn } = scene;
  const logged: Rung = { name: 'logged', row: loggedRow(request), slot: first, anchor: loggedOn };
  const rungs = isOpen(request)
    ? [
        logged,
        ...dateRungs(scene, until),
        ...waitingRungs(scene),
        ...checkRungs(scene),
        ...acknowledgeRungs(scene),
        ...updateRungs(scene, until),
        ...unownedRungs(scene, until),
        ...approvalRungs(scene, until),
        ...searchRungs(scene, until),
        ...registerRungs(scene),
      ]
    : retentionRungs(scene);
  return rungs
    .map((rung, index) => ({ rung: rung.slot < first ? { ...rung, slot: first } : rung, index }))
    .sort((a, b) => (a.rung.slot < b.rung.slot ? -1 : a.rung.slot > b.rung.slot ? 1 : a.index - b.index))
    .map(({ rung }) => rung);
};
