/** Citations as the value of a button. */
import type { CitationRef } from '../../knowledge/answer/answer.ts';

/** Slack's limit for the value of a button, less a margin. */
const longest = 1_900;

const refPattern = /^([a-z0-9._-]+)@([^:;@]+):(\d+)-(\d+)$/i;

/**
 * Where the quotes stand, as a button's value: `policy@version:start-end;…`. Never the question: it may name somebody.
 * References that would not fit are left out from the end.
 */
export const encodeRefs = (refs: readonly CitationRef[]): string => {
  let value = '';
  for (const { policy, version, start, end } of refs) {
    const next = `${value === '' ? '' : `${value};`}${policy}@${version}:${start}-${end}`;
    if (next.length > longest) break;
    value = next;
  }
  return value;
};

/** The references of a button's value, or null when it is not one of ours. */
export const decodeRefs = (value: string): readonly CitationRef[] | null => {
  const refs: CitationRef[] = [];
  for (const part of value.split(';')) {
    const [, policy, version, start, end] = refPattern.exec(part) ?? [];
    if (policy === undefined || version === undefined) return null;
    refs.push({ policy, version, start: Number(start), end: Number(end) });
  }
  return refs.length === 0 ? null : refs;
};
