/** A choice of a select, radio group or overflow menu. */
export type PageOption = {
  readonly text: { readonly text: string };
  readonly value: string;
  readonly description?: { readonly text: string };
};

export const isOption = (raw: unknown): raw is PageOption =>
  typeof raw === 'object' &&
  raw !== null &&
  'value' in raw &&
  typeof raw.value === 'string' &&
  'text' in raw &&
  typeof raw.text === 'object';
