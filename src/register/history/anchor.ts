/** A few letters that stand for the whole register at a moment: kept where whoever can write the register cannot, they show that it was set back. */
import type { LogTip, ReadLog } from './head-log.ts';

/** "1234-9f3a…": so many changes, and the beginning of the hash over all of them (96 bits). */
export type Anchor = { readonly count: number; readonly link: string };

const shape = /\b(?<count>\d+)-(?<link>[0-9a-f]{24})\b/gu;
const letters = 24;

export const anchorText = ({ count, link }: LogTip): string => `${count}-${link.slice(0, letters)}`;

/** Every anchor in a text: one that was copied from a message, or a whole file of them. */
export const anchorsIn = (text: string): readonly Anchor[] =>
  [...text.matchAll(shape)].map(({ groups }) => ({
    count: Number(groups?.['count'] ?? 0),
    link: groups?.['link'] ?? '',
  }));

/** Why the register is not the one that gave this anchor, or null. The log must have been read with this anchor's count asked for. */
export const anchorFault = ({ count, link }: Anchor, { tip, links }: ReadLog): string | null => {
  if (count > tip.count)
    return `the register was set back: anchor ${count}-${link} knows ${count} changes, ${tip.count} are there`;
  return links.get(count)?.startsWith(link) === true
    ? null
    : `the register is not the one that gave anchor ${count}-${link}: what stands before change ${count} is another history`;
};
