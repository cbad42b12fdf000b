/** Keeps what is said in the local workspace in DATA_DIR: sealed, a line an entry, written in the order in which it was said. */
import { z } from 'zod';
import type { Seal } from '../base/seal.ts';
import type { TextFolder } from '../register/text-folder.ts';
import type { Memory } from '../workspace/memory.ts';

const name = 'said.jsonl';
const line = z.object({ sealed: z.string() });

export type WorkspaceMemory = Memory & {
  /** Resolves when everything said so far is on the disk. */
  readonly idle: () => Promise<void>;
};

/** `failed` hears of what could not be written: the workspace goes on without it. */
export const workspaceMemory = (
  folder: Pick<TextFolder, 'append' | 'put' | 'read'>,
  seal: Seal,
  failed: (error: unknown) => void,
): WorkspaceMemory => {
  let last: Promise<void> = Promise.resolve();
  const next = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch(failed);
    return last;
  };
  const sealed = (entry: unknown): string =>
    `${JSON.stringify({ sealed: seal.seal(JSON.stringify(entry)) })}\n`;
  const opened = (text: string): readonly unknown[] => {
    try {
      const words = seal.open(line.parse(JSON.parse(text)).sealed);
      return words === null ? [] : [JSON.parse(words)];
    } catch {
      // The end of a line that a crash cut off.
      return [];
    }
  };
  return {
    load: async () => ((await folder.read(name)) ?? '').split('\n').flatMap(opened),
    begin: (entries) => next(() => folder.put(name, entries.map(sealed).join(''))),
    add: (entry) => void next(() => folder.append(name, sealed(entry))),
    idle: () => last,
  };
};
