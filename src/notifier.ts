/** The only file that posts unasked: the card of each case, and private messages to whoever was given something to do. */
import type { Clock } from './clock.ts';
import { type CaseFace, faceOf } from './flows/case-face.ts';
import type { SlackOut } from './handlers/parts.ts';
import type { Ledger } from './register/ledger.ts';
import type { Head, Register } from './register/register.ts';
import type { CalendarDate } from './requests/calendar-date.ts';
import { type Case, isOpen } from './requests/case.ts';
import type { CaseEvent } from './requests/case-events.ts';
import type { HolidayTable } from './requests/holidays.ts';
import { localDate } from './requests/zone.ts';
import type { Message } from './views/blocks.ts';
import { caseCard } from './views/case-card.ts';
import { dueLine } from './views/case-due.ts';
import { ownerMessage, taskMessage } from './views/case-notices.ts';

export type NotifierParts = {
  readonly register: Register<CaseEvent, Case>;
  readonly ledger: Ledger;
  readonly slack: Pick<SlackOut, 'post' | 'update' | 'findMarked' | 'errorCode'>;
  readonly table: HolidayTable;
  readonly clock: Clock;
  /** Where a new day begins for the cards. */
  readonly timeZone: string;
  /** Null where no channel is configured: then there are no cards, only private messages. */
  readonly channel: string | null;
  readonly after: (ms: number) => Promise<void>;
  readonly trouble: (did: string, error: unknown) => void;
};

export type Notifier = {
  /** Listens to the register and catches up on what was missed. Does not wait for Slack. */
  readonly start: () => Promise<void>;
  /** "18 days left" is true for a day: the first look at a new day, and the first of all, draws every open card again. */
  readonly lookAtDay: () => Promise<void>;
  /** Resolves when nothing is waiting to be said. */
  readonly idle: () => Promise<void>;
  readonly stop: () => void;
};

/** An older hand-over or task is no news any more: a restored register does not send private messages about the past. */
const newsMs = 3 * 24 * 60 * 60_000;
/** Slack takes a few dozen edits a minute without complaint. */
const atOnce = 20;
const longestWaitMs = 5 * 60_000;

const cardKey = (number: string): string => `card ${number}`;

/** Slack's words for a message that cannot be edited any more: then a new one is posted. */
const gone: readonly string[] = ['message_not_found', 'cant_update_message', 'edit_window_closed'];

/** Slack's words for a person who cannot be written to, now or later. */
const unreachable: readonly string[] = [
  'user_not_found',
  'account_inactive',
  'user_disabled',
  'cannot_dm_bot',
];

type Word = { readonly key: string; readonly to: string; readonly message: Message };

/** Who was given something by somebody else, as long as it is still theirs. Reads plain fields only. */
const wordsFrom = (face: CaseFace, history: readonly CaseEvent[], now: Date): readonly Word[] => {
  const { number, right, request } = face;
  const due = dueLine(face);
  return history.flatMap((event, index): readonly Word[] => {
    if (now.getTime() - Date.parse(event.at) > newsMs) return [];
    const key = `word ${number} ${index}`;
    if (event.type === 'handed_over' && event.to !== event.by && request.owner === event.to)
      return [{ key, to: event.to, message: ownerMessage(number, right, event.by, due) }];
    if (event.type !== 'task_assigned' || event.to === event.by) return [];
    const task = request.tasks.find((each) => each.id === event.task);
    return task?.status === 'open' && task.assignee === event.to
      ? [{ key, to: event.to, message: taskMessage(number, right, task.title, event.by, due) }]
      : [];
  });
};

