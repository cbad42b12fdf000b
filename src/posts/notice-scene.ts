/** What rules about notices are given, and what each of them returns. */
import type { CaseFace } from '../flows/cases/case-face.ts';
import type { Case } from '../requests/case/case.ts';
import type { CaseEvent } from '../requests/case/case-events.ts';
import type { HolidayTable } from '../requests/clock/holidays.ts';
import type { Message } from '../views/blocks.ts';

export type PersonalNotice = {
  readonly key: string;
  readonly to: string;
  readonly message: Message;
  /** Grows with what the message says: one that stands is edited then. */
  readonly version: number;
  /** Their turn is over: then no message is sent any more. */
  readonly done: boolean;
  /** A colleague has just handed it to them: said at once. Everything else waits for civil hours. */
  readonly atOnce: boolean;
  readonly fresh: boolean;
};

export type NoticeFacts = {
  readonly approvers: readonly string[];
  readonly now: Date;
  readonly law: HolidayTable;
};

/** One reader of one event. */
export type Told = Pick<PersonalNotice, 'to' | 'message' | 'done'> & {
  /** Left out where all that changes is that it is done. */
  readonly version?: number;
  readonly atOnce?: true;
  /** One of several readers of one event. */
  readonly among?: true;
};

export type NoticeScene = {
  readonly face: CaseFace;
  readonly request: Case;
  readonly due: string;
  readonly history: readonly CaseEvent[];
  readonly later: readonly CaseEvent[];
  readonly facts: NoticeFacts;
};

/** A message to the owner, with the next step, until one of these events or anything that the owner does. */
export type Turn = (headline: string, until: readonly CaseEvent['type'][]) => readonly Told[];
