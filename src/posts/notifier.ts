/** The only file that posts unasked: the card of each case, and private messages to whoever was given something to do. */

import type { Clock } from '../base/clock.ts';
import { type CaseFace, faceOf } from '../flows/cases/case-face.ts';
import type { Ledger, LedgerPlace } from '../register/ledger.ts';
import type { Head, Register } from '../register/register.ts';
import { type Case, isOpen } from '../requests/case/case.ts';
import type { CaseEvent } from '../requests/case/case-events.ts';
import type { CalendarDate } from '../requests/clock/calendar-date.ts';
import type { HolidayTable } from '../requests/clock/holidays.ts';
import { localDate } from '../requests/clock/zone.ts';
import { reopeningTrouble } from '../requests/decisions/guards.ts';
import { messageGone, personGone } from '../slack/errors.ts';
import type { MessageMark, SlackOut } from '../slack/port.ts';
import type { Message } from '../views/blocks.ts';
import { caseCard } from '../views/cases/case-card.ts';
import { newsMs, noticesOf, readerOfWord, wordKey } from './case-notices.ts';
import { noting } from './posting-once.ts';

export type NotifierParts = {
  readonly register: Register<CaseEvent, Case>;
  readonly ledger: Ledger;
  readonly slack: Pick<SlackOut, 'post' | 'update' | 'lookFor' | 'errorCode' | 'sendingProblem'>;
  readonly table: HolidayTable;
  readonly clock: Clock;
  /** Where a new day begins for the cards. */
  readonly timeZone: string;
  /** Null where no channel is configured: then there are no cards, only private messages. */
  readonly channel: string | null;
  /** Who may approve, asked when somebody is to be told. */
  readonly approvers: () => Promise<readonly string[]>;
  /** Whether people may be written to now about a case. */
  readonly civil: (face: CaseFace, now: Date) => boolean;
  readonly after: (ms: number) => Promise<void>;
  readonly trouble: (did: string, error: unknown) => void;
};

export type Notifier = {
  /** Listens to the register and catches up on what was missed. Does not wait for Slack. */
  readonly start: () => Promise<void>;
  /**
   * For every minute. Each ten of them it draws the cards that another instance should have drawn; the first look at a day draws every open
   * card, since "18 days left" is true for a day.
   */
  readonly lookAround: () => Promise<void>;
  /** Resolves when nothing is waiting to be said. */
  readonly idle: () => Promise<void>;
  readonly stop: () => void;
};

/** Slack takes a few dozen edits a minute without complaint. */
const atOnce = 20;
/** A post without an answer may still arrive: it is looked for a little later. */
const underWayMs = 30_000;
const longestWaitMs = 5 * 60_000;

type Drawn = 'done' | 'not yet';

/** Two days back: a card is looked at once more after its week is over. */
const lately = (now: Date): string => new Date(now.getTime() - 2 * 24 * 60 * 60_000).toISOString();

const cardKey = (number: string): string => `card ${number}`;

/** How often it is looked what other instances left undone. */
const lookMs = 10 * 60_000;

