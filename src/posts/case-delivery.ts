/** What is said of one case, and saying it once: its card, and private messages to whoever was given something to do. */
import type { Clock } from '../base/clock.ts';
import { type CaseFace, faceOf } from '../flows/cases/case-face.ts';
import type { Ledger, LedgerPlace } from '../register/ledger.ts';
import type { Head, Register } from '../register/register.ts';
import type { Case } from '../requests/case/case.ts';
import type { CaseEvent } from '../requests/case/case-events.ts';
import type { HolidayTable } from '../requests/clock/holidays.ts';
import { messageGone, personGone } from '../slack/errors.ts';
import type { MessageMark, SlackOut } from '../slack/port.ts';
import type { Message } from '../views/blocks.ts';
import { caseCard } from '../views/cases/case-card.ts';
import { newsMs, noticesOf, readerOfWord, wordKey } from './case-notices.ts';
import { noting } from './posting-once.ts';

export type DeliveryParts = {
  readonly register: Register<CaseEvent, Case>;
  readonly ledger: Ledger;
  readonly slack: Pick<
    SlackOut,
    'turn' | 'post' | 'update' | 'lookFor' | 'keepFirst' | 'errorCode' | 'sendingProblem'
  >;
  readonly table: HolidayTable;
  readonly clock: Clock;
  /** Null where no channel is configured: then there are no cards, only private messages. */
  readonly channel: string | null;
  /** Who may approve, asked when somebody is to be told. */
  readonly approvers: () => Promise<readonly string[]>;
  /** Whether people may be written to now about a case. */
  readonly civil: (face: CaseFace, now: Date) => boolean;
};

type Drawn = 'done' | 'not yet';

export const cardKey = (number: string): string => `card ${number}`;

type Delivery = {
  /** Draws the card of a case and tells people what happened in it; 'not yet' where that has to be tried again. */
  readonly deliver: (number: string) => Promise<Drawn>;
  readonly headOf: (number: string) => Promise<Head<Case> | undefined>;
  /** Cases with something to be said at the next civil hour. */
  readonly held: ReadonlySet<string>;
};

/** `redraw` is called where another instance may have drawn a newer card that this one has painted over. */
export const caseDelivery = (parts: DeliveryParts, redraw: (number: string) => void): Delivery => {
  const { register, ledger, slack, table, clock, channel, approvers, civil } = parts;
  const held = new Set<string>();

  const headOf = async (number: string): Promise<Head<Case> | undefined> =>
    (await register.list()).find(({ id }) => id === number);

  const { post, lookUp } = noting({ ledger, slack, clock });

  const postCard = async (number: string, version: number, message: Message, to: string): Promise<Drawn> => {
    const key = cardKey(number);
    // Being posted right now by another process, or cut off: looked at again later.
    const came = await post({ key, version, unsure: false }, { channel: to }, message, {
      type: 'case_card',
      number,
    });
    return came === 'others' ? 'not yet' : 'done';
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

  /** A person is told once; what they were told is edited when it is done, and not said at all when it was done before. 'not yet' where another has claimed a word: it may have been killed since. */
  const tell = async (
    face: CaseFace,
    history: readonly CaseEvent[],
    cutOff: ReadonlySet<string>,
  ): Promise<Drawn> => {
    const now = clock();
    const open = civil(face, now);
    let waits = false;
    let told: Drawn = 'done';
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
      try {
        const mark: MessageMark = { type: 'privacy_reminder', key };
        const noted = { key, version, unsure: cutOff.has(key) };
        if ((await post(noted, { channel: to }, message, mark)) === 'others') told = 'not yet';
      } catch (error) {
        // Somebody who has left cannot be told; the card says who it is waiting for.
        if (!personGone.includes(slack.errorCode(error) ?? '')) throw error;
        await ledger.confirm(key, { channel: to, ts: '', version: version + 1 });
      }
    }
    if (waits) held.add(face.number);
    else held.delete(face.number);
    return told;
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

  /** What was cut off between posting and noting it down, here or in a process that is gone: looked for, else said again. Returns their keys; null: not yet. */
  const resolve = async (number: string): Promise<ReadonlySet<string> | null> => {
    const cutOff = await ledger.adopt(
      ({ key }) => key === cardKey(number) || key.startsWith(wordKey(number)),
    );
    let resolved = true;
    for (const entry of cutOff) {
      const { key } = entry;
      const isCard = key === cardKey(number);
      const to = isCard ? channel : await readerOf(number, key);
      const mark: MessageMark = isCard ? { type: 'case_card', number } : { type: 'privacy_reminder', key };
      const looked = await lookUp(entry, to === null ? null : { channel: to }, mark);
      if (looked === 'later') resolved = false;
    }
    return resolved ? new Set(cutOff.map(({ key }) => key)) : null;
  };

  const deliver = async (number: string): Promise<Drawn> => {
    await ledger.refresh();
    const head = await headOf(number);
    if (head === undefined) return 'done';
    const cutOff = await resolve(number);
    if (cutOff === null) return 'not yet';
    const face = faceOf(parts, head.summary);
    const drawn = await drawCard(head, face);
    if (clock().getTime() - Date.parse(head.changedAt) > newsMs) return drawn;
    // What was appended meanwhile is said with the case that it belongs to.
    const told = await tell(face, (await register.history(number)).slice(0, head.length), cutOff);
    return drawn === 'done' ? told : drawn;
  };

  return { deliver, headOf, held };
};
