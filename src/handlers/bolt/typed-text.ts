/** What people type into Slack, made readable, and what in it identifies somebody. */
import { everywhere, identifierShapes } from '../../base/identifier-shapes.ts';
import type { FieldValue } from './payloads.ts';

/** What one field of a form holds; '' for an empty one, and for one that holds several things. */
export const text = (value: FieldValue | undefined): string =>
  typeof value === 'string' ? value.trim() : '';

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

const shapes = Object.values(identifierShapes).map((known) => ({ ...known, all: everywhere(known.shape) }));

/** Obvious identifiers of a person in a text that is about to be shown to others; null when none is seen. */
export const identifierIn = (text: string): string | null =>
  shapes.find(({ shape }) => shape.test(text))?.words ?? null;

/** The same text with every such identifier left out, for a form that others will read. */
export const withoutIdentifiers = (text: string): string =>
  shapes.reduce((left, { all }) => left.replaceAll(all, '[left out]'), text);

/** The same for words of the privacy team, who may name the address that everybody is to write to. */
export const personalDataIn = ({ contact }: { readonly contact: string }, text: string): string | null =>
  identifierIn(text.replaceAll(contact, ''));
