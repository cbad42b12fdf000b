import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { canaryMarks } from '../support/case-desk.ts';
import { type Counted, hands, teamsAtDesk } from '../support/hands.ts';

let at: BotAtDesk;
beforeAll(async () => {
  at = await startBotAtDesk({ from: '2026-11-23T10:00:00Z', staffed: teamsAtDesk });
});
afterAll(() => at.stop());

const ways: readonly (readonly [string, string, string])[] = [
  ['access', 'Access', 'Take'],
  ['rectification', 'Rectification', 'Take'],
  ['erasure', 'Erasure', 'Take'],
  ['restriction', 'Restriction', 'Take'],
  ['objection', 'Objection', 'Take'],
  ['portability', 'Portability', 'Take'],
  ['consent_withdrawal', 'Consent withdrawal', 'Stopped and told'],
  ['direct_marketing_objection', 'Marketing opt-out', 'Stopped and told'],
  ['complaint', 'Complaint', 'Take'],
  ['client_data_deletion', 'Client leaving', 'Take'],
];

/** The table in the docs: what was counted last, which no later count may exceed. */
const docs = join(projectRoot, 'docs/casework.md');
const begin = '<!-- counted by test/journeys/shortest-ways.test.ts -->';
const end = '<!-- end of what was counted -->';
const rowOf = (name: string, { presses, forms, typed, people }: Counted): string =>
  `| ${name} | ${presses} | ${forms} | ${typed} | ${people} |`;
const known = async (name: string): Promise<readonly number[] | null> => {
  const row = (await readFile(docs, 'utf8')).split('\n').find((line) => line.startsWith(`| ${name} |`));
  return row === undefined ? null : row.split('|').slice(2, 6).map(Number);
};

const counts = new Map<string, Counted>();

describe('the shortest honest way, from the message to the closed case', () => {
  it.each(ways)(
    '%s',
    async (right, name, first) => {
      const people = hands(at);
      const number = await people.logs(right);
      await people.works(number, first);
      const counted = people.counted();
      counts.set(name, counted);
      const before = await known(name);
      if (before !== null)
        for (const [index, now] of [counted.presses, counted.forms, counted.typed, counted.people].entries())
          expect(now, `${name}: ${JSON.stringify(counted)}`).toBeLessThanOrEqual(before[index] ?? 0);
    },
    60_000,
  );

  it('access takes at most 25 presses, 5 forms and 4 typed fields, a marketing opt-out 4 presses', () => {
    const access = counts.get('Access');
    expect(access?.presses).toBeLessThanOrEqual(25);
    expect(access?.forms).toBeLessThanOrEqual(5);
    expect(access?.typed).toBeLessThanOrEqual(4);
    expect(counts.get('Marketing opt-out')?.presses).toBeLessThanOrEqual(4);
  });

  it('no name, contact or word of anybody stands in a message or a log line', () => {
    const outside = JSON.stringify(at.desk.changes.filter(({ type }) => type !== 'views')) + at.logged();
    expect(outside).not.toMatch(canaryMarks);
    expect(at.desk.problems()).toEqual([]);
  });

  it('access asks one field more where the company file says nothing of decisions by machines', async () => {
    const silent = await startBotAtDesk({
      from: '2026-11-23T10:00:00Z',
      staffed: (company) => ({ ...teamsAtDesk(company), automatedDecisions: null }),
    });
    try {
      const people = hands(silent);
      await people.works(await people.logs('access'), 'Take');
      const { presses, forms, typed } = people.counted();
      expect({ presses, forms, typed }).toEqual({
        presses: counts.get('Access')?.presses,
        forms: counts.get('Access')?.forms,
        typed: (counts.get('Access')?.typed ?? 0) + 1,
      });
      expect(typed).toBeLessThanOrEqual(4);
    } finally {
      await silent.stop();
    }
  }, 60_000);

  it('is written down, but never from a run in which something was not counted or took longer', async () => {
    expect(counts.size).toBe(ways.length);
    for (const [, name] of ways) {
      const counted = counts.get(name);
      const before = await known(name);
      if (counted === undefined || before === null) continue;
      const now = [counted.presses, counted.forms, counted.typed, counted.people];
      expect(
        now.every((each, index) => each <= (before[index] ?? 0)),
        `${name}: ${now} after ${before}`,
      ).toBe(true);
    }
    const table = [
      '| right | presses | forms | typed | people |',
      '|---|---|---|---|---|',
      ...ways.flatMap(([, name]) => {
        const counted = counts.get(name);
        return counted === undefined ? [] : [rowOf(name, counted)];
      }),
    ].join('\n');
    const text = await readFile(docs, 'utf8');
    const [head = '', rest = ''] = text.split(begin);
    const [, tail = ''] = rest.split(end);
    const next = `${head}${begin}\n${table}\n${end}${tail}`;
    if (next !== text) await writeFile(docs, next);
  });
});
