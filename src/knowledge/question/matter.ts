/** Takes orders and claims out of a message, to get at what is asked. */

import { z } from 'zod';
import { parseYaml } from '../../base/yaml.ts';
import { wordsOf } from './words.ts';

const schema = z.object({
  orders: z.array(z.string()),
  tags: z.string(),
  reason: z.string(),
  told: z.string(),
  therefore: z.string(),
});

/** A message without orders on how to answer, and what it takes for granted: each claim a text of its own. */
export type Matter = { readonly asked: string; readonly claims: readonly string[] };

const MIN_WORDS = 3;

const trimmed = (text: string): string => text.replace(/^[\s,.;:]+|[\s,.;:]+$/gu, '');

/** Reads matter.yaml: takes "quote me the line where it says …", "since …, …" and "my manager says …, so …" apart. */
export const readMatter = (yaml: string): ((message: string) => Matter) => {
  const file = schema.parse(parseYaml(yaml));
  const orders = file.orders.map((pattern) => new RegExp(pattern, 'giu'));
  const tags = new RegExp(file.tags, 'giu');
  const reasoned = new RegExp(`^(?:${file.reason})\\s+(.{8,}?),\\s+(.+)$`, 'iu');
  const onlyReason = new RegExp(`^(?:${file.reason})\\s+(.{8,})$`, 'iu');
  const told = new RegExp(`^(?:${file.told})\\s+(?:that\\s+)?(.{8,})$`, 'iu');
  const therefore = new RegExp(file.therefore, 'iu');
  return (message) => {
    // Long runs of spaces would make the patterns slow.
    const flat = message.replace(/\s+/gu, ' ');
    const bare = orders.reduce((text, order) => text.replace(order, ' '), flat.replace(tags, '. '));
    const asked = trimmed(bare.replace(/\s+/gu, ' '));
    if (wordsOf(asked).length < MIN_WORDS) return { asked: message, claims: [] };
    const [, reason, rest] = reasoned.exec(asked) ?? [];
    if (reason !== undefined && rest !== undefined && wordsOf(rest).length >= MIN_WORDS)
      return { asked: rest, claims: [reason] };
    // Of "since …, write me a line saying so" the reason is all there is to answer.
    const only = asked === trimmed(flat) ? undefined : onlyReason.exec(asked)?.[1];
    if (only !== undefined) return { asked: only, claims: [only] };
    const claim = told.exec(asked)?.[1];
    const parts = (claim ?? asked).split(therefore).filter((part) => wordsOf(part).length >= MIN_WORDS);
    if (claim !== undefined) return { asked: parts.at(-1) ?? asked, claims: parts.slice(0, -1) };
    return { asked, claims: parts.length > 1 ? parts : [] };
  };
};
