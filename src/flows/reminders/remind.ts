/** One look at all cases: what is due is claimed, said, and confirmed. What fails is said again; what a crash cut off is looked for in Slack. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { LedgerChange } from '../../register/ledger.ts';
import { type Case, isOpen } from '../../requests/case/case.ts';
import { localMoment } from '../../requests/clock/zone.ts';
import { isCivil } from '../../requests/reminders/reminder-days.ts';
import {
  type Reminder,
  type RungCache,
  registerReminders,
  reminderByKey,
  remindersAt,
} from '../../requests/reminders/reminders.ts';
import { digestBook, digestId, versionOf } from './digest-book.ts';
import { linesOf } from './reminder-digest.ts';
import {
  byMessage,
  readTellingKey,
  type Telling,
  tellingKey,
  tellingsOf,
  toChannel,
  workersOn,
} from './reminder-plan.ts';
import type { Outgoing, RemindParts, Scene } from './reminder-post.ts';
import { isDue, sayingOnce } from './say-once.ts';

/** How many readers were told something, how many messages failed, how many older rungs a newer one stood for. */
export type Tick = { readonly told: number; readonly failed: number; readonly covered: number };

type Found = {
  readonly tellings: readonly Telling[];
  readonly covered: readonly LedgerChange[];
  /** Rungs that are planned from now on, whatever becomes of each telling. */
  readonly planned: readonly string[];
};

/** After so many cases somebody who has asked something gets a turn. */
const casesAtOnce = 100;

const lookAt = async ({ register, rules, clock }: RemindParts): Promise<Scene> => {
  const now = clock();
  const heads = (await register.list()).filter(({ erased, summary }) => !erased || isOpen(summary));
  const found = new Map(heads.map(({ id, summary }) => [id, summary]));
  return {
    now,
    ...localMoment(now, rules.zone),
    cases: heads.map(({ summary }) => summary),
    caseOf: (number) => found.get(number) ?? null,
  };
};

