/** The archive that a Word file is: its parts listed and unpacked, with an end to what they may unpack to. */
import { inflateRawSync } from 'node:zlib';
import { codeOf } from '../../base/error-code.ts';
import { DocumentRefused } from './document.ts';

const MOST_UNPACKED = 40_000_000;
const MOST_PARTS = 20_000;
/** Lengths of the fixed part of each record and where their fields lie (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const END = { signature: 0x06054b50, length: 22, entries: 10, list: 16 };
const LISTED = {
  signature: 0x02014b50,
  length: 46,
  packing: 10,
  packed: 20,
  name: 28,
  extra: 30,
  comment: 32,
  at: 42,
};
const LOCAL = { length: 30, name: 26, extra: 28 };

const refuse = (cause?: unknown): never => {
  throw new DocumentRefused(
    `The file unpacks to more than ${MOST_UNPACKED / 1_000_000} MB of text.`,
    'Copy its text into a new document and save that.',
    { cause },
  );
};

const inflated = (packed: Uint8Array, most: number): Uint8Array => {
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (problem) {
    if (codeOf(problem) === 'ERR_BUFFER_TOO_LARGE') return refuse(problem);
    throw problem;
  }
};

/**
 * The parts whose names fit `wanted`, by name. What the archive says of their sizes is not believed: unpacking itself ends at 40 MB.
 * Throws DocumentRefused for more than that, an Error for what is no archive.
 */
export const partsOfArchive = (bytes: Uint8Array, wanted: RegExp): ReadonlyMap<string, Uint8Array> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = file.length - END.length;
  while (end >= 0 && file.readUInt32LE(end) !== END.signature) end -= 1;
  if (end < 0) throw new Error('it is no archive');
  const parts = new Map<string, Uint8Array>();
  let left = MOST_UNPACKED;
  let at = file.readUInt32LE(end + END.list);
  const count = Math.min(file.readUInt16LE(end + END.entries), MOST_PARTS);
  for (let entry = 0; entry < count; entry += 1) {
    if (file.readUInt32LE(at) !== LISTED.signature) throw new Error('its list of parts is broken');
    const nameLength = file.readUInt16LE(at + LISTED.name);
    const name = file
      .toString('utf8', at + LISTED.length, at + LISTED.length + nameLength)
      .replaceAll('\\', '/');
    if (wanted.test(name)) {
      const local = file.readUInt32LE(at + LISTED.at);
      const start =
        local + LOCAL.length + file.readUInt16LE(local + LOCAL.name) + file.readUInt16LE(local + LOCAL.extra);
      const packed = file.subarray(start, start + file.readUInt32LE(at + LISTED.packed));
      const stored = file.readUInt16LE(at + LISTED.packing) === 0;
      const part = stored ? packed : inflated(packed, left);
      left -= part.length;
      if (left <= 0) refuse();
      parts.set(name, part);
    }
    at +=
      LISTED.length +
      nameLength +
      file.readUInt16LE(at + LISTED.extra) +
      file.readUInt16LE(at + LISTED.comment);
  }
  return parts;
};
