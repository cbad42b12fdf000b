/** What the person wanted to know, in the first line and in the policy's own words. */
import type { Unit } from '../policy/policy.ts';
import type { Verdict } from './answer.ts';
import { rowInWords } from './row-in-words.ts';

/** The whole answer stays under sixty words: a longer passage is only pointed at, because a cut may turn its meaning. */
const MOST_WORDS = 40;

export const VERDICTS: Readonly<Record<Verdict, string>> = { yes: 'Yes', no: 'No', depends: 'It depends' };

const wordsIn = (text: string): number => text.split(/\s+/u).length;

const bare = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/(\*\*|__|`)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

const ended = (text: string): string => (/[.!?:]["'”’)]*$/u.test(text) ? text : `${text}.`);

/** A unit with what it needs to be understood, as one sentence or two. */
const inWords = ({ kind, text, header, leadIn }: Unit): string => {
  if (kind === 'row') return ended(rowInWords(header?.text ?? '', text));
  const own = bare(text);
  if (leadIn === null || kind !== 'bullet') return ended(own);
  const lead = bare(leadIn.text).replace(/[:.]\s*$/u, '');
  return ended(`${lead}: ${own.replace(/[;,]\s*(?:and|or)?\s*$/iu, '')}`);
};

/** `short` are the few words of a fact that answers; null when there are none. '' where the passage is too long to be said. */
export const firstLine = (unit: Unit | undefined, verdict: Verdict | null, short: string | null): string => {
  const yesNo = verdict === null ? '' : `${VERDICTS[verdict]}. `;
  if (short !== null) return `${yesNo}${ended(short)}`;
  const said = unit === undefined ? '' : inWords(unit);
  return wordsIn(said) > MOST_WORDS ? yesNo.trim() : `${yesNo}${said}`;
};
