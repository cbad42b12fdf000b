/** A plain text file into blocks. */
import type { ReadDocument } from './document.ts';
import { blocksFromLines } from './lines.ts';

export const readText = (text: string): ReadDocument => {
  const lines = text.replace(/\r\n?/gu, '\n').replaceAll('\f', '\n\n').replaceAll('\u00a0', ' ');
  const { blocks, leftOut, repeated } = blocksFromLines(lines, true);
  return { blocks, leftOut, repeated, source: [text], about: { title: null, updated: null, head: {} } };
};