export const notifier = (parts: NotifierParts): Notifier => {
  const { register, ledger, slack, clock, timeZone, channel, after, trouble } = parts;
  const waiting = new Set<string>();
  const failures = new Map<string, number>();
  const running = new Map<string, Promise<void>>();
  let stopped = false;
  let drawnOn: CalendarDate | null = null;
  let stopListening = (): void => {};

  const headOf = async (number: string): Promise<Head<Case> | undefined> =>
    (await register.list()).find(({ id }) => id === number);

  const later = (number: string): void => {
    const failed = (failures.get(number) ?? 0) + 1;
    failures.set(number, failed);
    void after(Math.min(longestWaitMs, 500 * 2 ** failed)).then(() => redraw(number));
  };

  const postCard = async (number: string, version: number, message: Message, to: string): Promise<void> => {
    const key = cardKey(number);
    // Another process is posting it right now: looked at again later.
    if (!(await ledger.claim(key))) return later(number);
    try {
      const posted = await slack.post({ channel: to }, message, { type: 'case_card', number });
      await ledger.confirm(key, { ...posted, version });
    } catch (error) {
      await ledger.release(key);
      throw error;
    }
  };

  const drawCard = async ({ id, length }: Head<Case>, face: CaseFace): Promise<void> => {
    if (channel === null) return;
    const key = cardKey(id);
    const place = ledger.find(key)?.place ?? null;
    if (place === null) {
      if (face.state !== 'closed') await postCard(id, length, caseCard(face), channel);
      return;
    }
    try {
      await slack.update({ channel: place.channel, ts: place.ts }, caseCard(face));
      await ledger.confirm(key, { ...place, version: length });
    } catch (error) {
      if (!gone.includes(slack.errorCode(error) ?? '')) throw error;
      await ledger.release(key);
      await postCard(id, length, caseCard(face), channel);
    }
  };

  const tell = async (face: CaseFace, history: readonly CaseEvent[]): Promise<void> => {
    for (const { key, to, message } of wordsFrom(face, history, clock())) {
      if (!(await ledger.claim(key))) continue;
      try {
        const posted = await slack.post({ channel: to }, message);
        await ledger.confirm(key, { ...posted, version: 0 });
      } catch (error) {
        // Somebody who has left cannot be told; the card says who it is waiting for.
        if (unreachable.includes(slack.errorCode(error) ?? ''))
          await ledger.confirm(key, { channel: to, ts: '', version: 0 });
        else {
          await ledger.release(key);
          throw error;
        }
      }
    }
  };

  const handle = async (number: string): Promise<void> => {
    const head = await headOf(number);
    if (head === undefined) return;
    const face = faceOf(parts, head.summary);
    await drawCard(head, face);
    if (clock().getTime() - Date.parse(head.changedAt) <= newsMs)
      await tell(face, await register.history(number));
  };

  const one = async (number: string): Promise<void> => {
    try {
      await handle(number);
      failures.delete(number);
    } catch (error) {
      trouble('telling about a case', error);
      later(number);
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

  /** What a crash cut off between posting and noting it down: looked for in the channel, else said again. */
  const resolveClaims = async (): Promise<void> => {
    for (const { key } of ledger.unconfirmed()) {
      const [kind, number = ''] = key.split(' ');
      if (kind !== 'card' && kind !== 'word') continue;
      const found =
        kind === 'card' && channel !== null
          ? await slack.findMarked(channel, { type: 'case_card', number })
          : null;
      if (found === null) await ledger.release(key);
      else await ledger.confirm(key, { ...found, version: 0 });
    }
  };

  const catchUp = async (): Promise<void> => {
    const now = clock().getTime();
    for (const { id, length, summary, changedAt } of await register.list()) {
      const place = ledger.find(cardKey(id))?.place ?? null;
      const stale = place === null ? isOpen(summary) : place.version < length;
      if (stale || now - Date.parse(changedAt) <= newsMs) redraw(id);
    }
  };

  return {
    lookAtDay: async () => {
      const today = localDate(clock(), timeZone);
      if (today === drawnOn) return;
      const heads = await register.list();
      drawnOn = today;
      for (const { id, summary } of heads) if (isOpen(summary)) redraw(id);
    },
    start: async () => {
      await resolveClaims();
      stopListening = register.onChange(redraw);
      await catchUp();
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
