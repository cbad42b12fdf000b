/** What somebody has begun to write in a form and not sent: kept under the id of what it is about. A port; sealed files are behind it. */
export interface Drafts {
  /** Field by field; empty where there is no draft, or none that our key opens. */
  readonly read: (id: string) => Promise<Readonly<Record<string, string>>>;
  /** Durable when it resolves; of two at the same moment the later one stays. */
  readonly write: (id: string, fields: Readonly<Record<string, string>>) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
  /** Every draft whose id begins so. */
  readonly idsOf: (beginning: string) => Promise<readonly string[]>;
}

/** The draft of a letter belongs to the case: a colleague goes on where it stands. */
export const letterDraft = (number: string, letter: string): string => `${number}.${letter}`;
