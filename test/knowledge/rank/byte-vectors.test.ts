import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteVectors } from '../../../src/knowledge/rank/byte-vectors.ts';
import { vectorCode } from '../../../src/knowledge/rank/vector-code.ts';

const DIMS = 16;
const vector = (least: number, most: number) =>
  fc.array(fc.integer({ min: least, max: most }), { minLength: DIMS, maxLength: DIMS });

it.each([
  ['with vector instructions', vectorCode(DIMS)],
  ['without them', null],
])('multiplies each vector with the one, %s, whatever it was multiplied with before', (_, code) => {
  fc.assert(
    fc.property(
      fc.array(vector(-128, 127), { maxLength: 9 }),
      fc.array(vector(-32_767, 32_767), { minLength: 1, maxLength: 3 }),
      (all, others) => {
        const { vectors, by, multiply } = byteVectors(all.length, DIMS, code);
        vectors.set(all.flat());
        for (const other of others) {
          by.set(other);
          expect([...multiply()]).toEqual(
            all.map((one) => one.reduce((sum, part, at) => sum + part * (other[at] ?? 0), 0)),
          );
        }
      },
    ),
  );
});

it('has the code for vectors of the length that is used', () => {
  expect(WebAssembly.validate(vectorCode(128))).toBe(true);
});
