import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { rowsOf, TERM_ROWS, termReader } from '../../../src/knowledge/answer/verdict-terms.ts';
import { readThesaurus } from '../../../src/knowledge/rank/thesaurus.ts';

const thesaurus = readThesaurus(await readFile(join(projectRoot, 'data/knowledge/thesaurus.yaml'), 'utf8'));
const termsOf = termReader(thesaurus, {}, new Set(['keep']));
const terms = (question: string, quote: string) =>
  termsOf({ question, mended: question.toLowerCase(), quote, leadIn: '' });

it('reads one company as it reads another: names that both sides share leave the same terms', () => {
  expect(terms('can I photograph the quokka?', 'Never photograph the quokka.')).toEqual(
    terms('can I photograph the zeppelin?', 'Never photograph the zeppelin.'),
  );
});

it('tells a passage that forbids from one that permits the same', () => {
  const forbids = terms('can I photograph the quokka?', 'Never photograph the quokka.');
  const permits = terms('can I photograph the quokka?', 'You may photograph the quokka.');
  expect(forbids.filter((term) => !permits.includes(term)).length).toBeGreaterThan(0);
});

it('tells what is asked from what is missing in the passage', () => {
  const whole = terms('is the ledger shredded?', 'The ledger is shredded.');
  const other = terms('is the trawler shredded?', 'The ledger is shredded.');
  expect(whole).not.toEqual(other);
});

it('numbers each term once, within the rows that there are', () => {
  const rows = rowsOf(terms('do we keep it?', 'We keep it; we keep it.'));
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows.every((row) => row >= 0 && row < TERM_ROWS)).toBe(true);
});
