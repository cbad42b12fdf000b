/** Small texts by name, kept beside the cases: a port; files and a table of PostgreSQL are behind it. */

/** `inbox` and `recent` are work under way, `workspace` is practice; a backup takes the others. */
export type FolderName = 'inbox' | 'entries' | 'absences' | 'gaps' | 'drafts' | 'recent' | 'workspace';

/** Names are safe as file names and do not begin with a dot. Writes resolve when durable and reject with `RegisterUnavailable`. */
export interface TextFolder {
  /** In order of name; with `having` only those texts that have it in them. */
  readonly all: (having?: string) => Promise<ReadonlyMap<string, string>>;
  readonly names: (beginning: string) => Promise<readonly string[]>;
  /** Null when there is none of this name. */
  readonly read: (name: string) => Promise<string | null>;
  readonly put: (name: string, text: string) => Promise<void>;
  /** False when it is not `before` any more; null stands for none of this name. Of several at the same moment one wins. */
  readonly swap: (name: string, before: string | null, after: string) => Promise<boolean>;
  /** Adds to the end of the text, which is begun where there is none. */
  readonly append: (name: string, text: string) => Promise<void>;
  readonly drop: (name: string) => Promise<void>;
  /** Drops what was last written before that; with `beginning` only names that begin so. */
  readonly dropOlder: (than: Date, beginning?: string) => Promise<void>;
  /** Another value whenever a name came or a text was put or swapped: whoever has read it all need not read it again. */
  readonly stamp: () => Promise<string>;
}

/** Who works on what: a process that is gone leaves its work to the others. */
export type Holders = {
  /** Stands for this process. */
  readonly me: string;
  /** Which of these are gone. */
  readonly gone: (holders: readonly string[]) => Promise<ReadonlySet<string>>;
};

export type TextFolders = {
  readonly folder: (name: FolderName) => TextFolder;
  readonly holders: Holders;
  /** Whether other processes write here at the same time. */
  readonly shared: boolean;
  /** Rejects when the place does not answer now. */
  readonly ask: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What a backup holds of it. */
export const keptFolders = ['entries', 'gaps', 'drafts', 'absences'] as const satisfies readonly FolderName[];
