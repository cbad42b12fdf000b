/** Where case documents are kept: files or a database. It stores what it is given and knows nothing of events or keys. */
import { z } from 'zod';
import type { CaseDocument } from './history/case-document.ts';
import { canonical, macOf } from './history/chain.ts';
import type { RegisterKey } from './history/sealing.ts';
import type { RegisterProblem } from './register.ts';

/** What stays known of an erased case, so that restoring an older backup erases it again. Holds no personal data. */
export const tombstone = z.strictObject({
  caseId: z.string(),
  /** Hash of the case's first event: the same number in another register is another case. */
  first: z.string(),
  /** The event that says that it was erased. */
  trace: z.looseObject({ type: z.string(), at: z.string(), by: z.string() }),
  /** Vouches for it: nobody else can have a case erased. Absent in the first release. */
  mac: z.string().optional(),
});
export type Tombstone = z.infer<typeof tombstone>;

export const vouchedStone = (key: RegisterKey, { caseId, first, trace }: Tombstone): Tombstone => ({
  caseId,
  first,
  trace,
  mac: macOf(key.history, `erased ${caseId} ${first} ${canonical(trace)}`),
});

export const isOwnStone = (key: RegisterKey, stone: Tombstone): boolean =>
  stone.mac === vouchedStone(key, stone).mac;

/** All writes resolve when durable and reject with `RegisterUnavailable`. */
export interface Store {
  /** Documents that are new or changed since the last call (at the first call all of them, but those that are `known`). */
  changes(known?: (id: string) => boolean): Promise<readonly CaseDocument[]>;
  /** The same as the first call of `changes`, one document at a time: a large register does not fit into memory. May be called again. */
  each(known: (id: string) => boolean, take: (document: CaseDocument) => Promise<void>): Promise<void>;
  /** Where an index of all heads is kept on this machine; absent where none is. */
  readonly cache?: {
    readonly read: () => Promise<Buffer | null>;
    readonly write: (pieces: readonly Uint8Array[]) => Promise<void>;
    readonly drop: () => Promise<void>;
    /** Another one whenever the stored case was written; null when there is no such case. */
    readonly stamp: (id: string) => string | null;
  };
  read(id: string): Promise<CaseDocument | null>;
  /** False when the number is taken, or another case has this request id. */
  insert(document: CaseDocument): Promise<boolean>;
  /** False when the stored document is not `before` any more. */
  replace(before: CaseDocument, after: CaseDocument): Promise<boolean>;
  /** Numbers in use for this prefix and year, so that the next is free; damaged cases count. */
  highestNumber(series: string): Promise<number>;
  /** The lines of the register's head from this one on; 0 for all of them. */
  headLines(from: number): Promise<readonly string[]>;
  /** The same, some thousands at a time: of a large register all of them take room that nobody needs. */
  eachHead(from: number, take: (lines: readonly string[]) => void): Promise<void>;
  /** False when the log does not end after `before` lines any more. All of the lines, or none. */
  appendHead(before: number, lines: readonly string[]): Promise<boolean>;
  /** The same number of lines, vouched for anew. */
  replaceHead(lines: readonly string[]): Promise<void>;
  /** Puts the stone of the same case in its place. */
  bury(stone: Tombstone): Promise<void>;
  tombstones(): Promise<readonly Tombstone[]>;
  /** Calls back when another process may have written; absent where none can. Returns what ends it. */
  readonly onOthers?: (heard: () => void) => () => Promise<void>;
  /** True where a write may have been done although it was refused: the answer can be lost on its way. */
  readonly answersMayBeLost?: boolean;
  problems(): readonly RegisterProblem[];
  close(): Promise<void>;
}
