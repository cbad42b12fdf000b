/** The kinds of field that an event may have: each is its check for writing, its check for reading, and through them its type. */

/** One field of an event. `read` is wider than `fits`: a code that has left its list stays readable. */
export type EventField<T> = {
  readonly fits: (value: unknown) => value is T;
  readonly read: (value: unknown) => boolean;
};

/** May be absent: every field that comes to an event after its first release is one of these. */
export type Optional<T> = { readonly optional: EventField<T> };

export type Fields = Readonly<Record<string, EventField<unknown> | Optional<unknown>>>;

type Needed<F> = { [K in keyof F as F[K] extends Optional<unknown> ? never : K]: K };
type Extra<F> = { [K in keyof F as F[K] extends Optional<unknown> ? K : never]: K };

/** The type of an object with these fields. */
export type ObjectOf<F extends Fields> = {
  readonly [K in keyof Needed<F>]: F[K] extends EventField<infer T> ? T : never;
} & { readonly [K in keyof Extra<F>]?: F[K] extends Optional<infer T> ? T : never };

const field = <T>(
  fits: (value: unknown) => value is T,
  read: (value: unknown) => boolean = fits,
): EventField<T> => ({
  fits,
  read,
});

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';
const isInstant = (value: unknown): value is string => isText(value) && !Number.isNaN(Date.parse(value));
const isDay = (value: unknown): value is string => isInstant(value) && /^\d{4}-\d{2}-\d{2}/u.test(value);

export const text: EventField<string> = field(isText);
export const whole: EventField<number> = field((value): value is number => Number.isSafeInteger(value));
export const yesNo: EventField<boolean> = field((value): value is boolean => typeof value === 'boolean');
export const texts: EventField<readonly string[]> = field(
  (value): value is readonly string[] => Array.isArray(value) && value.every(isText),
);
/** An ISO instant. */
export const instant: EventField<string> = field(isInstant);
/** A day, or an instant on it: begins with YYYY-MM-DD. */
export const day: EventField<string> = field(isDay);

/** A name in small letters, as folders and rows of data have it. */
export const id: EventField<string> = field(
  (value): value is string => isText(value) && /^[a-z][a-z0-9_-]*$/u.test(value),
  isText,
);

/** A list of objects with these fields. */
export const listOf = <const F extends Fields>(fields: F): EventField<readonly ObjectOf<F>[]> => {
  const all = (how: 'fits' | 'read') => (value: unknown) =>
    Array.isArray(value) && value.every((one) => isObject(one) && badField(fields, one, how) === null);
  const fits = (value: unknown): value is readonly ObjectOf<F>[] => all('fits')(value);
  return field(fits, all('read'));
};

/** One of these; any text when it is read. */
export const code = <const T extends string>(codes: readonly T[]): EventField<T> =>
  field((value): value is T => codes.some((one) => one === value), isText);

export const orNull = <T>({ fits, read }: EventField<T>): EventField<T | null> =>
  field(
    (value): value is T | null => value === null || fits(value),
    (value) => value === null || read(value),
  );

export const optional = <T>(of: EventField<T>): Optional<T> => ({ optional: of });

/** The first field that is not as it should be, or null; `how` says which of the two checks is asked. */
export const badField = (
  fields: Fields,
  value: Readonly<Record<string, unknown>>,
  how: 'fits' | 'read',
): string | null => {
  const bad = Object.entries(fields).find(([name, one]) => {
    if (!('optional' in one)) return !one[how](value[name]);
    return value[name] !== undefined && !one.optional[how](value[name]);
  });
  return bad?.[0] ?? null;
};

/** An object of one of several shapes, told apart by its `kind`. */
export type OneOf<S extends Readonly<Record<string, Fields>>> = {
  [K in keyof S & string]: { readonly kind: K } & ObjectOf<S[K]>;
}[keyof S & string];

export const oneOf = <const S extends Readonly<Record<string, Fields>>>(shapes: S): EventField<OneOf<S>> => {
  const shapeOf = (value: unknown): Fields | undefined =>
    isObject(value) && isText(value['kind']) && Object.hasOwn(shapes, value['kind'])
      ? shapes[value['kind']]
      : undefined;
  const fits = (value: unknown): value is OneOf<S> => {
    const shape = shapeOf(value);
    if (shape === undefined || !isObject(value) || badField(shape, value, 'fits') !== null) return false;
    return Object.keys(value).every((name) => name === 'kind' || Object.hasOwn(shape, name));
  };
  return field(fits, (value) => isObject(value) && isText(value['kind']));
};
