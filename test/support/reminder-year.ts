import { readTellingKey } from '../../src/flows/reminders/reminder-plan.ts';
import { caseClock, clockReading } from '../../src/requests/case/case-clock.ts';
import type { CaseEvent } from '../../src/requests/case/case-events.ts';
import { logRequest } from '../../src/requests/case/intake.ts';
import { openActions } from '../../src/requests/case/open-actions.ts';
import { replay } from '../../src/requests/case/replay.ts';
import { type Right, rights } from '../../src/requests/clock/rights.ts';
import { localDate, localMoment } from '../../src/requests/clock/zone.ts';
import { isCivil } from '../../src/requests/reminders/reminder-days.ts';
import { type RungCache, remindersAt } from '../../src/requests/reminders/reminders.ts';
import { expectedByHand } from './by-hand.ts';
import { abe, ada, calls, form, moment, sam, tess, tom } from './case-story.ts';
import { dice } from './dice.ts';
import { reminderWorld, rules } from './reminder-world.ts';

const day = 86_400_000;
const hours = [3, 9.25, 11, 14, 16.5, 21];
const kinds: readonly Right[] = Object.keys(rights).filter((name): name is Right => name in rights);
const people = [tess, tom, ada, abe, sam];

/** A year of cases that people work on at random through the real decisions, with a tick six times a day. */
export const reminderYear = async (wanted: number, seed = 11) => {
  const roll = dice(seed);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(roll() * from.length)];
  const world = await reminderWorld('2026-12-01T00:00:00Z');
  const histories = new Map<string, readonly CaseEvent[]>();
  const counts = {
    ticks: 0,
    told: 0,
    covered: 0,
    failed: 0,
    events: 0,
    owed: 0,
    uncivil: 0,
    unsettled: 0,
    messages: 0,
    direct: 0,
    digests: 0,
    alerts: 0,
  };
  const seen = new Map<string, number>();
  /** Tellings by rung: the overdue of all days together, and so on. */
  const rungs = new Map<string, number>();
  /** Every seventh case is left alone, so that its days can be worked out by hand. */
  const untouched = new Set<string>();
  const diary = new Map<string, string[]>();
  let read = 0;
  const cache: RungCache = new WeakMap();

  const save = (number: string, history: readonly CaseEvent[]): void => {
    histories.set(number, history);
    world.put(replay(history));
  };

  const log = (at: string): void => {
    const right = kinds[histories.size % kinds.length] ?? 'access';
    const receivedAt = new Date(Date.parse(at) - Math.floor(roll() * 4) * day).toISOString();
    const intake = logRequest(form(right, { receivedAt }), moment(at, sam));
    const [first] = intake.ok ? intake.cases : [];
    if (first === undefined) return;
    const number = `${first.series}-2026-${String(histories.size + 1).padStart(4, '0')}`;
    const events = first.events(number);
    const taken = histories.size % 7 === 0 ? calls.take(replay(events), moment(at, tess)) : null;
    if (taken?.ok === true) untouched.add(number);
    save(number, taken?.ok === true ? events.concat(taken.events) : events);
  };

  const act = (number: string, at: string): void => {
    const history = histories.get(number) ?? [];
    const request = replay(history);
    const now = moment(at, pick(people) ?? tess, {
      clock: clockReading(caseClock(request, rules.table)),
      dateOf: (instant) => localDate(new Date(instant), rules.zone),
    });
    const action = pick(openActions(request, now));
    const decision = action === undefined ? null : calls[action](request, now);
    if (decision?.ok !== true || decision.events.length === 0) return;
    counts.events += decision.events.length;
    save(number, history.concat(decision.events));
  };

  const inspect = (): void => {
    const { date, time } = world.local();
    for (const standing of world.slack.slice(read)) {
      counts.messages += 1;
      if (standing.message.kind === 'direct') counts.direct += 1;
      else if (standing.message.kind === 'digest') counts.digests += 1;
      else counts.alerts += 1;
      const local = localMoment(new Date(standing.at), rules.zone);
      if (!isCivil(local.date, local.time, rules)) counts.uncivil += 1;
      if (standing.message.kind === 'digest') seen.set(standing.id, (seen.get(standing.id) ?? 0) + 1);
      else
        for (const { key, rung, case: number } of standing.message.lines.flatMap(
          ({ reminders }) => reminders,
        )) {
          seen.set(`${standing.to} ${key}`, (seen.get(`${standing.to} ${key}`) ?? 0) + 1);
          if (standing.to === tess.id && number !== null && untouched.has(number) && rung !== 'logged')
            diary.set(number, [...(diary.get(number) ?? []), `${local.date} ${rung}`]);
        }
    }
    read = world.slack.length;
    if (!isCivil(date, time, rules)) return;
    counts.unsettled += world.ledger().unsaid().length;
    const knows = (key: string): boolean => world.ledger().find(key) !== null;
    for (const number of histories.keys()) {
      const request = world.caseOf(number);
      if (request !== undefined) counts.owed += remindersAt(request, knows, date, time, rules, cache).length;
    }
  };

  const spread = 330 / wanted;
  for (let date = Date.parse('2026-12-01'), last = 0; date < Date.parse('2027-12-01'); date += day) {
    for (const hour of hours) {
      const at = new Date(date + hour * 3_600_000).toISOString();
      for (
        ;
        last * spread * day + Date.parse('2026-12-01') <= date && last < wanted && hour === 11;
        last += 1
      )
        log(at);
      if (hour === 11 || hour === 16.5)
        for (const number of histories.keys()) if (!untouched.has(number) && roll() < 0.06) act(number, at);
      world.set(Date.parse(at) + 60_000);
      const { told, covered, failed } = await world.tick();
      counts.ticks += 1;
      counts.told += told;
      counts.covered += covered;
      counts.failed += failed;
      inspect();
    }
  }
  const doubled = [...seen].filter(([, times]) => times > 1).map(([what]) => what);
  const byHand = [...untouched].flatMap((number) => {
    const request = world.caseOf(number);
    if (request === undefined) return [];
    const loggedOn = request.loggedAt.slice(0, 10);
    const expected = expectedByHand(request.right, request.receivedAt.slice(0, 10), loggedOn, '2027-11-30');
    const said = (diary.get(number) ?? []).filter((line) => line.slice(0, 10) > loggedOn).sort();
    return expected === null ? [] : [{ number, right: request.right, expected, said }];
  });
  for (const entry of await world.kept()) {
    const rung = readTellingKey(entry.key)?.reminder.split('/')[2];
    if (rung !== undefined && entry.state === 'confirmed') {
      const kind = rung
        .replace(/^approval:[^+]*/, 'approval')
        .replace(/^(overdue|update|unowned|approval|search)\+\d+$/, '$1');
      rungs.set(kind, (rungs.get(kind) ?? 0) + 1);
    }
  }
  const states = new Set([...histories.values()].map((history) => replay(history).state));
  await world.close();
  return {
    ...counts,
    cases: histories.size,
    doubled,
    states: states.size,
    byHand,
    rungs: Object.fromEntries([...rungs].sort()),
  };
};
