/** What many cases have in common, kept once: a summary made from its history shares nothing with the next, and takes three times the room. */

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

/** The same summary, of the parts that were seen before; nobody changes a summary, so nobody notices. */
export const sharedSummaries = <S>(isSummary: (value: unknown) => value is S): ((summary: S) => S) => {
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
  return (summary) => {
    if (!isPlain(summary)) return summary;
    const names = Object.keys(summary);
    const shape = text(names.join(' '));
    // A copy of one object keeps its layout, which takes less room than one that was built field by field.
    const made: Record<string, unknown> = { ...(before.get(shape) ?? summary) };
    for (const name of names) made[name] = part(summary[name]);
    before.set(shape, made);
    return isSummary(made) ? made : summary;
  };
};
