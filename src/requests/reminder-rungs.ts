/** Every rung of one case up to today: which slot it stands at, and the date it is about. */
import { addDays, type CalendarDate, parseCalendarDate } from './calendar-date.ts';
import { type Case, isClient, isOpen } from './case.ts';
import type { Deadline } from './clock-case.ts';
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayUntil,
  subtractWorkingDays,
  type WorkingCalendar,
} from './holidays.ts';
import { caseCalendar, civilFrom, type ReminderRules, type Slot, slotAt } from './reminder-days.ts';
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
  unownedDays,
  updateEvery,
  waitingDays,
} from './reminder-table.ts';
import { ruleOf } from './rights.ts';
import { localDate, localMoment } from './zone.ts';

export type Rung = {
  /** 'T-5', 'due', 'overdue+2', 'chase+5', …: unique within its case and anchor. */
  readonly name: string;
  readonly row: RungRow;
  readonly slot: Slot;
  /** The date that it is about; a moved date makes new rungs. */
  readonly anchor: CalendarDate;
};

export type RungScene = {
  readonly request: Case;
  readonly deadline: Deadline | null;
  readonly rules: ReminderRules;
  readonly calendar: WorkingCalendar;
  readonly today: CalendarDate;
  readonly received: CalendarDate;
  readonly loggedOn: CalendarDate;
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

const countdownRow = (request: Case, days: number): RungRow | null => {
  if (request.right === 'complaint') return rows.complaintBefore;
  if (isClient(request.right)) return rows.ceiling;
  const decided = request.state === 'ready_for_review' || request.state === 'approved';
  if (days === 7 && decided) return null;
  if (days === 10 && !request.tasks.some(({ status, phase }) => status === 'open' && phase === 'work'))
    return null;
  const row = before[days];
  if (row === undefined) return null;
  const extensible = ruleOf(request.right).extension && request.extension === null;
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
    const row = countdownRow(request, days);
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

/** Every working day after the date, up to today. */
const overdue = (scene: RungScene, due: CalendarDate): readonly Rung[] => {
  const rungs: Rung[] = [];
  for (let day = addDays(due, 1), count = 0; day <= scene.today; day = addDays(day, 1)) {
    if (!isWorkingDay(day, scene.calendar)) continue;
    count += 1;
    rungs.push(onDay(scene, `overdue+${count}`, overdueRow(scene.request), day, due));
  }
  return rungs;
};

/** The cautious date first; where the law gives more time, its own last days too. */
const dateRungs = (scene: RungScene): readonly Rung[] => {
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
    ...(due === null ? [] : overdue(scene, due)),
  ];
};

const waitingRungs = (scene: RungScene): readonly Rung[] => {
  const { request, rules, deadline } = scene;
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
  const since = localDate(new Date(request.waitingSince), rules.zone);
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

/** Every so many working days since `from`, up to today. */
const repeated = (
  scene: RungScene,
  name: string,
  row: RungRow,
  from: CalendarDate,
  { first, every }: { readonly first: number; readonly every: number },
): readonly Rung[] => {
  const rungs: Rung[] = [];
  for (let days = first; ; days = days === first ? every * Math.ceil((first + 1) / every) : days + every) {
    const rung = after(scene, name, row, from, days);
    if (rung.slot.slice(0, 10) > scene.today) return rungs;
    rungs.push(rung);
  }
};

const updateRungs = (scene: RungScene): readonly Rung[] =>
  scene.request.right === 'complaint'
    ? repeated(scene, 'update', rows.update, scene.received, { first: updateEvery, every: updateEvery }).map(
        (rung) => (rung.name === `update+${outcomeAfter}` ? { ...rung, row: rows.outcome } : rung),
      )
    : [];

const unownedRungs = (scene: RungScene): readonly Rung[] =>
  scene.request.owner === null ? repeated(scene, 'unowned', rows.unowned, scene.loggedOn, unownedDays) : [];

const approvalRungs = (scene: RungScene): readonly Rung[] => {
  const { approvals, review, state } = scene.request;
  const asked = approvals
    .filter(({ status }) => status === 'pending')
    .map(({ id, askedAt }) => ({ id, askedAt }));
  const read =
    state === 'ready_for_review' && review !== null ? [{ id: 'review', askedAt: review.sentAt }] : [];
  return [...asked, ...read].flatMap(({ id, askedAt }) =>
    repeated(
      scene,
      `approval:${id}`,
      rows.approval,
      localDate(new Date(askedAt), scene.rules.zone),
      approvalDays,
    ),
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

const earliest = ({ request, rules, calendar }: RungScene): Slot => {
  const { date, time } = localMoment(new Date(request.loggedAt), rules.zone);
  return civilFrom(date, time, calendar, rules);
};

/** In order of time. What stood before the case was logged stands at the first civil moment after that. */
export const rungsOf = (
  request: Case,
  deadline: Deadline | null,
  rules: ReminderRules,
  today: CalendarDate,
): readonly Rung[] => {
  const scene: RungScene = {
    request,
    deadline,
    rules,
    calendar: caseCalendar(request, rules),
    today,
    received: localDate(new Date(request.receivedAt), rules.zone),
    loggedOn: localDate(new Date(request.loggedAt), rules.zone),
  };
  const first = earliest(scene);
  const open = isOpen(request);
  const logged: Rung = { name: 'logged', row: loggedRow(request), slot: first, anchor: scene.loggedOn };
  const rungs = open
    ? [
        logged,
        ...dateRungs(scene),
        ...waitingRungs(scene),
        ...checkRungs(scene),
        ...acknowledgeRungs(scene),
        ...updateRungs(scene),
        ...unownedRungs(scene),
        ...approvalRungs(scene),
        ...registerRungs(scene),
      ]
    : retentionRungs(scene);
  return rungs
    .map((rung, index) => ({ rung: rung.slot < first ? { ...rung, slot: first } : rung, index }))
    .sort((a, b) => (a.rung.slot < b.rung.slot ? -1 : a.rung.slot > b.rung.slot ? 1 : a.index - b.index))
    .map(({ rung }) => rung);
};
