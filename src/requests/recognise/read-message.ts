/** "Is this a rights request?": marks in the words and the likeness of the whole, weighed together; a hint for a person, who decides. */
import { isClient } from '../case/case.ts';
import type { Right } from '../clock/rights.ts';
import { findMarks, type Mark, type MarksFound, type Quote, type Recognised, sentences } from './marks.ts';
import { marksByRule } from './marks-by-rule.ts';
import type { NotOneReason } from './marks-table.ts';
import { markFeatures, messageFeatures } from './message-features.ts';
import { kindsOf, likenessOf, type MessageLikeness, type MessageModel } from './message-model.ts';

export type MessageReading = {
  /** `perhaps`: about somebody's data, or not unlike requests, but nothing is clearly asked for. */
  readonly verdict: 'request' | 'perhaps' | 'not_one';
  /** One for each right, in the order of the text; beside `perhaps`, what may be meant. */
  readonly marks: readonly Mark[];
  readonly notOne: readonly NotOneReason[];
};

/**
 * Log odds that marks add to what was learnt, and an everyday meaning takes away. These numbers, and the two below, were chosen on messages of each
 * hand with a model that had seen the others' only (`eval messages`).
 */
const weights = { narrow: 2, wide: 1, everyday: -0.5 };
/** Log odds from which a message is a request; without a mark it has to be more like one, and a line of few words more still. */
const requestFrom = { marked: 0.2, long: 0.7, short: 1 };
/** From here on people who wrote like this meant either: whoever reads it is asked to look. */
const perhapsFrom = { marked: -2, long: -1.8, short: 0.3 };
/** A wide mark of a right that the message is so unlike gives way to the likeliest right. */
const unlikely = -2.5;
/** From here the likeliest right is shown beside marks of other rights. */
const likely = 2.5;
/** A line of fewer words weighs near nothing either way. */
const enoughWords = 10;

/** A request may hide in a long message: its likest sentence speaks for the whole, at a discount that leaves everyday messages where they are. */
const hidden = { words: 4, discount: 1.5 };
/** Among so many sentences the others say nothing of which right it is. */
const longFrom = 5;

const aboutSomeone =
  /\b(?:my|his|her|their) (?:personal )?(?:data|information|details|privacy)\b|\bgdpr\b|\bpersonal (?:data|information)\b|\bdata protection\b/i;

const weightOf = ({ narrow, wide, notOne }: MarksFound): number => {
  if (narrow.length > 0) return weights.narrow;
  if (wide.length > 0) return weights.wide;
  return notOne.length > 0 ? weights.everyday : 0;
};

/** The sentence that reads most like this right, to be shown as what was recognised. */
const likestSentence = (model: MessageModel, text: string, right: Right): Quote => {
  const read = sentences(text).map((quote) => ({
    quote,
    odds:
      likenessOf(model, messageFeatures(quote.text, kindsOf(model))).rights.find((one) => one.right === right)
        ?.odds ?? 0,
  }));
  return read.toSorted((a, b) => b.odds - a.odds)[0]?.quote ?? { start: 0, end: text.length, text };
};

/** The rights that are shown: those with a mark of their own, and the one that the whole is likest where no mark says otherwise. */
const shown = (
  { narrow, wide }: MarksFound,
  { rights }: MessageLikeness,
  { clients }: Recognised,
  quoted: (right: Right) => Quote,
): readonly Mark[] => {
  const odds = new Map(rights.map((one) => [one.right, one.odds]));
  const kept = [...narrow, ...wide.filter(({ right }) => (odds.get(right) ?? 0) > unlikely)];
  const [likeliest] = rights.filter(({ right }) => clients || !isClient(right));
  if (likeliest === undefined || kept.some(({ right }) => right === likeliest.right)) return kept;
  if (kept.length > 0 && likeliest.odds < likely) return kept;
  const { right } = likeliest;
  return [...kept, { right, why: 'reads like others who exercised this right', quote: quoted(right) }];
};

const wordCount = (text: string): number => text.trim().split(/\s+/u).length;

const likeness = (model: MessageModel, text: string, found: MarksFound): MessageLikeness =>
  likenessOf(model, [...messageFeatures(text, kindsOf(model)), ...markFeatures(found)]);

/** The sentence that reads most like a request; null where there are not two to choose from. */
const likest = (model: MessageModel, text: string, { narrow, wide }: MarksFound) => {
  const parts = sentences(text).filter((part) => wordCount(part.text) >= hidden.words);
  const within = (part: Quote, marks: readonly Mark[]): readonly Mark[] =>
    marks.filter(({ quote }) => quote.start >= part.start && quote.end <= part.end);
  const read = parts.map((part) =>
    likeness(model, part.text, { narrow: within(part, narrow), wide: within(part, wide), notOne: [] }),
  );
  const [first] = read.toSorted((one, other) => other.odds - one.odds);
  return first === undefined || parts.length < 2 ? null : { ...first, of: parts.length };
};

const inOrder = (marks: readonly Mark[]): readonly Mark[] =>
  marks.toSorted((a, b) => a.quote.start - b.quote.start);

/** By marks and likeness alone. */
const readLearnt = (text: string, own: Recognised, model: MessageModel): MessageReading => {
  const found = findMarks(text, own);
  const whole = likeness(model, text, found);
  const { notOne } = found;
  const said =
    found.narrow.length + found.wide.length > 0
      ? 'marked'
      : wordCount(text) >= enoughWords
        ? 'long'
        : 'short';
  const part = likest(model, text, found);
  const score =
    Math.max(whole.odds, part === null ? Number.NEGATIVE_INFINITY : part.odds - hidden.discount) +
    weightOf(found);
  if (score >= requestFrom[said]) {
    const marks = shown(found, part !== null && part.of >= longFrom ? part : whole, own, (right) =>
      likestSentence(model, text, right),
    );
    return { verdict: 'request', marks: inOrder(marks), notOne: [] };
  }
  if (notOne.length === 0 && (score >= perhapsFrom[said] || aboutSomeone.test(text)))
    return { verdict: 'perhaps', marks: [], notOne: [] };
  return {
    verdict: 'not_one',
    marks: [],
    notOne: notOne.length > 0 ? notOne : ['no_personal_data_mentioned'],
  };
};

/** No language model; the first 10,000 characters. */
export const readMessage = (message: string, own: Recognised, model: MessageModel): MessageReading => {
  const text = message.slice(0, 10_000);
  const learnt = readLearnt(text, own, model);
  const { asked, meant } = marksByRule(text, own);
  if (asked.length > 0) {
    const has = (right: Right): boolean => learnt.marks.some((mark) => mark.right === right);
    const more = asked.filter(
      ({ right }) => !has(right) && !(right === 'direct_marketing_objection' && has('objection')),
    );
    return { verdict: 'request', marks: inOrder([...learnt.marks, ...more]), notOne: [] };
  }
  // What reads like everyday work stays that; where only nothing spoke for it, the account does.
  const open = learnt.notOne.every((reason) => reason === 'no_personal_data_mentioned');
  return learnt.verdict !== 'request' && open && meant.length > 0
    ? { verdict: 'perhaps', marks: inOrder(meant), notOne: [] }
    : learnt;
};
