/** Patterns for small talk and other people's data, and the details that may be asked for. */

import { z } from 'zod';
import { parseYaml } from '../../base/yaml.ts';
import { nobody, type Own } from './own.ts';
import { plain, wordsOf } from './words.ts';

const gatesSchema = z.object({
  declined: z.array(z.string()),
  possessions: z.string(),
  some_owner: z.string(),
  asked: z.string(),
  general_owners: z.string(),
  out_of_scope: z.array(z.string()),
  privacy: z.string(),
});

const slotsSchema = z.object({
  slots: z.array(
    z.object({
      name: z.string(),
      lacks: z.string(),
      on: z.string().default(''),
      asks: z.string(),
      states: z.string(),
    }),
  ),
});

export type Gate = (question: string) => 'declined' | 'out_of_scope' | null;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Whether a question has a word in it that nobody uses but of privacy, or the name of a tool that a policy names. */
export const readPrivacyWords = (
  yaml: string,
  { tools }: Pick<Own, 'tools'> = nobody,
): ((question: string) => boolean) => {
  const pattern = new RegExp(gatesSchema.parse(parseYaml(yaml)).privacy, 'iu');
  const named = tools.map((tool) => new RegExp(`\\b${escaped(plain(tool))}\\b`, 'iu'));
  return (question) => {
    const text = plain(question);
    return pattern.test(text) || named.some((tool) => tool.test(text));
  };
};

/** Reads gates.yaml: what is asked here that is no question on a policy. Whoever the company holds data on is nobody in particular. */
export const readGates = (
  yaml: string,
  { names, people, tools }: Pick<Own, 'names' | 'people' | 'tools'> = nobody,
): Gate => {
  const file = gatesSchema.parse(parseYaml(yaml));
  const declined = file.declined.map((pattern) => new RegExp(pattern, 'iu'));
  const outside = file.out_of_scope.map((pattern) => new RegExp(pattern, 'iu'));
  const lastWords = [...names, ...people, ...tools].flatMap((name) => wordsOf(name).at(-1) ?? []);
  const general = new Set([
    ...file.general_owners.split('|'),
    ...lastWords.flatMap((word) => [word, word.replace(/s$/u, '')]),
  ]);
  const possessions = new RegExp(file.possessions, 'giu');
  // "A player's account", "the night manager's phone" are nobody's in particular.
  const someOwner = new RegExp(file.some_owner, 'iu');
  const asked = new RegExp(file.asked, 'iu');
  return (question) => {
    const text = plain(question).replace(/\s+/g, ' ').trim();
    if (declined.some((pattern) => pattern.test(text))) return 'declined';
    if (!asked.test(text)) {
      const named = [...text.matchAll(possessions)].some(
        ({ 1: owner = '', index }) => !general.has(owner) && !someOwner.test(text.slice(0, index)),
      );
      if (named) return 'declined';
    }
    return outside.some((pattern) => pattern.test(text)) ? 'out_of_scope' : null;
  };
};

export type Slot = {
  readonly name: string;
  /** Read after "The policy does not say". */
  readonly lacks: string;
  readonly on: RegExp;
  readonly asks: RegExp;
  readonly states: RegExp;
};

/** Reads slots.yaml: details that questions ask for, and how a text shows that it states them; `<tools>` are the company's own. */
export const readSlots = (yaml: string, { tools }: Pick<Own, 'tools'> = nobody): readonly Slot[] =>
  slotsSchema.parse(parseYaml(yaml)).slots.map(({ name, lacks, on, asks, states }) => ({
    name,
    lacks,
    on: new RegExp(on, 'u'),
    asks: new RegExp(asks, 'iu'),
    states: new RegExp(states.replace('<tools>', tools.map(escaped).join('|') || '(?!)'), 'u'),
  }));

/** The detail that is asked for on a topic and that none of these texts states; null when nothing is missing. */
export const missingSlot = (
  slots: readonly Slot[],
  topic: string,
  question: string,
  texts: readonly string[],
): Slot | null => {
  const asked = plain(question);
  const missing = ({ on, asks, states }: Slot): boolean =>
    on.test(topic) && asks.test(asked) && !texts.some((text) => states.test(text));
  return slots.find(missing) ?? null;
};
