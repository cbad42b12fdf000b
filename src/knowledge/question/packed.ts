/** Long lists of numbers as compact text. */
import { z } from 'zod';

/** Whole numbers below 2^32 as base64 of four bytes each: a long list in a JSON file that is read at every start. */
export const packNumbers = (numbers: readonly number[]): string =>
  Buffer.from(Uint32Array.from(numbers).buffer).toString('base64');

export const packedNumbers = z.string().transform((text): Uint32Array => {
  const bytes = Buffer.from(text, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
});