/** The function to call every minute or so; calls must not overlap. Rejects when the register or the ledger cannot be written. */
export const reminding = (parts: RemindParts): (() => Promise<Tick>) => {
  const { ledger, rules } = parts;
  const once = sayingOnce(parts);
  const cache: RungCache = new WeakMap();
  const digests = digestBook(parts, cache);
  /** Two processes that tick at the same moment must not take each other's message for their own. */
  const me = parts.newId();

  /** What was never said: planned for its readers, with the older rungs that it stands for. */
  const freshly = async (at: Scene): Promise<Found> => {
    const knows = (key: string): boolean => ledger.find(key) !== null;
    const due: (readonly [Reminder, Case | null])[] = registerReminders(knows, at.date, at.time, rules).map(
      (reminder) => [reminder, null],
    );
    for (const [index, request] of at.cases.entries()) {
      if (index % casesAtOnce === 0) await breathe();
      for (const reminder of remindersAt(request, knows, at.date, at.time, rules, cache))
        due.push([reminder, request]);
    }
    const readers = {
      approvers: await parts.approvers(),
      channel: parts.hasChannel,
      absences: await parts.absences([...new Set(due.flatMap(([, request]) => workersOn(request)))]),
    };
    const reached = due
      .map(([reminder, request]) => ({ reminder, tellings: tellingsOf(reminder, request, readers, at.now) }))
      .filter(({ tellings }) => tellings.length > 0);
    return {
      tellings: reached.flatMap(({ tellings }) => tellings),
      covered: reached.flatMap(({ reminder }) =>
        reminder.covers.map((key) => ({ key, state: 'covered' as const })),
      ),
      planned: reached.map(({ reminder }) => reminder.key),
    };
  };

  /** What failed or was snoozed: said now, unless the case has moved on or a newer rung speaks for it. */
  const again = (at: Scene): Found => {
    const tellings: Telling[] = [];
    const covered: LedgerChange[] = [];
    for (const entry of ledger.unsaid()) {
      const read = isDue(entry, at.now) ? readTellingKey(entry.key) : null;
      if (read === null) continue;
      const request = at.caseOf(read.number);
      const found =
        request === null
          ? registerReminders((key) => key !== read.reminder, at.date, at.time, rules).map((reminder) => ({
              reminder,
              newest: true,
            }))[0]
          : reminderByKey(request, read.reminder, at.date, at.time, rules, cache);
      const reader = entry.why?.startsWith('in_vain') === true && parts.hasChannel ? toChannel : read.reader;
      const key = tellingKey(read.reminder, reader);
      const speak = found?.newest === true && (key === entry.key || ledger.find(key) === null);
      if (speak) tellings.push({ key, reader, reminder: found.reminder });
      if (!speak || key !== entry.key) covered.push({ key: entry.key, state: 'covered' });
    }
    return { tellings, covered, planned: [] };
  };

  /** To people at once; to the channel in today's message, or, when something became overdue after it was posted, in one of its own: not for staff cases, which the channel only counts. */
  const messageOf = (at: Scene) => {
    const stands = digests.place(at.date) !== null;
    const mark = `${at.now.toISOString()}/${me}`;
    return ({ reader, reminder }: Telling): string => {
      if (reader !== toChannel) return `direct/${reader}/${mark}`;
      const restricted = at.caseOf(reminder.case ?? '')?.people === 'staff_or_applicant';
      return stands && reminder.overdue && !restricted ? `alert/${mark}` : digestId(at.date);
    };
  };

  const claimedFor = (id: string) => ledger.carriedBy(id).filter(({ state }) => state === 'claimed');

  const say = (id: string, tellings: readonly Telling[], at: Scene): Promise<boolean> => {
    const lines = linesOf(
      tellings.map(({ reminder }) => reminder),
      [],
      at.caseOf,
    );
    const message: Outgoing = id.startsWith('alert/')
      ? { kind: 'alert', id, lines }
      : { kind: 'direct', id, to: tellings[0]?.reader ?? '', lines };
    return once.send(claimedFor(id), message, 0, at.now);
  };

  let shown: { readonly at: Scene; readonly version: number; readonly keys: number } | null = null;
  /** The same cases and keys on the same day make the same message: ten thousand lines are not drawn again each minute. */
  const unchanged = (at: Scene, version: number, keys: number): boolean =>
    shown !== null &&
    shown.version === version &&
    shown.keys === keys &&
    shown.at.date === at.date &&
    shown.at.cases.length === at.cases.length &&
    shown.at.cases.every((request, index) => request === at.cases[index]);

  /** False when it could not be shown. */
  const showDigest = async (at: Scene): Promise<boolean> => {
    const id = digestId(at.date);
    const place = digests.place(at.date);
    const keys = ledger.carriedBy(id).length;
    const carried = claimedFor(id);
    const news = carried.length > 0;
    if (!news && (place === null || unchanged(at, place.version, keys))) return true;
    const message = digests.now(at);
    const version = versionOf(message.digest);
    shown = { at, version, keys };
    if (place !== null) {
      if (!news && place.version === version) return true;
      const done = await once.edit(carried, message, { ...place, version }, at.now);
      if (done !== 'gone') return done === 'edited';
    }
    // Another process may be posting it right now; what it leaves out is edited in.
    if ((await ledger.claimAll([{ key: id, message: id }])).length === 0) return true;
    return once.send(
      [...carried, ...ledger.carriedBy(id).filter(({ key }) => key === id)],
      message,
      version,
      at.now,
    );
  };

  /** Everything that was won, said. Answers how many messages failed. */
  const sayAll = async (mine: readonly Telling[], at: Scene): Promise<number> => {
    const idFor = messageOf(at);
    let failures = 0;
    for (const [id, own] of byMessage(mine, idFor)) {
      if (id !== digestId(at.date) && !(await say(id, own, at))) failures += 1;
    }
    if (parts.hasChannel && !(await showDigest(at))) failures += 1;
    return failures;
  };

  return async () => {
    await ledger.refresh();
    const at = await lookAt(parts);
    await once.resolve(at.now);
    if (!isCivil(at.date, at.time, rules) || once.isQuiet(at.now)) return { told: 0, failed: 0, covered: 0 };
    const fresh = await freshly(at);
    const old = again(at);
    const known = new Set(fresh.tellings.map(({ key }) => key));
    const tellings = [...fresh.tellings, ...old.tellings.filter(({ key }) => !known.has(key))];
    const idFor = messageOf(at);
    const weekly = digests.weeklyDue(at);
    // Who is told stands in the ledger before the rung itself: a write that is cut short is planned again.
    const won = await ledger.claimAll([
      ...tellings.map((telling) => ({ key: telling.key, message: idFor(telling) })),
      ...(weekly === null ? [] : [{ key: weekly, message: digestId(at.date) }]),
    ]);
    try {
      const covered = [...fresh.covered, ...old.covered];
      await ledger.settle([
        ...fresh.planned.map((key): LedgerChange => ({ key, state: 'confirmed' })),
        ...covered,
      ]);
      const keys = new Set(won);
      const mine = tellings.filter(({ key }) => keys.has(key));
      return { told: mine.length, failed: await sayAll(mine, at), covered: covered.length };
    } finally {
      // What could not even be noted down is looked for by the next tick.
      ledger.leave([...won, digestId(at.date)]);
    }
  };
};
