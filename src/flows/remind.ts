/** One look at all cases: what is due is claimed, said, and confirmed. What fails is said again; what a crash cut off is looked for in Slack. */
import type { LedgerChange, LedgerEntry, LedgerPlace } from '../register/ledger.ts';
import { type Case, isOpen } from '../requests/case.ts';
import { isCivil } from '../requests/reminder-days.ts';
import {
  type Reminder,
  type RungCache,
  registerReminders,
  reminderByKey,
  remindersAt,
} from '../requests/reminders.ts';
import { localMoment } from '../requests/zone.ts';
import { digestBook, digestId, versionOf } from './digest-book.ts';
import { linesOf } from './reminder-digest.ts';
import {
  byMessage,
  readTellingKey,
  type Telling,
  tellingKey,
  tellingsOf,
  toChannel,
} from './reminder-plan.ts';
import type { Outgoing, RemindParts, Said, Scene } from './reminder-post.ts';

/** How many readers were told something, how many messages failed, how many older rungs a newer one stood for. */
export type Tick = { readonly told: number; readonly failed: number; readonly covered: number };

type Found = {
  readonly tellings: readonly Telling[];
  readonly covered: readonly LedgerChange[];
  /** Rungs that are planned from now on, whatever becomes of each telling. */
  readonly planned: readonly string[];
};

const minute = 60_000;
const longestWait = 60 * minute;
/** When Slack does not let us look, what was cut off goes into another day's message. */
const giveUpLooking = 12 * 60 * minute;

