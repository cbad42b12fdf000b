/** What every reader of a document yields, whatever kind of file it read. */

/** A piece of the source that does not become policy text, with its place as a person would look for it. */
export type LeftOut = {
  readonly what:
    | 'navigation'
    | 'page header'
    | 'page footer'
    | 'page number'
    | 'running head'
    | 'table of contents'
    | 'cookie banner'
    | 'form control'
    | 'hidden text'
    | 'struck-out text'
    | 'deleted by a tracked change'
    | 'inserted by a tracked change'
    | 'comment'
    | 'picture'
    | 'field of the head'
    | 'link to the top'
    | 'placeholder'
    | 'list mark'
    | 'name of a place'
    | 'script or style';
  /** `page 2`, `paragraph 7`, `line 12`. */
  readonly place: string;
  /** Its words, as written. */
  readonly text: string;
};

export type Heading = { readonly type: 'heading'; readonly depth: number; readonly text: string };
export type DocumentParagraph = { readonly type: 'paragraph'; readonly text: string };
export type ListItem = { readonly text: string; readonly children: readonly Block[] };
export type List = {
  readonly type: 'list';
  /** The first number; null for bullets. */
  readonly from: number | null;
  /** Its numbers are words of the source, not put there by whatever shows it. */
  readonly typed?: boolean;
  readonly items: readonly ListItem[];
};
export type Table = {
  readonly type: 'table';
  /** Null where the source has no header row. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
};
/** Text that is Markdown already and goes over as it is. */
export type Verbatim = { readonly type: 'verbatim'; readonly text: string };
export type Block = Heading | DocumentParagraph | List | Table | Verbatim;

export type ReadDocument = {
  readonly blocks: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  /** All words of the source, gathered apart from the blocks, so that the two can be held against each other. */
  readonly source: readonly string[];
  /** What merged cells say more than once in the table written out. */
  readonly repeated: readonly string[];
  /** What the file says of itself beside its text. */
  readonly about: { readonly title: string | null; readonly updated: string | null; readonly head: OwnHead };
};

/** Fields of a head between `---` lines that the document had already. */
export type OwnHead = Readonly<Record<string, string>>;

export type TrackedChanges = 'refuse' | 'accept' | 'reject';

/** A document that cannot be brought in as it is: what is in the way, where, and what to do about it. */
export class DocumentRefused extends Error {
  readonly what: string;
  readonly fix: string;

  constructor(what: string, fix: string, options?: ErrorOptions) {
    super(`${what} ${fix}`, options);
    this.name = 'DocumentRefused';
    this.what = what;
    this.fix = fix;
  }
}

/** White space to one blank each; linear, however long it is. */
export const squeezed = (text: string): string =>
  text
    .split(/[\s\u00a0\u200b\ufeff]/u)
    .filter((part) => part !== '')
    .join(' ');
