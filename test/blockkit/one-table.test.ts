import { expect, it } from 'vitest';
import { checkMessage } from '../../src/blockkit/validate.ts';

const cell = { type: 'raw_text', text: 'a' };
const table = { type: 'table', rows: [[cell]] };

it('refuses two tables in one message and takes one', () => {
  expect(checkMessage({ text: 'x', blocks: [table] })).toEqual([]);
  expect(
    checkMessage({ text: 'x', blocks: [table, table] })
      .map((breach) => JSON.stringify(breach))
      .join(),
  ).toContain('only_one_table_allowed');
});
