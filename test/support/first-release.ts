import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/base/root.ts';
import { parseDocument } from '../../src/register/history/case-document.ts';
import { unsealedEvents } from '../../src/register/history/case-history.ts';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';

/** What the first release stored, written by it and never touched since; sealed under this key. */
export const firstReleaseKey: string = Buffer.alloc(32, 7).toString('base64');
export const firstRelease: string = join(projectRoot, 'test', 'data', 'first-release');

/** A copy of its data folder, to be opened by the program of today. */
export const firstReleaseFolder = (to: string): string => {
  cpSync(join(firstRelease, 'register'), to, { recursive: true });
  return to;
};

export const firstReleaseHistories = (): readonly {
  readonly id: string;
  readonly events: readonly unknown[];
}[] => {
  const folder = join(firstRelease, 'register', 'cases');
  return readdirSync(folder).map((name) => {
    const id = name.replace('.json', '');
    const document = parseDocument(id, JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return { id, events: unsealedEvents(document, parseRegisterKey(firstReleaseKey)) };
  });
};
