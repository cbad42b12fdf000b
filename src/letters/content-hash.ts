/** The fingerprint of a letter. */
import { createHash } from 'node:crypto';

/** What no reader sees does not count: line ends, spaces at the end of a line, blank lines at the end, composed letters. */
const normalised = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+$/gm, '')
    .trim();

/** The fingerprint of a letter (SHA-256, hex): what was approved is what was sent. */
export const contentHash = (text: string): string =>
  createHash('sha256').update(normalised(text), 'utf8').digest('hex');
