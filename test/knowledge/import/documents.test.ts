import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/knowledge/import/read-document.ts';
import { unitsOf } from '../../../src/knowledge/policy/units.ts';
import { documents } from './documents.ts';

describe.each(documents)('$name ($why)', ({ name, bytes, tracked, units, leftOut, refused }) => {
  it(
    refused === undefined
      ? 'keeps every word, in its section, and names what is left out'
      : 'is refused with its place and the fix',
    async () => {
      const outcome = await readDocument(name, bytes, tracked ?? 'refuse');
      if (refused !== undefined) {
        expect(outcome.ok ? outcome.text.body : `${outcome.what} ${outcome.fix}`).toMatch(refused);
        expect(outcome.ok).toBe(false);
        return;
      }
      if (!outcome.ok) throw new Error(`${outcome.what} ${outcome.fix}`);
      const { body, account } = outcome.text;
      const read = unitsOf('p', body, 0)
        .filter(({ within }) => within === null)
        .map((unit) => [
          unit.path.join(' > '),
          ...(unit.header === null ? [] : [unit.header.text]),
          ...(unit.leadIn === null ? [] : [unit.leadIn.text]),
          unit.text,
        ]);
      expect(read).toEqual(units);
      expect(outcome.text.leftOut.map(({ what, text }) => [what, text])).toEqual(leftOut ?? []);
      expect(outcome.text.leftOut.every(({ place }) => place !== '')).toBe(true);
      expect(account).toEqual({ lost: [], invented: [] });
    },
  );
});
