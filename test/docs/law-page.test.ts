import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../src/base/root.ts';
import { ruleVersion } from '../../src/requests/clock/deadline.ts';
import { table } from '../requests/clock/oracle.ts';

const page = readFileSync(join(projectRoot, 'docs/law.md'), 'utf8');
const rows = page
  .slice(page.indexOf('## Rule, article, data row, test'), page.indexOf('## Where readings differ'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Rule'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .map(([, rule = '', article = '', data = '', file = '', test = '']) => ({
    rule,
    article,
    data,
    file,
    test,
  }));

/** What stands at "answer.1.asking" of a file; undefined where nothing does. */
const at = (file: string, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
      parse(readFileSync(join(projectRoot, 'data/regimes', file), 'utf8'), { merge: true }),
    );

describe('the page of the law', () => {
  it('has a row for every rule', () => expect(rows.length).toBeGreaterThan(20));

  it.each(rows.map((row) => [row.rule, row] as const))(
    '%s: its data row, file and test are there',
    (_, row) => {
      expect(existsSync(join(projectRoot, 'src/requests', row.file)), row.file).toBe(true);
      expect(existsSync(join(projectRoot, 'test', row.test)), row.test).toBe(true);
      const [file = '', path = ''] = row.data.split(': ');
      const ids = file.startsWith('*/') ? Object.keys(table.regimes) : row.data === '–' ? [] : [''];
      for (const id of ids) expect(at(file.replace('*', id), path), `${file}: ${path}`).toBeDefined();
    },
  );

  it('has one date of the state of the law, and every regime, the notes and the engine have the same', () => {
    const [, date = ''] = /State of the law: (\d{4}-\d\d-\d\d)/.exec(page) ?? [];
    const notes = /^checked: (\S+)/m.exec(
      readFileSync(join(projectRoot, 'data/knowledge/law.yaml'), 'utf8'),
    )?.[1];
    const all = [...Object.values(table.regimes).map(({ checked }) => checked), notes, ruleVersion];
    expect(new Set([date, ...all])).toEqual(new Set([date]));
  });
});
