/** Tells the register what the event of a case is. */
import type { Case } from '../requests/case/case.ts';
import type { CaseEvent } from '../requests/case/case-events.ts';
import { parseCaseEvent, readCaseEvent } from '../requests/case/event-shape.ts';
import { replay } from '../requests/case/replay.ts';
import type { EventKind } from './register.ts';
import { identifiersIn } from './subject-keys.ts';

/** A case's summary is the case itself, replayed without its personal data. */
export const caseKind: EventKind<CaseEvent, Case> = {
  parse: parseCaseEvent,
  read: readCaseEvent,
  summarise: (_id, history) => replay(history),
  identifiers: ({ personal }) => identifiersIn(personal),
};
