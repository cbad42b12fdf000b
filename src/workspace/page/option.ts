/** A choice of a select, radio group or overflow menu. */
export type Option = {
  readonly text: { readonly text: string };
  readonly value: string;
  readonly description?: { readonly text: string };
};

export const isOption = (raw: unknown): raw is Option =>
  typeof raw === 'object' &&
  raw !== null &&
  'value' in raw &&
  typeof raw.value === 'string' &&
  'text' in raw &&
  typeof raw.text === 'object';
