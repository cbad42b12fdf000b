/** A register of many cases in a moment: the same documents and log lines that the register itself would write, without its waiting for the disk. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headText } from '../src/register/files/head-file.ts';
import { headEntry } from '../src/register/head-keeper.ts';
import { documentText, newDocument } from '../src/register/history/case-document.ts';
import { caseKind } from '../src/register/history/case-kind.ts';
import { emptyTip, headLines, logMark } from '../src/register/history/head-log.ts';
import { parseRegisterKey } from '../src/register/history/sealing.ts';
import { subjectKeys } from '../src/register/history/subject-keys.ts';
import type { Database } from '../src/register/postgres/connection.ts';
import { openPostgresStore } from '../src/register/postgres/postgres.ts';
import { loggedEvent } from './logged.ts';

type Event = ReturnType<(typeof caseKind)['parse']>;

const at = '2026-11-02T09:00:00.000Z';

const logged = (number: string): Event => ({
  ...loggedEvent(number, at),
  personal: {
    name: `Person ${number}`,
    contact: `${number}@example.com`,
    words: 'Please send me my data. '.repeat(8),
  },
});

const later: readonly Event[] = [
  { type: 'taken', at, by: 'U0KIM' },
  {
    type: 'identity_requested',
    at,
    by: 'U0KIM',
    sentAt: at,
    doubt: 'unknown_address',
    method: 'known_facts',
    reasonable: true,
  },
  { type: 'identity_received', at, by: 'U0KIM', receivedAt: at, method: 'known_facts' },
  {
    type: 'note_added',
    at,
    by: 'U0KIM',
    entry: 'note-1',
    personal: { note: 'A note of some length about the request.' },
  },
  { type: 'acknowledged', at, by: 'U0KIM', sentAt: at },
];

/** The six events of the case of this number. */
export const eventsOf = (number: string): readonly [Event, ...Event[]] => [logged(number), ...later];

export const caseNumber = (n: number): string => `DSR-2026-${String(n).padStart(4, '0')}`;

const documentsOf = (cases: number, keyText: string) => {
  const key = parseRegisterKey(keyText);
  return Array.from({ length: cases }, (_, n) => {
    const id = caseNumber(n + 1);
    const events = eventsOf(id);
    return () =>
      newDocument(
        id,
        `form-${n + 1}`,
        events,
        key,
        subjectKeys(key.lookup, events.flatMap(caseKind.identifiers)),
      );
  });
};

const logOf = (keyText: string, entries: Parameters<typeof headLines>[2]): readonly string[] =>
  headLines(parseRegisterKey(keyText).history, emptyTip, [logMark('begins'), ...entries]).lines;

export const fillFiles = (folder: string, keyText: string, cases: number): void => {
  const place = join(folder, 'cases');
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const entries = documentsOf(cases, keyText).map((make) => {
    const document = make();
    writeFileSync(join(place, `${document.id}.json`), documentText(document), { mode: 0o600 });
    return headEntry(document);
  });
  writeFileSync(join(place, 'heads.log'), headText(logOf(keyText, entries)), { mode: 0o600 });
};

const atOnce = 10;

export const fillPostgres = async (database: Database, keyText: string, cases: number): Promise<void> => {
  const store = await openPostgresStore(database);
  const making = documentsOf(cases, keyText);
  const entries: ReturnType<typeof headEntry>[] = [];
  for (let start = 0; start < making.length; start += atOnce) {
    const some = making.slice(start, start + atOnce).map((make) => make());
    await Promise.all(some.map((document) => store.insert(document)));
    entries.push(...some.map(headEntry));
  }
  const lines = logOf(keyText, entries);
  for (let start = 0; start < lines.length; start += 5_000)
    await store.appendHead(start, lines.slice(start, start + 5_000));
};
