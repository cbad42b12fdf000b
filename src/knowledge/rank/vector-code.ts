/** WebAssembly, put together by hand, that multiplies many vectors of bytes with one: JavaScript takes ten times as long for the sums. */

/** A number of the binary format, seven bits a byte; the last byte of one that may be negative has to be below 0x40. */
const number = (value: number, last = 0x80): readonly number[] =>
  value < last ? [value] : [(value & 0x7f) | 0x80, ...number(value >> 7, last)];
const list = (items: readonly (readonly number[])[]): readonly number[] => [
  ...number(items.length),
  ...items.flat(),
];
const name = (text: string): readonly number[] => list([...Buffer.from(text)].map((byte) => [byte]));
const sized = (body: readonly number[]): readonly number[] => [...number(body.length), ...body];

const I32 = 0x7f;
const V128 = 0x7b;
const [VECTOR, END, RESULT, SUMS] = [0, 1, 2, 3] as const;

// The instructions that are used, by the numbers of the WebAssembly specification.
const get = (local: number): readonly number[] => [0x20, local];
const set = (local: number): readonly number[] => [0x21, local];
const constant = (value: number): readonly number[] => [0x41, ...number(value, 0x40)];
const add = [0x6a];
const store = [0x36, 2, 0];
const isBelow = [0x49];
const onceMoreIf = [0x0d, 0];
const loop = (body: readonly number[]): readonly number[] => [0x03, 0x40, ...body, 0x0b];
const simd = (code: number, ...operands: readonly number[]): readonly number[] => [
  0xfd,
  ...number(code),
  ...operands,
];
const loadEightNumbers = (at: number): readonly number[] => simd(0, 0, ...number(at));
const loadEightBytes = (at: number): readonly number[] => simd(1, 0, ...number(at));
const multiplyAndAddPairs = simd(186);
const addFour = simd(174);
const partOf = (lane: number): readonly number[] => simd(27, lane);

const STEP = 8;

/**
 * A module that takes a memory as `of.memory` and exports `multiply(vector, end, result)`: each vector of `dims` signed bytes (a
 * multiple of eight) from the address `vector` to `end`, of at least one, is multiplied with the vector of 16-bit numbers at address 0;
 * the sums are written as 32-bit numbers from `result` on.
 */
export const vectorCode = (dims: number): Uint8Array<ArrayBuffer> => {
  const sums = Array.from({ length: dims / STEP }, (_, step) => [
    ...[...constant(0), ...loadEightNumbers(2 * STEP * step)],
    ...[...get(VECTOR), ...loadEightBytes(STEP * step)],
    ...multiplyAndAddPairs,
    ...(step === 0 ? [] : addFour),
  ]).flat();
  const total = [0, 1, 2, 3].flatMap((lane) => [...get(SUMS), ...partOf(lane), ...(lane === 0 ? [] : add)]);
  const eachVector = [
    ...[...sums, ...set(SUMS)],
    ...[...get(RESULT), ...total, ...store],
    ...[...get(RESULT), ...constant(4), ...add, ...set(RESULT)],
    ...[...get(VECTOR), ...constant(dims), ...add, ...set(VECTOR)],
    ...[...get(VECTOR), ...get(END), ...isBelow, ...onceMoreIf],
  ];
  const section = (id: number, ...items: readonly (readonly number[])[]) => [id, ...sized(list(items))];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [0x60, ...list([[I32], [I32], [I32]]), ...list([])]),
    ...section(2, [...name('of'), ...name('memory'), 0x02, 0, 1]),
    ...section(3, [0]),
    ...section(7, [...name('multiply'), 0x00, 0]),
    ...section(10, sized([...list([[1, V128]]), ...loop(eachVector), 0x0b])),
  ]);
};
