/** A fact read from the words that people type, rows without their bars among them. */
import { type FactName, factFields } from '../../letters/fact-fields.ts';
import { factFromWords, type ReadFact } from '../../letters/facts-from-words.ts';

/** What stands between the cells of a row where nobody writes bars: a colon, or a dash with room around it. */
const between = /\s*\|\s*|:\s+|\s+[-–—]\s+/u;

/** A row as people write it, with bars between its cells. The last cell keeps what it has of colons and dashes. */
const barred = (line: string, cells: number): string => {
  if (line.split('|').length >= cells) return line;
  const parts: string[] = [];
  let rest = line.replace(/^\s*[-*•]\s*/u, '');
  while (parts.length < cells - 1) {
    const cut = between.exec(rest);
    if (cut === null) return line;
    parts.push(rest.slice(0, cut.index));
    rest = rest.slice(cut.index + cut[0].length);
  }
  return [...parts, rest].join(' | ');
};

/** A part that is refused without its law rests on the ground that was chosen. */
const withGround = (line: string, provision: string | undefined): string => {
  const cells = (text: string): number => text.split('|').length;
  const short = barred(line, 2);
  return provision === undefined || cells(barred(line, 3)) >= 3 || cells(short) !== 2
    ? line
    : `${short} | ${provision}.`;
};

export const readFact = (name: FactName, words: string, provision: string | undefined): ReadFact => {
  const field = factFields[name];
  if (field.kind !== 'rows') return factFromWords(name, words);
  const lines = words
    .split(/\r?\n/u)
    .map((line) => (name === 'refused' ? withGround(line, provision) : line))
    .map((line) => barred(line, field.columns.length));
  return factFromWords(name, lines.join('\n'));
};
