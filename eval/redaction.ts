/** How well questions are made fit to leave the house: what identifies somebody and goes out, and what carried meaning and does not. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Redact } from '../src/knowledge/question/redaction.ts';

const itemSchema = z.object({
  id: z.string(),
  question: z.string(),
  /** Words that identify somebody. */
  identifying: z.array(z.string()),
  /** Words that carry the meaning. */
  keep: z.array(z.string()),
  /** Nothing in it is a name, and all of it together is one person: it has to be kept back. */
  combination: z.boolean(),
});

export const redactionItems = async (path: string): Promise<readonly z.infer<typeof itemSchema>[]> =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => itemSchema.parse(JSON.parse(line)));

export type RedactionFigures = {
  readonly questions: number;
  readonly sent: number;
  /** Kept back although nothing but single words identifies anybody in them. */
  readonly needlessly_kept: number;
  /** Of those that have to be kept back: sent although a piece or much of the description stands there, and sent without it. */
  readonly combinations_sent: number;
  readonly combinations_reduced: number;
  /** Of the identifying pieces in questions that were sent. */
  readonly identifying_pieces: number;
  readonly identifying_sent: number;
  readonly meaning_words: number;
  readonly meaning_lost: number;
  readonly meaning_lost_share: number;
};

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .match(/[\p{L}\p{N}']+/gu) ?? [];

const bare = (text: string): string => ` ${wordsOf(text.replace(/\[[^\]]*\]/gu, ' ')).join(' ')} `;

/** A number that stands in the question and a period or a reference in words that stands in its place. */
const isSaidOtherwise = (word: string, item: string, sent: string): boolean =>
  (/\d|\b(?:days?|weeks?|months?|years?|yrs?)\b/u.test(item) && sent.includes('[period]')) ||
  (/^\d{1,3}$|^[a-z]$|^art$/u.test(word) && /\b(?:article|art|recital|schedule|section)\b/iu.test(item));

/** More of a description than this still describes. */
const MUCH = 0.3;

/** A piece goes out when it stands there whole, or when a word of it does that is not of everyday English. */
export const measureRedaction = async (
  path: string,
  redact: Redact,
  isEveryday: (word: string) => boolean,
): Promise<{ readonly figures: RedactionFigures; readonly leaks: readonly string[] }> => {
  const items = await redactionItems(path);
  const leaks: string[] = [];
  let [sent, kept, combinations, reduced, pieces, meaning, lost] = [0, 0, 0, 0, 0, 0, 0];
  /** A misspelt word that goes out mended is not lost. */
  const mended = (word: string): string => {
    const tried = redact(`do we keep the ${word} of the company`);
    return tried.safe ? tried.text.slice('do we keep the '.length, -' of the company'.length) : word;
  };
  for (const { id, question, identifying, keep, combination } of items) {
    const redacted = redact(question);
    if (!redacted.safe) {
      if (!combination) kept += 1;
      continue;
    }
    sent += 1;
    const out = bare(redacted.text);
    /** "pupil's" says "pupil". */
    const holds = (word: string): boolean => out.includes(` ${word} `) || out.includes(` ${word}'s `);
    const goesOut = (piece: string): boolean =>
      out.includes(bare(piece)) || wordsOf(piece).some((word) => !isEveryday(word) && holds(word));
    if (combination) {
      const telling = identifying.flatMap(wordsOf).filter((word) => word.length > 3);
      if (identifying.some(goesOut) || telling.filter(holds).length > telling.length * MUCH) {
        combinations += 1;
        leaks.push(`${id} a combination`);
      } else reduced += 1;
    } else {
      pieces += identifying.length;
      for (const piece of identifying) if (goesOut(piece)) leaks.push(`${id} a piece`);
    }
    for (const item of keep)
      for (const word of wordsOf(item)) {
        meaning += 1;
        if (!holds(word) && !isSaidOtherwise(word, item, redacted.text) && !out.includes(bare(mended(word))))
          lost += 1;
      }
  }
  return {
    leaks,
    figures: {
      questions: items.length,
      sent,
      needlessly_kept: kept,
      combinations_sent: combinations,
      combinations_reduced: reduced,
      identifying_pieces: pieces,
      identifying_sent: leaks.length - combinations,
      meaning_words: meaning,
      meaning_lost: lost,
      meaning_lost_share: Math.round((1_000 * lost) / Math.max(1, meaning)) / 1_000,
    },
  };
};
