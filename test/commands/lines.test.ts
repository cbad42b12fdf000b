import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from '../../src/commands/lines.ts';

const read = async (...chunks: readonly (Uint8Array | string)[]): Promise<readonly string[]> => {
  const stream = async function* () {
    yield* chunks;
  };
  const lines: string[] = [];
  for await (const line of linesOf(stream())) lines.push(line);
  return lines;
};
const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['nothing', '', []],
  ['one line without an end', 'a', ['a']],
  ['one line with an end', 'a\n', ['a']],
  ['an empty line between', 'a\n\nb\n', ['a', '', 'b']],
  ['Windows line ends', 'a\r\nb\r\n', ['a', 'b']],
  ['a mark at the start', '\uFEFFa\nb', ['a', 'b']],
  ['a separator that JSON may hold', '{"question":"a\u2028b"}\n', ['{"question":"a\u2028b"}']],
])('%s', async (_, text, lines) => {
  expect(await read(bytes(text))).toEqual(lines);
});

it('reads the same lines wherever the stream is cut, in the middle of a character too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\u2028'), { maxLength: 30 }),
      fc.integer({ min: 0, max: 90 }),
      async (letters, cut) => {
        const whole = bytes(letters.join(''));
        expect(await read(whole.slice(0, cut), whole.slice(cut))).toEqual(await read(whole));
      },
    ),
    { numRuns: 200 },
  );
});
