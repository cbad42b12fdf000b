import { expect, it } from 'vitest';
import { readUnits } from '../../../src/knowledge/policy/read-units.ts';

const file = '# Notice\n\nWe keep it. We sell nothing.\n';
const body = '# Ours\n\nWe keep it.\n';

const texts = async (...policies: Parameters<typeof readUnits>[0]) => {
  const read = await readUnits(policies);
  if ('cause' in read) throw read.cause;
  return read.map((units) => units.map(({ id, text, section }) => [id.split(':')[0], section, text]));
};

it('reads a text that was read before under its own id, and beside one that was not', async () => {
  const first = await texts({ id: 'a', file, bodyStart: 0 });
  expect(first).toEqual([
    [
      ['a', 'Notice', 'We keep it.'],
      ['a', 'Notice', 'We sell nothing.'],
    ],
  ]);
  expect(
    await texts(
      { id: 'b', file: body, bodyStart: 0 },
      { id: 'a', file, bodyStart: 0 },
      { id: 'b', file, bodyStart: 0 },
    ),
  ).toEqual([
    [['b', 'Ours', 'We keep it.']],
    first[0],
    [
      ['b', 'Notice', 'We keep it.'],
      ['b', 'Notice', 'We sell nothing.'],
    ],
  ]);
});

it('reads an edited text anew', async () => {
  await texts({ id: 'a', file, bodyStart: 0 });
  expect(await texts({ id: 'a', file: file.replace('nothing', 'all'), bodyStart: 0 })).toEqual([
    [
      ['a', 'Notice', 'We keep it.'],
      ['a', 'Notice', 'We sell all.'],
    ],
  ]);
});
