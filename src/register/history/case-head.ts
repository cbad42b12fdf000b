/** What is known of a case without its personal data: how far it has come, and its history folded. */

import { type AnyEvent, type EventKind, type Head, readEvent } from '../register.ts';
import type { CaseDocument } from './case-document.ts';
import { outline } from './case-history.ts';

/** Throws when the history makes no sense to `kind`. */
export const headOf = <E extends AnyEvent, S>(document: CaseDocument, kind: EventKind<E, S>): Head<S> => {
  const first = document.events[0];
  const last = document.events.at(-1);
  return {
    id: document.id,
    length: document.events.length,
    openedAt: first?.at ?? '',
    changedAt: last?.at ?? '',
    lastType: last?.type ?? '',
    erased: document.key === null,
    summary: kind.summarise(
      document.id,
      outline(document).map((event) => readEvent(kind, event)),
    ),
  };
};
