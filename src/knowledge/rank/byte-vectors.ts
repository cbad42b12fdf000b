/** Many vectors of signed bytes, each multiplied with one vector at once: with every question twenty thousand phrasings are. */
import { vectorCode } from './vector-code.ts';

export type ByteVectors = {
  /** One after the other, to be written once. */
  readonly vectors: Int8Array;
  /** The vector with which all are multiplied: 16-bit numbers, to be written each time. */
  readonly by: Int16Array;
  /** The sum of the products for each vector; the array is overwritten by the next call. */
  readonly multiply: () => Int32Array;
};

const PAGE = 65_536;
const LEAST = 8;

/** The processor's vector instructions, where there are such. */
const codeFor = (dims: number): Uint8Array<ArrayBuffer> | null => {
  const code = vectorCode(dims);
  return WebAssembly.validate(code) ? code : null;
};

/** Room for `count` vectors of `dims` bytes, a multiple of eight; without `code` the sums are the same and take longer. */
export const byteVectors = (
  count: number,
  dims: number,
  code: Uint8Array<ArrayBuffer> | null = codeFor(dims),
): ByteVectors => {
  const results = 2 * dims;
  const from = Math.ceil((results + 4 * count) / LEAST) * LEAST;
  const end = from + count * dims;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
  const vectors = new Int8Array(memory.buffer, from, count * dims);
  const by = new Int16Array(memory.buffer, 0, dims);
  const sums = new Int32Array(memory.buffer, results, count);
  const plainly = (): void => {
    for (let at = 0, start = 0; at < count; at += 1, start += dims) {
      let sum = 0;
      for (let dim = 0; dim < dims; dim += 1) sum += (by[dim] ?? 0) * (vectors[start + dim] ?? 0);
      sums[at] = sum;
    }
  };
  const quickly =
    code === null
      ? undefined
      : new WebAssembly.Instance(new WebAssembly.Module(code), { of: { memory } }).exports['multiply'];
  return {
    vectors,
    by,
    multiply: () => {
      if (count === 0) return sums;
      if (typeof quickly === 'function') quickly(from, end, results);
      else plainly();
      return sums;
    },
  };
};
