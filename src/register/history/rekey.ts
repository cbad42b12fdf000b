/** Seals every case's key with another REGISTER_KEY, and vouches for every history with it. Interrupted, it is simply run again with the same two keys. */

import { CaseDamaged, RegisterUnavailable } from '../errors.ts';
import { type AnyEvent, type EventKind, readEvent } from '../register.ts';
import { isOwnStone, type Store, vouchedStone } from '../store.ts';
import { forgery, rewrapped } from './case-document.ts';
import { unsealedEvents } from './case-history.ts';
import { openLog, revouchedLines } from './head-log.ts';
import type { RegisterKey } from './sealing.ts';
import { subjectKeys } from './subject-keys.ts';

/** Whether this key vouches for the log: the last thing that a change of key writes. */
export const holds = (key: RegisterKey, lines: readonly string[]): boolean => {
  const log = openLog(key.history);
  log.take(lines);
  return log.read().fault === null;
};

/** The log last: until then the old key opens the register, and this is run again. Anchors stay as they are. */
const rekeyHead = async (store: Store, from: RegisterKey, to: RegisterKey): Promise<void> => {
  const lines = await store.headLines(0);
  if (holds(to, lines)) return;
  if (!holds(from, lines))
    throw new RegisterUnavailable(
      'The log of the register does not hold, and a new key would vouch for it. Look first: npx privacy register verify',
    );
  await store.replaceHead(revouchedLines(to.history, lines));
};

/** Resolves with how many cases were sealed anew; events, hashes and anchors stay as they are. The register must have been opened by this release. */
export const rekey = async <E extends AnyEvent, S>(
  store: Store,
  from: RegisterKey,
  to: RegisterKey,
  kind: EventKind<E, S>,
): Promise<number> => {
  let changed = 0;
  for (const before of await store.changes()) {
    if (forgery(before, to) === null) continue;
    const fault = forgery(before, from);
    if (fault !== null) throw new CaseDamaged(before.id, `event ${fault.event}: ${fault.why}`);
    const events = before.key === null ? [] : unsealedEvents(before, from);
    const subjects = subjectKeys(
      to.lookup,
      events.map((event) => readEvent(kind, event)).flatMap(kind.identifiers),
    );
    if (!(await store.replace(before, rewrapped(before, from, to, subjects)))) {
      throw new RegisterUnavailable(`${before.id} changed meanwhile. Stop the bot and run this again.`);
    }
    changed += 1;
  }
  for (const stone of await store.tombstones())
    if (isOwnStone(from, stone)) await store.bury(vouchedStone(to, stone));
  await rekeyHead(store, from, to);
  return changed;
};
