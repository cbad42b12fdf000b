/** A shared inbox with one of our own for the time in which the database says nothing: what Slack delivers is durable and answered all the same. */
import { RegisterUnavailable } from '../errors.ts';
import type { LeftBehind, openInbox } from '../text-inbox.ts';

type TextInbox = Awaited<ReturnType<typeof openInbox>>;

/** Slack waits three seconds; of these the inbox takes one at most (milliseconds). */
const patienceMs = 1_000;
/** And so much more of them before the answer (milliseconds). */
const patienceToSayMs = 1_000;
/** An answer that can wait waits so long for the database to say whose it is (milliseconds); with a sign meanwhile. */
const longestMs = 10_000;
/** So long after a silence (milliseconds), what one instance has answered another may not have heard of. */
const doubtMs = 5 * 60_000;

export const inboxWithSpare = (
  shared: TextInbox,
  spare: TextInbox,
  after: (ms: number) => Promise<void>,
): TextInbox => {
  /** Taken on here, without knowing whether the database heard of it. */
  const spared = new Set<string>();
  /** Finished, and the database does not know it yet. */
  const owed = new Set<string>();
  /** Taken on here, and another instance had it already, as the database said when it spoke again. */
  const anothers = new Set<string>();
  /** Another's, and an answer of ours may stand beside its own: one that was said here before we were killed. */
  const toCount = new Set<string>();
  /** Until the database has said of what was taken on here whether it knew it. */
  const pending = new Map<string, Promise<void>>();
  /** Interactions that were let in before the database had said whose they are. */
  const firsts = new Map<string, Promise<boolean>>();
  let silences = 0;
  const late = (): 'late' => {
    silences += 1;
    void after(doubtMs).then(() => {
      silences -= 1;
    });
    return 'late';
  };
  const inTime = <T>(work: Promise<T>): Promise<T | 'late'> =>
    Promise.race([work, after(patienceMs).then((): 'late' => 'late')]).then(
      (won) => (won === 'late' ? late() : won),
      (cause: unknown) => {
        late();
        throw cause;
      },
    );

  const settle = async (key: string): Promise<void> => {
    owed.add(key);
    await (spared.has(key) ? shared.writeOff(key) : shared.finish(key));
    owed.delete(key);
    spared.delete(key);
  };

  return {
    take: async (key, content) => {
      if (spared.has(key)) return false;
      const taking = shared.take(key, content);
      const taken = await inTime(taking).catch(() => 'late' as const);
      if (taken !== 'late') return taken;
      spared.add(key);
      const heard = taking.then(
        (won) => void (won ? undefined : anothers.add(key)),
        () => undefined,
      );
      pending.set(key, heard);
      void heard.then(() => pending.delete(key));
      return spare.take(key, content).catch((cause: unknown) => {
        // Not taken on anywhere: Slack brings it again, and then it must not be known.
        spared.delete(key);
        throw cause;
      });
    },
    finish: async (key) => {
      if (spared.has(key)) await spare.finish(key);
      toCount.delete(key);
      if (anothers.delete(key)) return void spared.delete(key);
      // What is not heard now is said again each minute.
      await inTime(settle(key)).catch(() => undefined);
    },
    // What the database never heard of must not be taken on once more meanwhile.
    answered: async (key) => {
      if (spared.has(key)) await inTime(shared.claim(key)).catch(() => undefined);
    },
    saying: async (key) => {
      await Promise.race([pending.get(key), after(patienceToSayMs)]);
      if (anothers.has(key)) return toCount.has(key) ? 'count' : 'others';
      if (spared.has(key)) return (await spare.saying(key)) === 'said' ? 'said' : 'look';
      const turn = await inTime(shared.saying(key)).catch(() => 'late' as const);
      return turn === 'late' || (turn === 'ours' && silences > 0) ? 'look' : turn;
    },
    doubt: shared.doubt,
    doubted: (key) => shared.doubted(key) || spare.doubted(key),
    again: (key) => {
      if (spared.has(key)) spare.again(key);
      else shared.again(key);
    },
    writeOff: settle,
    unfinished: async () => {
      for (const key of owed) await settle(key).catch(() => undefined);
      const here: LeftBehind[] = [];
      for (const { key, content, last, said } of await spare.unfinished()) {
        // What the database knows after all is found there: by one of all instances, not by us as well.
        const taken = await inTime(shared.take(key, content)).catch(() => 'late' as const);
        // One that cannot be written off now must not keep back the others: the next start looks at it again.
        const theirs = taken === false && (!spared.has(key) || anothers.has(key));
        if (theirs && (last || !said)) {
          await spare.finish(key).catch(() => undefined);
          continue;
        }
        spared.add(key);
        if (theirs) for (const set of [anothers, toCount]) set.add(key);
        here.push({ key, content, last, said });
      }
      const there = await shared.unfinished().catch(() => []);
      return [...here, ...there.filter(({ key }) => !spared.has(key))];
    },
    claim: async (key) => {
      const claiming = shared.claim(key);
      const won = await inTime(claiming);
      if (won !== 'late') return won;
      // Nobody will do it in our name: whoever tries again must not find it taken.
      void claiming.then((late) => (late ? shared.release(key) : undefined)).catch(() => undefined);
      throw new RegisterUnavailable('The database does not answer. Nothing was done; please try again.');
    },
    release: shared.release,
    // Rather twice than never: what it leads to is written in the database, which will tell.
    first: async (trigger) => {
      const claiming = shared.first(trigger);
      const won = await inTime(claiming).catch(() => 'late' as const);
      if (won !== 'late') return won;
      // A database that fails says nothing about others.
      firsts.set(
        trigger,
        claiming.catch(() => true),
      );
      void after(doubtMs).then(() => firsts.delete(trigger));
      return true;
    },
    mine: async (trigger) => Promise.race([firsts.get(trigger) ?? true, after(longestMs).then(() => true)]),
  };
};
