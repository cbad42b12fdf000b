import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { phrasingCurve, spread } from '../../eval/phrasing-curve.ts';
import { temporaryFolder } from '../register/temp-folder.ts';

const folder = temporaryFolder();

const HEAD =
  '---\nid: kiln\ntitle: Kiln notice\nversion: 1\nupdated: May 2024\ncontroller: Kiln Ltd\ncontact: hi@kiln.example\n---\n# Kiln notice\n\n## Records\n\n';
const WHEEL = 'Throwing diaries are destroyed at the second equinox.';
const GLAZE = 'Glaze ledgers go to the guild registrar.';

/** Staff of this potter ask in words that its policy does not have, and that nothing else has taught the program. */
const potter = (): string => {
  const dir = folder();
  mkdirSync(join(dir, 'phrasings'), { recursive: true });
  writeFileSync(join(dir, 'kiln.md'), `${HEAD}${WHEEL}\n\n${GLAZE}\n`);
  const lines = [
    {
      quote: WHEEL,
      asks: ['a', 'the', 'my', 'any', 'those', 'his'].map((word) => `when do ${word} zorbs get torched`),
    },
    {
      quote: GLAZE,
      asks: ['a', 'the', 'my', 'any', 'those', 'his'].map((word) => `whose mitts are ${word} quibs in`),
    },
  ];
  writeFileSync(
    join(dir, 'phrasings/kiln.phrasings.jsonl'),
    lines.map((line) => JSON.stringify(line)).join('\n'),
  );
  const asked = [
    { question: 'when do these zorbs get torched?', gold: [WHEEL] },
    { question: 'whose mitts are these quibs in?', gold: [GLAZE] },
  ];
  const items = asked.map((one, at) => ({
    id: `k-${at}`,
    kind: 'answerable',
    style: 'plain',
    sub: 'fact',
    also_ok: [],
    must_mention: [],
    must_not_mention: [],
    yes_no: null,
    note: '',
    ...one,
  }));
  writeFileSync(join(dir, 'questions.jsonl'), items.map((item) => JSON.stringify(item)).join('\n'));
  return dir;
};

it('answers better with more phrasings per unit, and cuts them as it was told', async () => {
  const company = potter();
  const { points, leftOut } = await phrasingCurve(company, join(company, 'phrasings'), [0, 5], () => 0);
  const [none, some] = points;
  expect(leftOut).toBe(0);
  expect(none?.average).toBe(0);
  expect(some?.average).toBe(5);
  expect(some?.row.right ?? 0).toBeGreaterThan(none?.row.right ?? 1);
  expect(some?.row.bad_quotes).toBe(0);
});

it('takes of a list what is spread over all of it', () => {
  expect(spread(['a', 'b', 'c', 'd', 'e', 'f'], 3)).toEqual(['a', 'c', 'e']);
  expect(spread(['a', 'b'], 5)).toEqual(['a', 'b']);
});
