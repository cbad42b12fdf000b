/** One message, said once: what was posted is noted down, what failed is tried again, what nobody knows is looked for in Slack. */
import type { LedgerChange, LedgerEntry, LedgerPlace } from '../../register/ledger.ts';
import { readTellingKey, toChannel } from './reminder-plan.ts';
import type { Failure, Outgoing, RemindParts } from './reminder-post.ts';

const minute = 60_000;
const longestWait = 60 * minute;
/** When Slack does not let us look, what was cut off goes into another day's message. */
const giveUpLooking = 12 * 60 * minute;
/** A request that nobody waits for any more may still arrive: it is not looked for sooner. */
const underWay = minute / 2;

/** A clock that was set back leaves times that lie too far ahead: those are due as well. */
export const isDue = ({ state, again }: LedgerEntry, now: Date): boolean => {
  const left = again === undefined ? 0 : Date.parse(again) - now.getTime();
  return left <= 0 || (state === 'failed' && left > longestWait);
};

/** Ever less often. */
const tryAgain = (
  { key, tries = 0 }: LedgerEntry,
  { code, inVain, waitMs }: Pick<Failure, 'code' | 'inVain' | 'waitMs'>,
  now: Date,
): LedgerChange => {
  const wait = Math.max(waitMs, minute * 2 ** Math.min(tries, 6));
  return {
    key,
    state: 'failed',
    tries: tries + 1,
    again: new Date(now.getTime() + Math.min(longestWait, wait)).toISOString(),
    why: inVain ? `in_vain:${code}` : code,
  };
};

const keysOf = (entries: readonly LedgerEntry[]): readonly string[] => entries.map(({ key }) => key);

const confirmed = (entries: readonly LedgerEntry[], message: string, place: LedgerPlace) =>
  entries.map(({ key }): LedgerChange => ({ key, state: 'confirmed', message, place }));

export const sayingOnce = ({ ledger, post, failed }: Pick<RemindParts, 'ledger' | 'post' | 'failed'>) => {
  let quietUntil = 0;
  const quietFor = (now: Date): number => {
    const left = quietUntil - now.getTime();
    return left > 0 && left <= longestWait ? left : 0;
  };

  const wentWrong = (entries: readonly LedgerEntry[], error: unknown, now: Date): Promise<void> => {
    failed(error);
    const why = post.reason(error);
    if (why.waitMs > 0) quietUntil = now.getTime() + why.waitMs;
    return ledger.settle(entries.map((entry) => tryAgain(entry, why, now)));
  };

  /** Slack has asked for silence: nothing goes out until then. */
  const putOff = (entries: readonly LedgerEntry[], now: Date): Promise<void> =>
    ledger.settle(
      entries.map((entry) =>
        tryAgain(entry, { code: 'ratelimited', inVain: false, waitMs: quietFor(now) }, now),
      ),
    );

  return {
    isQuiet: (now: Date): boolean => quietFor(now) > 0,

    /** `shown` are the claims that the message carries. False when it was not posted. */
    send: async (
      shown: readonly LedgerEntry[],
      message: Outgoing,
      version: number,
      now: Date,
    ): Promise<boolean> => {
      // Another process has taken it over when this one was silent for too long.
      if ((await ledger.held(message.id)).length === 0) return true;
      if (quietFor(now) > 0) return putOff(shown, now).then(() => false);
      let place: LedgerPlace;
      try {
        place = await post.send(message);
      } catch (error) {
        if (post.reason(error).mayStand) {
          failed(error);
          ledger.leave(keysOf(shown));
        } else await wentWrong(shown, error, now);
        return false;
      }
      await ledger.settle(confirmed(shown, message.id, { ...place, version }));
      return true;
    },

    /** Editing twice is editing once: whatever goes wrong is tried again. `gone`: somebody removed it, so news needs another message. */
    edit: async (
      shown: readonly LedgerEntry[],
      message: Outgoing,
      place: LedgerPlace,
      now: Date,
    ): Promise<'edited' | 'failed' | 'gone'> => {
      if (quietFor(now) > 0) return putOff(shown, now).then(() => 'failed');
      let stands: boolean;
      try {
        stands = await post.edit(place, message);
      } catch (error) {
        await wentWrong(shown, error, now);
        return 'failed';
      }
      if (!stands && shown.length > 0) {
        await ledger.settle([{ key: message.id, state: 'released' }]);
        return 'gone';
      }
      await ledger.settle([
        ...confirmed(shown, message.id, place),
        { key: message.id, state: 'confirmed', message: message.id, place },
      ]);
      return 'edited';
    },

    /** Claimed and never confirmed: it stands there, or it does not, or nobody can tell, and then it waits and doctor names it. */
    resolve: async (now: Date): Promise<void> => {
      const age = ({ at }: LedgerEntry): number => Math.abs(now.getTime() - Date.parse(at));
      const cutOff = await ledger.adopt((entry) => entry.message !== undefined && age(entry) >= underWay);
      for (const id of new Set(cutOff.map(({ message = '' }) => message))) {
        const entries = cutOff.filter(({ message }) => message === id);
        const looked = await post.find(id.startsWith('direct/') ? (id.split('/')[1] ?? '') : toChannel, id);
        const lookAgain = looked === 'unknown' && !entries.some((entry) => age(entry) > giveUpLooking);
        if (looked === 'later' || lookAgain) ledger.leave(keysOf(entries));
        else if (typeof looked === 'string') {
          const why = { code: 'cut_off', inVain: false, waitMs: 0 };
          await ledger.settle(
            entries.map((entry) =>
              readTellingKey(entry.key) === null
                ? { key: entry.key, state: 'released' }
                : { ...tryAgain(entry, why, now), again: now.toISOString() },
            ),
          );
        } else await ledger.settle(confirmed(entries, id, looked));
      }
    },
  };
};
