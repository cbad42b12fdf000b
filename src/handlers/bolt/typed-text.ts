/**
 * Text as Slack sends it, as a person reads it: the bot's own name and link markup gone, `&lt;` and its kind decoded.
 * Mentioned people become "somebody": a question needs no names.
 */
export const readable = (text: string): string =>
  text
    .replaceAll(/^\s*<@[UW][A-Z0-9]+(?:\|[^>]*)?>[\s,:]*/g, '')
    .replaceAll(/<@[UW][A-Z0-9]+(?:\|[^>]*)?>/g, 'somebody')
    .replaceAll(/<#C[A-Z0-9]+\|([^>]*)>/g, '#$1')
    .replaceAll(/<!subteam\^[A-Z0-9]+(?:\|([^>]*))?>/g, 'a group')
    .replaceAll(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '$1')
    .replaceAll(/<([^>|]+)\|([^>]*)>/g, '$2')
    .replaceAll(/<([^>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();

const patterns: readonly (readonly [RegExp, string])[] = [
  [/[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}/i, 'an e-mail address'],
  [/\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/i, 'a National Insurance number'],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/, 'a bank account number'],
  [/\b(?:\d[ -]?){13,19}\b/, 'a card or account number'],
  [/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/, 'a postcode'],
  [/(?<![\w-])(?:\+\d{1,3}[\s().-]*|\(?0)(?:\d[\s().-]*){8,12}\b/, 'a phone number'],
];

/** Obvious identifiers of a person in a text that is about to be shown to others; null when none is seen. */
export const identifierIn = (text: string): string | null =>
  patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** The same text with every such identifier left out, for a form that others will read. */
export const withoutIdentifiers = (text: string): string =>
  patterns.reduce(
    (left, [pattern]) => left.replaceAll(new RegExp(pattern.source, `${pattern.flags}g`), '[left out]'),
    text,
  );

/** The same for words of the privacy team, who may name the address that everybody is to write to. */
export const personalDataIn = ({ contact }: { readonly contact: string }, text: string): string | null =>
  identifierIn(text.replaceAll(contact, ''));