export const notifier = (parts: NotifierParts): Notifier => {
  const { register, ledger, slack, table, clock, timeZone, channel, approvers, civil, after, trouble } =
    parts;
  const waiting = new Set<string>();
  const failures = new Map<string, number>();
  const running = new Map<string, Promise<void>>();
  /** Cases with something to be said at the next civil hour. */
  const held = new Set<string>();
  let stopped = false;
  let drawnOn: CalendarDate | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let stopListening = (): void => {};

  const headOf = async (number: string): Promise<Head<Case> | undefined> =>
    (await register.list()).find(({ id }) => id === number);

  const later = (number: string, waitMs = 0): void => {
    const failed = (failures.get(number) ?? 0) + 1;
    failures.set(number, failed);
    void after(Math.max(waitMs, Math.min(longestWaitMs, 500 * 2 ** failed))).then(() => redraw(number));
  };

  const { post, lookUp } = noting({ ledger, slack });

  const postCard = async (number: string, version: number, message: Message, to: string): Promise<Drawn> => {
    const key = cardKey(number);
    // Being posted right now by another process, or cut off: looked at again later.
    if (!(await ledger.claim(key))) return 'not yet';
    await post(key, version, { channel: to }, message, { type: 'case_card', number });
    return 'done';
  };

  const drawCard = async ({ id, length }: Head<Case>, face: CaseFace): Promise<Drawn> => {
    if (channel === null) return 'done';
    const key = cardKey(id);
    const place = ledger.find(key)?.place ?? null;
    if (place === null) {
      return face.state === 'closed' ? 'done' : postCard(id, length, caseCard(face), channel);
    }
    try {
      await slack.update({ channel: place.channel, ts: place.ts }, caseCard(face));
      await ledger.confirm(key, { ...place, version: length });
    } catch (error) {
      if (!messageGone.includes(slack.errorCode(error) ?? '')) throw error;
      await ledger.release(key);
      return postCard(id, length, caseCard(face), channel);
    }
    // Another instance may have drawn a newer one that this one has just painted over.
    if (((await headOf(id))?.length ?? 0) > length) redraw(id);
    return 'done';
  };

  /** A person is told once; what they were told is edited when it is done, and not said at all when it was done before. */
  const tell = async (face: CaseFace, history: readonly CaseEvent[]): Promise<void> => {
    const now = clock();
    const open = civil(face, now);
    let waits = false;
    for (const { key, to, message, version, done, atOnce, fresh } of noticesOf(face, history, {
      approvers: await approvers(),
      now,
      law: table,
    })) {
      const place = ledger.find(key)?.place ?? null;
      if (place !== null) {
        if (place.version < version) await settle(key, place, version, message);
        continue;
      }
      if (done || !fresh) continue;
      if (!open && !atOnce) {
        waits = true;
        continue;
      }
      if (!(await ledger.claim(key))) continue;
      try {
        await post(key, version, { channel: to }, message, { type: 'privacy_reminder', key });
      } catch (error) {
        // Somebody who has left cannot be told; the card says who it is waiting for.
        if (!personGone.includes(slack.errorCode(error) ?? '')) throw error;
        await ledger.confirm(key, { channel: to, ts: '', version: version + 1 });
      }
    }
    if (waits) held.add(face.number);
    else held.delete(face.number);
  };

  const settle = async (
    key: string,
    place: LedgerPlace,
    version: number,
    message: Message,
  ): Promise<void> => {
    try {
      if (place.ts !== '') await slack.update({ channel: place.channel, ts: place.ts }, message);
    } catch (error) {
      // Whoever deleted it needs no edit.
      if (!messageGone.includes(slack.errorCode(error) ?? '')) throw error;
    }
    await ledger.confirm(key, { ...place, version });
  };

  const readerOf = async (number: string, key: string): Promise<string | null> => {
    const head = await headOf(number);
    if (head === undefined) return null;
    const facts = { approvers: await approvers(), now: clock(), law: table };
    return readerOfWord(faceOf(parts, head.summary), await register.history(number), key, facts);
  };

  /** What was cut off between posting and noting it down, here or in a process that is gone: looked for, else said again. False: not yet. */
  const resolve = async (number: string): Promise<boolean> => {
    const cutOff = await ledger.adopt(
      ({ key }) => key === cardKey(number) || key.startsWith(wordKey(number)),
    );
    let resolved = true;
    for (const { key } of cutOff) {
      const to = key === cardKey(number) ? channel : await readerOf(number, key);
      const mark: MessageMark =
        key === cardKey(number) ? { type: 'case_card', number } : { type: 'privacy_reminder', key };
      const looked = await lookUp(key, to === null ? null : { channel: to }, mark);
      if (looked === 'later') resolved = false;
    }
    return resolved;
  };

  const handle = async (number: string): Promise<Drawn> => {
    await ledger.refresh();
    const head = await headOf(number);
    if (head === undefined) return 'done';
    if (!(await resolve(number))) return 'not yet';
    const face = faceOf(parts, head.summary);
    const drawn = await drawCard(head, face);
    if (clock().getTime() - Date.parse(head.changedAt) <= newsMs)
      // What was appended meanwhile is said with the case that it belongs to.
      await tell(face, (await register.history(number)).slice(0, head.length));
    return drawn;
  };

  const one = async (number: string): Promise<void> => {
    try {
      // Only what is done starts the waiting anew: looking in vain must become rarer, not stay as frequent as it was.
      if ((await handle(number)) === 'done') failures.delete(number);
      else later(number);
    } catch (error) {
      trouble('telling about a case', error);
      const { mayStand, waitMs } = slack.sendingProblem(error);
      later(number, mayStand ? underWayMs : waitMs);
    }
  };

  /** One thing at a time for each case, so that order is kept; what changes meanwhile is drawn once more, afterwards. */
  const pump = (): void => {
    for (const number of waiting) {
      if (stopped || running.size >= atOnce) return;
      if (running.has(number)) continue;
      waiting.delete(number);
      const work = one(number).finally(() => {
        running.delete(number);
        pump();
      });
      running.set(number, work);
    }
  };

  const redraw = (number: string): void => {
    if (stopped) return;
    waiting.add(number);
    pump();
  };

  /** Cards that are missing or old, whoever of several instances should have drawn them; `news` also looks for words that were not said. */
  const catchUp = async (news: boolean): Promise<void> => {
    await ledger.refresh();
    const now = clock().getTime();
    for (const { id, length, summary, changedAt } of await register.list()) {
      const place = ledger.find(cardKey(id))?.place ?? null;
      const stale = channel !== null && (place === null ? isOpen(summary) : place.version < length);
      if (stale || (news && now - Date.parse(changedAt) <= newsMs)) redraw(id);
    }
  };

  return {
    lookAround: async () => {
      const now = clock();
      for (const number of held) {
        const head = await headOf(number);
        if (head !== undefined && civil(faceOf(parts, head.summary), now)) redraw(number);
      }
      if (channel === null) return;
      const today = localDate(now, timeZone);
      if (today === drawnOn && now.getTime() - lookedAt < lookMs) return;
      lookedAt = now.getTime();
      await catchUp(false);
      if (today === drawnOn) return;
      const heads = await register.list();
      drawnOn = today;
      // What can be reopened no longer loses its button on its card.
      for (const { id, summary } of heads)
        if (isOpen(summary) || reopeningTrouble(summary, lately(now)) === null) redraw(id);
    },
    start: async () => {
      stopListening = register.onChange(redraw);
      await catchUp(true);
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
    stop: () => {
      stopped = true;
      stopListening();
    },
  };
};
