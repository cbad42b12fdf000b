/** Tells the register what the event of a case is. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../requests/case/case.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { parseCaseEvent, readCaseEvent } from '../../requests/case/event-shape.ts';
import { replay } from '../../requests/case/replay.ts';
import type { EventKind } from '../register.ts';
import { identifiersIn } from './subject-keys.ts';

/** Over the program text that makes summaries: what another one made is not believed. */
const programVersion = (): string => {
  const room = join(import.meta.dirname, '..', '..', 'requests');
  const text = createHash('sha256');
  for (const name of readdirSync(room, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.[jt]s$/u.test(name)) text.update(`${name}\n`).update(readFileSync(join(room, name)));
  return text.digest('hex');
};

/** A case's summary is the case itself, replayed without its personal data. */
export const caseKind: EventKind<CaseEvent, Case> = {
  parse: parseCaseEvent,
  read: readCaseEvent,
  summarise: (_id, history) => replay(history),
  version: programVersion(),
  isSummary: (value): value is Case =>
    typeof value === 'object' && value !== null && 'number' in value && 'state' in value,
  identifiers: ({ personal }) => identifiersIn(personal),
};
