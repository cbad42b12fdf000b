/** Orders that no bot carries out, by their shape: who is asked to do what, with whose knowledge. */
import { z } from 'zod';
import { parseYaml } from '../../base/yaml.ts';
import { plain } from './words.ts';

const schema = z.object({
  parts: z.record(z.string(), z.string()),
  shapes: z.array(z.union([z.string(), z.strictObject({ needs: z.string(), shape: z.string() })])),
  honest: z.array(z.string()),
  asks: z.string(),
});

export type Orders = {
  /** Whether a message wants an underhand deed, a name that is nobody's business, or a word of authority. */
  readonly isOrder: (message: string) => boolean;
  /** Whether a message asks whether one may, must or does, or how something is prevented. */
  readonly asksHonestly: (message: string) => boolean;
};

/** Longer messages are read up to here: the shapes stand within a few sentences, and patterns must stay quick. */
const MOST = 500;

/** How a shape opens: a part, or a group of parts, and what may stand between; one that may be missing is none. */
const OPENING =
  /^(?:<\w+>|\(\?:<\w+>(?:\|[^()]*(?:\([^()]*\))?[^()]*)?\))(?![?*+{])(?:\[\^[.?!]+\]\{0,\d+\})?/u;

/**
 * What of a shape comes behind its opening. Openings are long, and alike in dozens of shapes: a pattern takes milliseconds and memory when it
 * is first used, so the whole is used only where the rest stands in the message.
 */
const behindOpening = (shape: string): string => shape.replace(OPENING, '');

/** Reads orders.yaml; the name of a part in angle brackets stands for the part. */
export const readOrders = (yaml: string): Orders => {
  const file = schema.parse(parseYaml(yaml));
  const parts = new Map<string, string>();
  const whole = (pattern: string): string =>
    pattern.replace(/(?<!\(\?)<([a-z]+)>/gu, (all, name: string) => parts.get(name) ?? all);
  for (const [name, pattern] of Object.entries(file.parts)) parts.set(name, whole(pattern));
  const read = (pattern: string): RegExp => new RegExp(whole(pattern), 'u');
  const shapes = file.shapes.map((given) => {
    const { needs, shape } =
      typeof given === 'string' ? { needs: behindOpening(given), shape: given } : given;
    return { needs: read(needs), whole: read(shape) };
  });
  const honest = file.honest.map(read);
  const asks = read(file.asks);
  const flat = (message: string): string => plain(message).replace(/\s+/gu, ' ').trim().slice(0, MOST);
  const isHonest = (text: string): boolean => honest.some((pattern) => pattern.test(text));
  return {
    isOrder: (message) => {
      const text = flat(message);
      return (
        shapes.some(({ needs, whole: shape }) => needs.test(text) && shape.test(text)) && !isHonest(text)
      );
    },
    asksHonestly: (message) => {
      const text = flat(message);
      return asks.test(text) || isHonest(text);
    },
  };
};
