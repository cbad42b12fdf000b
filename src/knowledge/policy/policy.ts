/** What is known of one policy document, and the smallest pieces of it that may be cited. */

/** From the front matter of `data/policies/<id>.md`. */
export type PolicyHead = {
  readonly id: string;
  readonly title: string;
  /** As the company counts versions, e.g. `2020-06`. */
  readonly version: string;
  /** When the text was last changed, in the policy's own words, e.g. `June 2020`. */
  readonly updated: string;
  readonly controller: string;
  readonly contact: string;
  /** The higher one wins where two policies speak to the same thing. */
  readonly precedence: number;
  /** The shipped sample: not loaded beside a policy of one's own. */
  readonly sample?: true;
};

/** A stretch of a policy file: `file.slice(start, end)`, UTF-16 offsets. */
export type Span = { readonly start: number; readonly end: number };

/**
 * The smallest piece that may be cited: a whole sentence, a whole bullet, or a whole table row.
 * `text === file.slice(start, end)` always holds.
 */
export type Unit = Span & {
  /** Stable within one version of the file: `<policy>:<start>`. */
  readonly id: string;
  readonly policy: string;
  readonly kind: 'sentence' | 'bullet' | 'row';
  readonly text: string;
  /** The nearest heading, as shown to people; '' before the first one. */
  readonly section: string;
  /** All headings above, outermost first. */
  readonly path: readonly string[];
  /** The sentence that introduces the list (ends with a colon or "following"), shown with every bullet. */
  readonly leadIn: (Span & { readonly text: string }) | null;
  /** The header row of a table, shown with every row. */
  readonly header: (Span & { readonly text: string }) | null;
  /** Units of one list or one table share this; null for running text. */
  readonly group: string | null;
  /** Sentences of one paragraph or bullet share this, so that a run of neighbours may be cited together. */
  readonly block: string;
  /** Of a sentence inside a bullet of several: the id of that bullet; null otherwise. */
  readonly within: string | null;
};

export type Policy = {
  readonly head: PolicyHead;
  /** The whole file, front matter included: offsets count from its first character. */
  readonly file: string;
  readonly path: string;
  readonly units: readonly Unit[];
};
