/** Carries out a tick's plan: claims, settles, says, and draws today's message anew. The only place of a tick that writes the ledger. */
import type { DigestBook } from './digest-book.ts';
import { digestId, versionOf } from './digest-book.ts';
import { linesOf } from './reminder-digest.ts';
import { byMessage, type Telling } from './reminder-plan.ts';
import type { Outgoing, RemindParts, Scene } from './reminder-post.ts';
import type { sayingOnce } from './say-once.ts';
import type { CarriedTelling, TickPlan } from './tick-plan.ts';

/** How many readers were told something, how many messages failed, how many older rungs a newer one stood for. */
export type Tick = { readonly told: number; readonly failed: number; readonly covered: number };

type DeliveryParts = Pick<RemindParts, 'ledger' | 'hasChannel' | 'rules'> & {
  readonly once: ReturnType<typeof sayingOnce>;
  readonly digests: DigestBook;
};

/** The function that delivers one plan; calls must not overlap. Rejects when the ledger cannot be written. */
export const delivering = ({ ledger, hasChannel, rules, once, digests }: DeliveryParts) => {
  const { claimedFor } = ledger;

  const say = (id: string, tellings: readonly Telling[], at: Scene): Promise<boolean> => {
    const lines = linesOf(
      tellings.map(({ reminder }) => reminder),
      [],
      at.caseOf,
      rules.table,
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
    (shown.at.cases === at.cases ||
      (shown.at.cases.length === at.cases.length &&
        shown.at.cases.every((request, index) => request === at.cases[index])));

  /** False when it could not be shown. */
  const showDigest = async (at: Scene): Promise<boolean> => {
    const id = digestId(at.date);
    const place = digests.place(at.date);
    const keys = ledger.carries(id);
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

  /** Everything that was won, said; returns how many messages failed. */
  const sayAll = async (mine: readonly CarriedTelling[], at: Scene): Promise<number> => {
    let failures = 0;
    for (const [id, own] of byMessage(mine, ({ message }) => message)) {
      if (id !== digestId(at.date) && !(await say(id, own, at))) failures += 1;
    }
    if (hasChannel && !(await showDigest(at))) failures += 1;
    return failures;
  };

  return async ({ at, tellings, claims, settles, covered }: TickPlan): Promise<Tick> => {
    // Who is told stands in the ledger before the rung itself: a write that is cut short is planned again.
    const won = await ledger.claimAll(claims);
    try {
      await ledger.settle(settles);
      const keys = new Set(won);
      const mine = tellings.filter(({ key }) => keys.has(key));
      return { told: mine.length, failed: await sayAll(mine, at), covered };
    } finally {
      // What could not even be noted down is looked for by the next tick.
      ledger.leave([...won, digestId(at.date)]);
    }
  };
};
