/** Where blocks are shown. */
export type BlockSurface = 'message' | 'modal' | 'home';

/** One broken rule: where (a JSON pointer from the argument's name) and in Slack's own words. */
export type Breach = { readonly pointer: string; readonly message: string };

/** "must be less than 25 characters [json-pointer:/view/title/text]", as Slack answers it. */
export const inSlackWords = (breach: Breach): string => `${breach.message} [json-pointer:${breach.pointer}]`;

type Range = { readonly min?: number; readonly max?: number; readonly required?: boolean };

/** A text that has to be something: an address, a number, a day of the calendar, a time zone. */
export type Format = 'url' | 'https_url' | 'number_string' | 'date' | 'time_zone';

/** What a field may hold. */
export type LimitRule =
  | (Range & {
      readonly kind: 'string';
      readonly format?: Format;
      readonly pattern?: string;
      readonly only?: Only;
    })
  | (Range & { readonly kind: 'integer' | 'number'; readonly above?: number })
  | (Range & { readonly kind: 'boolean'; readonly only?: Only })
  | (Range & { readonly kind: 'enum'; readonly values: readonly string[] })
  | (Range & { readonly kind: 'plain_text' | 'text' })
  | (Range & { readonly kind: 'array'; readonly items: LimitRule; readonly subsetOf?: string })
  | (Range & {
      readonly kind: 'object';
      readonly ref?: string;
      readonly fields?: Readonly<Record<string, LimitRule>>;
      readonly memberOf?: string;
    })
  | (Range & { readonly kind: 'block'; readonly types?: readonly string[]; readonly implicitType?: string })
  | (Range & {
      readonly kind: 'element' | 'rich_text_container' | 'container' | 'leaf' | 'table_cell';
      readonly types: readonly string[];
    })
  | (Range & { readonly kind: 'one_of'; readonly of: readonly LimitRule[] })
  | (Range & { readonly kind: 'nullable'; readonly of: LimitRule });

/** A field that exists only in some places. */
export type Only = { readonly surface?: BlockSurface; readonly block?: string; readonly element?: string };

/** A block, element or object: its fields and what holds between them. */
export type Shape = {
  readonly fields: Readonly<Record<string, LimitRule>>;
  readonly surfaces?: readonly BlockSurface[];
  readonly inBlocks?: readonly string[];
  readonly exactlyOneOf?: readonly (readonly string[])[];
  readonly atLeastOneOf?: readonly (readonly string[])[];
  /** By its `type`: fields that it must have, and fields that it must not. */
  readonly byType?: Readonly<
    Record<string, { readonly needs: readonly string[]; readonly never: readonly string[] }>
  >;
};

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Length in Unicode code points, the unit of every limit here. */
export const codePoints = (text: string): number => {
  let length = text.length;
  // The second half of a pair counts for nothing; a half that stands alone is a point.
  for (let at = 1; at < text.length; at += 1)
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800)
      length -= 1;
  return length;
};
