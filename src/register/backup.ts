/**
 * The whole register as one file: gzipped JSON Lines, a header, one line per case, a closing line with the hash of all before.
 * Sealed data travels sealed with its wrapped keys; REGISTER_KEY does not.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { Beside } from './beside.ts';
import { BadBackup, NewerFormat } from './errors.ts';
import { type CaseDocument, parseDocument } from './history/case-document.ts';
import { type Tombstone, tombstone } from './store.ts';

const header = z.object({
  backup: z.int(),
  made: z.string(),
  cases: z.int(),
  erased: z.array(tombstone),
  /** The lines of the register's head; none in a backup of the first release. */
  heads: z.array(z.string()).default([]),
  beside: z.record(z.string(), z.string()).default({}),
});
const closing = z.strictObject({ end: z.literal(true), sha256: z.string() });
const named = z.object({ id: z.string() });

export type Backup = {
  readonly made: string;
  readonly documents: readonly CaseDocument[];
  readonly erased: readonly Tombstone[];
  readonly heads: readonly string[];
  readonly beside?: Beside;
};

const sumOf = (lines: readonly string[]): string => {
  const sum = createHash('sha256');
  for (const line of lines) sum.update(`${line}\n`);
  return sum.digest('hex');
};

export const backupBytes = async ({
  made,
  documents,
  erased,
  heads,
  beside = {},
}: Backup): Promise<Buffer> => {
  const lines = [
    JSON.stringify({ backup: 1, made, cases: documents.length, erased, heads, beside }),
    ...documents.map((document) => JSON.stringify(document)),
  ];
  const end = JSON.stringify({ end: true, sha256: sumOf(lines) });
  return promisify(gzip)(`${[...lines, end].join('\n')}\n`);
};

const parse = <T>(schema: z.ZodType<T>, line: string | undefined, number: number): T => {
  try {
    return schema.parse(JSON.parse(line ?? ''));
  } catch (cause) {
    throw new BadBackup(`The backup is damaged at line ${number}. Nothing was changed.`, { cause });
  }
};

const linesOf = async (bytes: Buffer): Promise<readonly string[]> => {
  try {
    return (await promisify(gunzip)(bytes)).toString('utf8').split('\n');
  } catch (cause) {
    throw new BadBackup('This is no backup, or it is damaged: it cannot be unpacked. Nothing was changed.', {
      cause,
    });
  }
};

/** Reads a backup and checks every hash in it; rejects with `BadBackup` or `NewerFormat`. */
export const readBackup = async (bytes: Buffer): Promise<Backup> => {
  const lines = await linesOf(bytes);
  const first = parse(header, lines[0], 1);
  if (first.backup !== 1) {
    throw new NewerFormat(
      'This backup was made by a newer version of this program. Restore it with that version.',
    );
  }
  const end = first.cases + 2;
  const last = parse(closing, lines[end - 1], end);
  if (lines.length !== end + 1 || lines[end] !== '') {
    throw new BadBackup(`The backup is damaged after line ${end}. Nothing was changed.`);
  }
  if (last.sha256 !== sumOf(lines.slice(0, end - 1))) {
    throw new BadBackup('The backup was altered: its hash does not fit. Nothing was changed.');
  }
  const documents = lines.slice(1, end - 1).map((line, index) => {
    const value: unknown = JSON.parse(line);
    return parseDocument(parse(named, line, index + 2).id, value);
  });
  const { made, erased, heads, beside } = first;
  return { made, documents, erased, heads, beside };
};
