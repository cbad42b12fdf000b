/** Whether a PDF unpacks to more than a document can hold, looked at before anything reads it. */
import { inflateSync } from 'node:zlib';
import { codeOf } from '../../base/error-code.ts';
import { DocumentRefused } from './document.ts';

const MOST_UNPACKED = 60_000_000;
const MOST_STREAMS = 20_000;

const unpacked = (bytes: Uint8Array, most: number): Uint8Array | null | 'too big' => {
  try {
    return inflateSync(bytes, { maxOutputLength: most, finishFlush: 2 });
  } catch (problem) {
    return codeOf(problem) === 'ERR_BUFFER_TOO_LARGE' ? 'too big' : null;
  }
};

const refuse = (): never => {
  throw new DocumentRefused(
    `It unpacks to more than ${MOST_UNPACKED / 1_000_000} MB.`,
    'Print it to a new PDF, without its pictures, and import that.',
  );
};

/** Throws DocumentRefused. Streams packed several times over are unpacked as often. */
export const refusePdfBomb = (bytes: Uint8Array): void => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MOST_UNPACKED;
  let from = 0;
  for (let streams = 0; ; streams += 1) {
    const at = file.indexOf('stream', from);
    if (at === -1) return;
    if (streams > MOST_STREAMS) refuse();
    from = at + 6;
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const dictionary = file.subarray(Math.max(0, at - 1_000), at).toString('latin1');
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    const times = own.match(/\/Fl(?:ateDecode)?\b/gu)?.length ?? 0;
    // Pictures are never unpacked to read words.
    if (times === 0 || /\/Subtype\s*\/Image\b/u.test(own)) continue;
    const start = file[from] === 13 ? from + (file[from + 1] === 10 ? 2 : 1) : from + 1;
    const end = file.indexOf('endstream', start);
    let part: Uint8Array = file.subarray(start, end === -1 ? file.length : end);
    for (let round = 0; round < Math.min(times, 8); round += 1) {
      const inner = unpacked(part, Math.max(1, left));
      if (inner === 'too big') refuse();
      if (inner === null || inner === 'too big') break;
      left -= inner.length;
      if (left <= 0) refuse();
      part = inner;
    }
    if (end !== -1) from = end + 9;
  }
};
