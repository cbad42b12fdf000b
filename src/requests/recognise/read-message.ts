/** "Is this a rights request?": marks in the words and the likeness of the whole, weighed together; a hint for a person, who decides. */
import { isClient } from '../case/case.ts';
import type { Right } from '../clock/rights.ts';
import { findMarks, type Mark, type MarksFound, type Quote, type Recognised, sentences } from './marks.ts';
import type { NotOneReason } from './marks-table.ts';
import { likenessOf, type MessageLikeness, type MessageModel } from './message-model.ts';

export type MessageReading = {
  /** `perhaps`: about somebody's data, or not unlike requests, but nothing is clearly asked for. */
  readonly verdict: 'request' | 'perhaps' | 'not_one';
  /** One for each right, in the order of the text. */
  readonly marks: readonly Mark[];
  readonly notOne: readonly NotOneReason[];
};

/** Log odds that marks add and an everyday meaning takes away. These numbers were chosen on messages of two hands, half of the second kept away. */
const weights = { narrow: 4, wide: 1, everyday: -1 };
/** Log odds from which a message is a request; without a mark it has to be more like one. */
const requestFrom = { marked: 0.5, unmarked: 0.8 };
/** From here on people who wrote like this meant either: whoever reads it is asked to look. A line of few words is never more than that without a mark. */
const perhapsFrom = { long: -1, short: 1.3 };
/** Below these everyday work is nearer than any right, and marks of single words do not count. */
const marksCountFrom = { narrow: -4, wide: -2 };
/** A wide mark of a right that the message is so unlike gives way to the likeliest right. */
const unlikely = -2.5;
/** From here the likeliest right is shown beside marks of other rights. */
const likely = 2.5;
/** A line of fewer words weighs near nothing either way: without a mark nothing is made of it. */
const enoughWords = 10;

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
    odds: likenessOf(model, quote.text).rights.find((one) => one.right === right)?.odds ?? 0,
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

/** No language model; the first 10,000 characters. */
export const readMessage = (message: string, own: Recognised, model: MessageModel): MessageReading => {
  const text = message.slice(0, 10_000);
  const likeness = likenessOf(model, text);
  const { narrow, wide, notOne } = findMarks(text, own);
  const found: MarksFound = {
    narrow: likeness.odds < marksCountFrom.narrow ? [] : narrow,
    wide: likeness.odds < marksCountFrom.wide ? [] : wide,
    notOne,
  };
  const marked = found.narrow.length + found.wide.length > 0;
  const saysEnough = marked || text.trim().split(/\s+/u).length >= enoughWords;
  const score = likeness.odds + weightOf(found);
  if (saysEnough && score >= (marked ? requestFrom.marked : requestFrom.unmarked)) {
    const marks = shown(found, likeness, own, (right) => likestSentence(model, text, right));
    return { verdict: 'request', marks: marks.toSorted((a, b) => a.quote.start - b.quote.start), notOne: [] };
  }
  const doubtful = score >= (saysEnough ? perhapsFrom.long : perhapsFrom.short);
  if (notOne.length === 0 && (doubtful || aboutSomeone.test(text)))
    return { verdict: 'perhaps', marks: [], notOne: [] };
  return {
    verdict: 'not_one',
    marks: [],
    notOne: notOne.length > 0 ? notOne : ['no_personal_data_mentioned'],
  };
};
