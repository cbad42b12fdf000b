/** Where case documents are kept: files or a database. It stores what it is given and knows nothing of events or keys. */
import { z } from 'zod';
import type { CaseDocument } from './case-document.ts';
import type { RegisterProblem } from './register.ts';

/** What stays known of an erased case, so that restoring an older backup erases it again. Holds no personal data. */
export const tombstone = z.strictObject({
  caseId: z.string(),
  /** Hash of the case's first event: the same number in another register is another case. */
  first: z.string(),
  /** The event that says that it was erased. */
  trace: z.looseObject({ type: z.string(), at: z.string(), by: z.string() }),
});
export type Tombstone = z.infer<typeof tombstone>;

/** All writes resolve when durable and reject with `RegisterUnavailable`. */
export interface Store {
  /** Documents that are new or changed since the last call (all of them at the first call). */
  changes(): Promise<readonly CaseDocument[]>;
  read(id: string): Promise<CaseDocument | null>;
  /** False when the number is taken, or another case has this request id. */
  insert(document: CaseDocument): Promise<boolean>;
  /** False when the stored document is not `before` any more. */
  replace(before: CaseDocument, after: CaseDocument): Promise<boolean>;
  /** Numbers in use for this prefix and year, so that the next is free; damaged cases count. */
  highestNumber(series: string): Promise<number>;
  bury(stone: Tombstone): Promise<void>;
  tombstones(): Promise<readonly Tombstone[]>;
  problems(): readonly RegisterProblem[];
  close(): Promise<void>;
}
