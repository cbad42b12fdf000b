/** When a case is told about: after each change, after what failed, and for what other instances left undone. */

import { faceOf } from '../flows/cases/case-face.ts';
import { isOpen } from '../requests/case/case.ts';
import type { CalendarDate } from '../requests/clock/calendar-date.ts';
import { localDate } from '../requests/clock/zone.ts';
import { reopeningTrouble } from '../requests/decisions/guards.ts';
import { underWayMs } from '../slack/port.ts';
import { cardKey, caseDelivery, type DeliveryParts } from './case-delivery.ts';
import { newsMs } from './case-notices.ts';

export type NotifierParts = DeliveryParts & {
  /** Where a new day begins for the cards. */
  readonly timeZone: string;
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
const longestWaitMs = 5 * 60_000;

/** Two days back: a card is looked at once more after its week is over. */
const lately = (now: Date): string => new Date(now.getTime() - 2 * 24 * 60 * 60_000).toISOString();

/** How often it is looked what other instances left undone. */
const lookMs = 10 * 60_000;

export const notifier = (parts: NotifierParts): Notifier => {
  const { register, ledger, slack, clock, timeZone, channel, civil, after, trouble } = parts;
  const waiting = new Set<string>();
  /** Probably right as they are: looked at when nothing else waits. */
  const unhurried = new Set<string>();
  const failures = new Map<string, number>();
  const running = new Map<string, Promise<void>>();
  let stopped = false;
  let drawnOn: CalendarDate | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let stopListening = (): void => {};

  const later = (number: string, waitMs = 0): void => {
    const failed = (failures.get(number) ?? 0) + 1;
    failures.set(number, failed);
    void after(Math.max(waitMs, Math.min(longestWaitMs, 500 * 2 ** failed))).then(() => redraw(number));
  };

  const { deliver, headOf, held } = caseDelivery(parts, (number) => redraw(number));

  const one = async (number: string): Promise<void> => {
    try {
      // Only what is done starts the waiting anew: looking in vain must become rarer, not stay as frequent as it was.
      if ((await deliver(number)) === 'done') failures.delete(number);
      else later(number);
    } catch (error) {
      trouble('telling about a case', error);
      const { mayStand, waitMs } = slack.sendingProblem(error);
      later(number, mayStand ? underWayMs : waitMs);
    }
  };

  /** One thing at a time for each case, so that order is kept; what changes meanwhile is drawn once more, afterwards. */
  const pump = (): void => {
    for (const queue of [waiting, unhurried])
      for (const number of queue) {
        if (stopped || running.size >= atOnce) return;
        if (running.has(number)) continue;
        queue.delete(number);
        const work = one(number).finally(() => {
          running.delete(number);
          pump();
        });
        running.set(number, work);
      }
  };

  const redraw = (number: string): void => {
    if (stopped) return;
    unhurried.delete(number);
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
      if (stale) redraw(id);
      // They may be many, and whoever looks may not live long: what is known to be missing, and what changes now, comes first.
      else if (news && now - Date.parse(changedAt) <= newsMs && !waiting.has(id)) unhurried.add(id);
    }
    pump();
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