/** A clock that was set back leaves times that lie too far ahead: those are due as well. */
const isDue = ({ state, again }: LedgerEntry, now: Date): boolean => {
  const left = again === undefined ? 0 : Date.parse(again) - now.getTime();
  return left <= 0 || (state === 'failed' && left > longestWait);
};

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
  const { ledger, rules, post, failed } = parts;
  const cache: RungCache = new WeakMap();
  const digests = digestBook(parts, cache);

  /** What was never said: planned for its readers, with the older rungs that it stands for. */
  const freshly = (at: Scene, approvers: readonly string[]): Found => {
    const knows = (key: string): boolean => ledger.find(key) !== null;
    const readers = { approvers, channel: parts.hasChannel };
    const due: (readonly [Reminder, Case | null])[] = [
      ...registerReminders(knows, at.date, at.time, rules).map((reminder) => [reminder, null] as const),
      ...at.cases.flatMap((request) =>
        remindersAt(request, knows, at.date, at.time, rules, cache).map(
          (reminder) => [reminder, request] as const,
        ),
      ),
    ];
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

  const recordFailure = (entries: readonly LedgerEntry[], error: unknown, now: Date): Promise<void> => {
    const { code, inVain } = post.reason(error);
    return ledger.settle(
      entries.map(({ key, tries = 0 }): LedgerChange => {
        const wait = inVain ? minute : Math.min(longestWait, minute * 2 ** tries);
        return {
          key,
          state: 'failed',
          tries: tries + 1,
          again: new Date(now.getTime() + wait).toISOString(),
          why: inVain ? `in_vain:${code}` : code,
        };
      }),
    );
  };

  /** Claimed before, confirmed after; a crash in between is what `resolve` is for. */
  const attempt = async (id: string, at: Scene, act: () => Promise<LedgerPlace>): Promise<boolean> => {
    const carried = ledger.carriedBy(id).filter(({ state }) => state === 'claimed');
    try {
      const place = await act();
      await ledger.settle(
        carried.map(({ key }): LedgerChange => ({ key, state: 'confirmed', message: id, place })),
      );
      return true;
    } catch (error) {
      failed(error);
      await recordFailure(carried, error, at.now);
      return false;
    }
  };

  /** Claimed and never confirmed: it stands there, or it does not, or nobody can tell, and then it waits and doctor names it. */
  const resolve = async (now: Date): Promise<void> => {
    const cutOff = ledger
      .unconfirmed()
      .filter(({ message, at }) => message !== undefined && now.getTime() - Date.parse(at) >= parts.cutOffMs);
    const messages = new Map(cutOff.map((entry) => [entry.message ?? '', entry.at]));
    for (const [id, claimedAt] of messages) {
      const looked = await post.find(id.startsWith('direct/') ? (id.split('/')[1] ?? '') : toChannel, id);
      const stale = now.getTime() - Date.parse(claimedAt) > giveUpLooking;
      if (looked === 'unknown' && !stale) continue;
      const entries = cutOff.filter(({ message }) => message === id);
      await ledger.settle(
        entries.map(({ key }): LedgerChange => {
          if (looked !== 'absent' && looked !== 'unknown')
            return { key, state: 'confirmed', message: id, place: looked };
          return { key, state: readTellingKey(key) === null ? 'released' : 'failed', why: 'cut_off' };
        }),
      );
    }
  };

  /** To people at once; to the channel in today's message, or, when something became overdue after it was posted, in one of its own. */
  const messageOf = (at: Scene) => {
    const stands = digests.place(at.date) !== null;
    return ({ reader, reminder }: Telling): string => {
      if (reader !== toChannel) return `direct/${reader}/${at.now.toISOString()}`;
      return stands && reminder.overdue ? `alert/${at.now.toISOString()}` : digestId(at.date);
    };
  };

  const say = async (id: string, tellings: readonly Telling[], at: Scene): Promise<boolean> => {
    const lines = linesOf(
      tellings.map(({ reminder }) => reminder),
      [],
      at.caseOf,
    );
    const message: Outgoing = id.startsWith('alert/')
      ? { kind: 'alert', id, lines }
      : { kind: 'direct', id, to: tellings[0]?.reader ?? '', lines };
    return attempt(id, at, () => post.send(message));
  };

  let shown: { readonly at: Scene; readonly version: number } | null = null;
  /** The same cases on the same day make the same message: ten thousand lines are not drawn again each minute. */
  const unchanged = (at: Scene, version: number): boolean =>
    shown !== null &&
    shown.version === version &&
    shown.at.date === at.date &&
    shown.at.cases.length === at.cases.length &&
    shown.at.cases.every((request, index) => request === at.cases[index]);

  const showDigest = async (at: Scene): Promise<Said> => {
    const id = digestId(at.date);
    const place = digests.place(at.date);
    const news = ledger.carriedBy(id).some(({ state }) => state === 'claimed');
    if (!news && (place === null || unchanged(at, place.version))) return 'nothing';
    const message = digests.now(at);
    const version = versionOf(message.digest);
    shown = { at, version };
    if (place === null) {
      // Another process may be posting it right now; what it leaves out is edited in.
      if ((await ledger.claimAll([{ key: id, message: id }])).length === 0) return 'nothing';
      const sent = await attempt(id, at, async () => ({ ...(await post.send(message)), version }));
      return sent ? 'sent' : 'failed';
    }
    if (!news && place.version === version) return 'nothing';
    const edited = await attempt(id, at, async () => {
      await post.edit(place, message);
      return { ...place, version };
    });
    if (edited) await ledger.confirm(id, { ...place, version });
    return edited ? 'edited' : 'failed';
  };

  return async () => {
    const at = await lookAt(parts);
    await resolve(at.now);
    if (!isCivil(at.date, at.time, rules)) return { told: 0, failed: 0, covered: 0 };
    const fresh = freshly(at, await parts.approvers());
    const old = again(at);
    const known = new Set(fresh.tellings.map(({ key }) => key));
    const tellings = [...fresh.tellings, ...old.tellings.filter(({ key }) => !known.has(key))];
    const idFor = messageOf(at);
    const weekly = digests.weeklyDue(at);
    // Who is told stands in the ledger before the rung itself: a write that is cut short is planned again.
    const won = new Set(
      await ledger.claimAll([
        ...tellings.map((telling) => ({ key: telling.key, message: idFor(telling) })),
        ...(weekly === null ? [] : [{ key: weekly, message: digestId(at.date) }]),
      ]),
    );
    const covered = [...fresh.covered, ...old.covered];
    await ledger.settle([
      ...fresh.planned.map((key): LedgerChange => ({ key, state: 'confirmed' })),
      ...covered,
    ]);
    const mine = tellings.filter(({ key }) => won.has(key));
    let failures = 0;
    for (const [id, own] of byMessage(mine, idFor)) {
      if (id !== digestId(at.date) && !(await say(id, own, at))) failures += 1;
    }
    if (parts.hasChannel && (await showDigest(at)) === 'failed') failures += 1;
    return { told: mine.length, failed: failures, covered: covered.length };
  };
};
