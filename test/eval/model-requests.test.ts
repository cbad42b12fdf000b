import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { recordRequests, replaying } from '../../eval/model-requests.ts';
import { evaluate, readItems } from '../../eval/run.ts';
import { comparable, type Item } from '../../eval/scores.ts';
import { projectRoot } from '../../src/base/root.ts';
import type { Knowledge } from '../../src/knowledge/answer/answer.ts';
import { openKnowledge } from '../../src/knowledge/answer/knowledge.ts';
import { listUnits } from '../../src/knowledge/model/finder-request.ts';

const file = join(projectRoot, 'eval/questions.jsonl');
let knowledge: Knowledge;
let items: readonly Item[];
let expected: ReadonlyMap<string, string>;
beforeAll(async () => {
  knowledge = await openKnowledge(join(projectRoot, 'data/policies'));
  items = await readItems(file);
  const row = z.object({ id: z.string(), yes_no: z.string().nullish() });
  const rows = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  expected = new Map(
    rows.map((line) => row.parse(JSON.parse(line))).map(({ id, yes_no }) => [id, yes_no ?? '']),
  );
});

/** What a perfect finder replies: the units that hold the right passages. */
const perfect = (verdict: string | null): ReadonlyMap<string, string> => {
  const listed = listUnits(knowledge.documents);
  const outcomes = {
    answerable: 'silent',
    silent: 'silent',
    out_of_scope: 'out_of_scope',
    hostile: 'declined',
  };
  return new Map(
    items.map(({ id, kind, gold }) => {
      const units = gold
        .flatMap((passage) =>
          listed.filter(({ unit }) => comparable(unit.text).includes(comparable(passage))),
        )
        .map(({ id: unitId, unit }) => ({
          id: unitId,
          words: unit.text.split(/\s+/u).slice(0, 8).join(' '),
        }));
      const outcome = units.length > 0 ? 'answered' : outcomes[kind];
      return [id, JSON.stringify({ outcome, units, verdict, lacks: null })];
    }),
  );
};

it('records what would be sent: one prefix with every unit, and a question a line without digits but of a standard, a year or a share', async () => {
  const { prefix, requests, unsent } = await recordRequests(items, knowledge);
  expect(prefix).toContain('[u1] ');
  expect(requests.length + unsent.length).toBe(items.length);
  expect(requests.length).toBeGreaterThan(0.9 * items.length);
  expect(
    requests.filter(({ question }) =>
      /\d/u.test(question.replace(/ISO 27001|SOC2|\b20\d\d\b|\d+ percent/gu, '')),
    ),
  ).toEqual([]);
});

it('loses nothing on the way of what a perfect finder finds', { timeout: 60_000 }, async () => {
  const { ask } = replaying(items, knowledge, perfect(null));
  const files = new Map(knowledge.documents.map(({ head, file: text }) => [head.id, text]));
  const { summary } = await evaluate(items, ask, knowledge, files, () => 0);
  expect(summary['right']).toBeGreaterThanOrEqual(0.99);
  expect(summary['bad_quotes']).toBe(0);
});

it.each(['yes', 'no'])(
  'shows no flat verdict that is wrong, whoever says %s to everything',
  { timeout: 60_000 },
  async (lie) => {
    const { ask } = replaying(items, knowledge, perfect(lie));
    const wrong: string[] = [];
    for (const { id, question } of items) {
      const { verdict } = await ask(question);
      const right = expected.get(id);
      const isFlat = verdict === 'yes' || verdict === 'no';
      if (isFlat && (right === 'yes' || right === 'no' || right === 'conditional') && verdict !== right)
        wrong.push(`${verdict}: ${question}`);
    }
    expect(wrong).toEqual([]);
  },
);
