/** What Slack sends, without the `null`s that stand where a field may be missing: Bolt and our readers know only missing ones. */

export type SlackPayload = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is SlackPayload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Deeper than this Slack nests nothing; what is deeper is left out rather than followed. */
const deepest = 40;

const cleaned = (value: unknown, depth: number): unknown => {
  if (depth > deepest) return undefined;
  if (Array.isArray(value))
    return value.filter((each) => each !== null).map((each) => cleaned(each, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([key, each]) => [key, cleaned(each, depth + 1)]),
  );
};

/** Nearly every payload is clean, and is passed on as it came. */
const isClean = (value: unknown, depth: number): boolean => {
  if (value === null || depth > deepest) return false;
  if (typeof value !== 'object') return true;
  for (const each of Object.values(value)) if (!isClean(each, depth + 1)) return false;
  return true;
};

/** The payload without `null`s at any depth, or null where it is no object at all. */
export const payloadFrom = (body: unknown): SlackPayload | null => {
  const read = isClean(body, 0) ? body : cleaned(body, 0);
  return isObject(read) ? read : null;
};
