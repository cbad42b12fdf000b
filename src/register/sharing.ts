/** What many cases have in common, kept once: a summary made from its history shares nothing with the next, and takes three times the room. */
import type { Head } from './register.ts';

/** Beyond so many, texts and parts are taken to differ. */
const mostTexts = 5_000;
const mostParts = 20_000;

export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Texts as the one that was seen first. */
export const sharedTexts = () => {
  const texts = new Map<string, string>();
  return (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    if (texts.size < mostTexts) texts.set(text, text);
    return text;
  };
};

/** The same head, its summary of the parts that were seen before; nobody changes a summary, so nobody notices. */
export const sharedHeads = <S>(isSummary: (value: unknown) => value is S): ((head: Head<S>) => Head<S>) => {
  const text = sharedTexts();
  const parts = new Map<string, unknown>();
  const before = new Map<string, Readonly<Record<string, unknown>>>();
  const part = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null) return value;
    const written = JSON.stringify(value);
    const known = parts.get(written);
    if (known !== undefined) return known;
    if (parts.size < mostParts) parts.set(written, value);
    return value;
  };
  const shared = (summary: S, id: string): S => {
    if (!isPlain(summary)) return summary;
    const names = Object.keys(summary);
    const shape = text(names.join(' '));
    // A copy of one object keeps its layout, which takes less room than one that was built field by field.
    const made: Record<string, unknown> = { ...(before.get(shape) ?? summary) };
    for (const name of names) made[name] = summary[name] === id ? id : part(summary[name]);
    before.set(shape, made);
    return isSummary(made) ? made : summary;
  };
  return ({ id, length, openedAt, changedAt, lastType, erased, summary }) => ({
    id,
    length,
    openedAt: text(openedAt),
    changedAt: text(changedAt),
    lastType: text(lastType),
    erased,
    summary: shared(summary, id),
  });
};
