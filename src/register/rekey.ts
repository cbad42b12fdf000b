/** Seals every case's key with another REGISTER_KEY. Interrupted, it is simply run again with the same two keys. */
import { rewrapped, unsealedEvents } from './case-document.ts';
import { RegisterUnavailable } from './errors.ts';
import { type AnyEvent, type EventKind, readEvent } from './register.ts';
import type { RegisterKey } from './sealing.ts';
import type { Store } from './store.ts';
import { subjectKeys } from './subject-keys.ts';

/** Answers how many cases were sealed anew; events and hashes stay as they are. */
export const rekey = async <E extends AnyEvent, S>(
  store: Store,
  from: RegisterKey,
  to: RegisterKey,
  kind: EventKind<E, S>,
): Promise<number> => {
  let changed = 0;
  for (const before of await store.changes()) {
    if (before.key === null || before.key.id === to.id) continue;
    const events = unsealedEvents(before, from).map((event) => readEvent(kind, event));
    const subjects = subjectKeys(to.lookup, events.flatMap(kind.identifiers));
    if (!(await store.replace(before, rewrapped(before, from, to, subjects)))) {
      throw new RegisterUnavailable(`${before.id} changed meanwhile. Stop the bot and run this again.`);
    }
    changed += 1;
  }
  return changed;
};
