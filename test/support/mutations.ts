/** Payloads that are a little wrong: a value of another kind, a field gone, a list in the place of a word. */
import fc from 'fast-check';

type Path = readonly (string | number)[];

/** Every place in a value, itself included. */
const pathsOf = (value: unknown, at: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [at];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [at, ...entries.flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
};

const gone = Symbol('gone');

const withAt = (value: unknown, [key, ...rest]: Path, put: unknown): unknown => {
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.flatMap((each, index) => {
      if (index !== key) return [each];
      const inner = withAt(each, rest, put);
      return inner === gone ? [] : [inner];
    });
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      if (name !== String(key)) return [[name, each]];
      const inner = withAt(each, rest, put);
      return inner === gone ? [] : [[name, inner]];
    }),
  );
};

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(gone, null, '', 0, -1, true, [], {}, [null], { id: null }, 'a'.repeat(5_000)),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    '<!channel>',
    '\u0000',
    'DSR-9999-9999',
    '9999999999.000001',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** One of these payloads with one to three places changed, or something that is no payload of Slack at all. */
export const mutated = (payloads: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...payloads),
          fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 3 }),
        )
        .map(([payload, changes]) =>
          changes.reduce<unknown>((value, [pick, put]) => {
            const paths = pathsOf(value);
            const made = withAt(value, paths[pick % paths.length] ?? [], put);
            return made === gone ? null : made;
          }, payload),
        ),
    },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
