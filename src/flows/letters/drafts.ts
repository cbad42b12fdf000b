/** What somebody has begun to write in a form and not sent: kept under the id of what it is about. A port; sealed files are behind it. */
export interface Drafts {
  /** Field by field; empty where there is no draft, or none that our key opens. */
  readonly read: (id: string) => Promise<Readonly<Record<string, string>>>;
  /** Durable when it resolves; null leaves it as it is. Whoever reads meanwhile waits for what was written before. */
  readonly update: (
    id: string,
    change: (fields: Readonly<Record<string, string>>) => Promise<Readonly<Record<string, string>> | null>,
  ) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
  /** Drops whatever was last written before that under ids that begin so, whether a key of ours opens it or not. */
  readonly dropOlder: (beginning: string, than: Date) => Promise<void>;
  /** Every draft whose id begins so. */
  readonly idsOf: (beginning: string) => Promise<readonly string[]>;
}

/** The draft of a letter belongs to the case: a colleague goes on where it stands. */
export const letterDraft = (number: string, letter: string): string => `${number}.${letter}`;
