/** Which reminders of a case are due: pure, recomputed from the case as it is now; the ledger alone remembers what was said. */

import type { Case } from '../case/case.ts';
import { caseClock } from '../case/case-clock.ts';
import { addDays, type CalendarDate } from '../clock/calendar-date.ts';
import type { Deadline } from '../clock/clock-case.ts';
import { localMoment } from '../clock/zone.ts';
import { describeReminder, keyOf, type LedgerKnows, type Reminder } from './due-reminder.ts';
import { isCivil, type ReminderRules, type ReminderSlot, slotAt } from './reminder-days.ts';
import { rungsOf } from './reminder-rungs.ts';
import { type Rung, type RungScene, sceneOf } from './rung.ts';

const newestPerTrack = (rungs: readonly Rung[]): readonly (readonly Rung[])[] => {
  const tracks = new Map<string, Rung[]>();
  for (const rung of rungs) {
    const track = rung.row.track === 'approval' ? rung.name.replace(/\+\d+$/, '') : rung.row.track;
    const known = tracks.get(track);
    if (known === undefined) tracks.set(track, [rung]);
    else known.push(rung);
  }
  return [...tracks.values()];
};

type Kept = {
  /** The last day that the rungs are known for. */
  readonly until: CalendarDate;
  readonly rungs: readonly Rung[];
  readonly scene: RungScene;
  /** Everything before this slot has been said. */
  quietUntil: ReminderSlot;
};

/** A case's rungs do not change while the case is the same. One cache belongs to one ledger. */
export type RungCache = WeakMap<Case, Kept>;

const clockOf = (request: Case, { table }: ReminderRules): Deadline | null => {
  const clock = caseClock(request, table);
  return clock.ok ? clock.deadline : null;
};

/** One to three weeks ahead, not the same for all cases, so that no single day has to work out all of them. */
const horizonOf = ({ number }: Case, today: CalendarDate): CalendarDate =>
  addDays(today, 7 + (Number(number.slice(-2)) % 14));

const rungsBy = (
  request: Case,
  rules: ReminderRules,
  today: CalendarDate,
  cache: RungCache | undefined,
): Kept => {
  const kept = cache?.get(request);
  if (kept !== undefined && today <= kept.until) return kept;
  const scene = kept?.scene ?? sceneOf(request, clockOf(request, rules), rules);
  const until = cache === undefined ? today : horizonOf(request, today);
  const made: Kept = { until, scene, rungs: rungsOf(scene, until), quietUntil: '' };
  cache?.set(request, made);
  return made;
};

/**
 * What is due of one case at `now` and was not said yet: per track the newest rung, naming the older ones it stands for.
 * Nothing outside working days and civil hours. `now` is read on the team's wall clock, so that a changed clock is no event.
 */
export const remindersDue = (
  request: Case,
  knows: LedgerKnows,
  now: Date,
  rules: ReminderRules,
  cache?: RungCache,
): readonly Reminder[] => {
  const { date, time } = localMoment(now, rules.zone);
  return isCivil(date, time, rules) ? remindersAt(request, knows, date, time, rules, cache) : [];
};

/** The same where the caller has looked at the clock: ten thousand cases share one look. */
export const remindersAt = (
  request: Case,
  knows: LedgerKnows,
  date: CalendarDate,
  time: string,
  rules: ReminderRules,
  cache?: RungCache,
): readonly Reminder[] => {
  const kept = rungsBy(request, rules, date, cache);
  const { rungs, scene } = kept;
  const slot = slotAt(date, time);
  if (slot < kept.quietUntil) return [];
  const passed = rungs.filter((rung) => rung.slot <= slot);
  const found = newestPerTrack(passed).flatMap((track) => {
    const newest = track.at(-1);
    if (newest === undefined || knows(keyOf(request, newest))) return [];
    const older = track.slice(0, -1).map((rung) => keyOf(request, rung));
    return [
      describeReminder(
        request,
        scene.deadline,
        date,
        newest,
        older.filter((key) => !knows(key)),
      ),
    ];
  });
  // Rungs stand in order of time, so the next one is the first that has not passed.
  if (found.length === 0) kept.quietUntil = rungs[passed.length]?.slot ?? slotAt(kept.until, '99');
  return withoutStaleNews(found);
};

/** "New in the register" is no news any more when a later rung of the countdown is said in the same breath. */
const withoutStaleNews = (found: readonly Reminder[]): readonly Reminder[] => {
  const logged = found.find(({ track }) => track === 'logged');
  const later = found.find(
    ({ track, slot }) => track === 'date' && logged !== undefined && slot > logged.slot,
  );
  if (logged === undefined || later === undefined) return found;
  return found
    .filter((each) => each !== logged)
    .map((each) => (each === later ? { ...each, covers: [...each.covers, logged.key] } : each));
};

/** A rung by its key, as it stands now; `newest` is false when a later one of its track is due too. Null when the case has moved on and the rung is no more. */
export const reminderByKey = (
  request: Case,
  key: string,
  date: CalendarDate,
  time: string,
  rules: ReminderRules,
  cache?: RungCache,
): { readonly reminder: Reminder; readonly newest: boolean } | null => {
  const { rungs, scene } = rungsBy(request, rules, date, cache);
  const slot = slotAt(date, time);
  const track = newestPerTrack(rungs.filter((rung) => rung.slot <= slot)).find((each) =>
    each.some((rung) => keyOf(request, rung) === key),
  );
  const rung = track?.find((each) => keyOf(request, each) === key);
  if (track === undefined || rung === undefined) return null;
  return {
    reminder: describeReminder(request, scene.deadline, date, rung, []),
    newest: track.at(-1) === rung,
  };
};

/** The deadline that the rungs were made from: computed once a case. */
export const deadlineOf = (
  request: Case,
  date: CalendarDate,
  rules: ReminderRules,
  cache?: RungCache,
): Deadline | null => rungsBy(request, rules, date, cache).scene.deadline;
