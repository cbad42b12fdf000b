/** How a period that is asked about compares with those that a passage states: "still there after a week?" beside "72 hours". */

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  'half a': 0.5,
  'half an': 0.5,
  'a couple of': 2,
  'couple of': 2,
};
/** In days, by the first letters of a unit. */
const DAYS: readonly (readonly [string, number])[] = [
  ['h', 1 / 24],
  ['d', 1],
  ['w', 7],
  ['m', 30.4],
  ['y', 365],
];
const PERIOD =
  /\b(\d+|half an?|(?:a )?couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty)(?:[ -](hours?|hrs?|days?|weeks?|wks?|months?|mths?|years?|yrs?)|(?<=\d)[ -]?(hours?|hrs?|days?|weeks?|wks?|months?|mths?|years?|yrs?|y|d|h))\b/giu;
/** Two within this share of each other are the same: a month is 30 or 31 days. */
const SAME_WITHIN = 0.02;

const ASKS_KEPT =
  /\b(?:still|keep\w*|kept|retain\w*|hold\w*|held|have|has|got|there|find|look|see|listen|saved|stored?|pull|check|stays?|hang\w*|stick\w*)\b/u;
const ASKS_GONE =
  /\b(?:gone|delet\w*|eras\w*|destroy\w*|wip\w*|bin\w*|shred\w*|chuck\w*|dispos\w*|rid|purg\w*|overwritten|thrown?|go|goes)\b/u;
const LONG_AGO = /\b(?:ago|back|old|since|last|from|been)\b/u;

/** Every period of a text, in days. */
export const periodsIn = (text: string): readonly number[] =>
  [...text.toLowerCase().matchAll(PERIOD)].map(([, count = '', spelled, joined]) => {
    const unit = spelled ?? joined ?? '';
    const days = DAYS.find(([letter]) => unit.startsWith(letter))?.[1] ?? 1;
    return (NUMBERS[count] ?? Number(count)) * days;
  });

export const isSamePeriod = (one: number, other: number): boolean =>
  Math.abs(one - other) < SAME_WITHIN * other;

const compared = (one: number, other: number): string =>
  isSamePeriod(one, other) ? '=' : one < other ? '<' : '>';

const unique = (some: readonly string[]): readonly string[] => [...new Set(some)];

/** Terms that say how the periods compare; `way` is the form of the question. Empty where neither names one. */
export const periodTerms = (asked: string, whole: string, way: string): readonly string[] => {
  const [own, stated] = [periodsIn(asked), periodsIn(whole)];
  if (own.length === 0) return stated.length === 0 ? [] : ['per:said'];
  if (stated.length === 0) return ['per:asked'];
  const how = unique(
    own.map((one) =>
      unique(stated.map((other) => compared(one, other)))
        .toSorted()
        .join(''),
    ),
  ).join(',');
  const state = ASKS_GONE.test(asked) ? 'gone' : ASKS_KEPT.test(asked) ? 'keep' : '-';
  const asks = `${state}${LONG_AGO.test(asked) ? 'ago' : ''}${how}`;
  return [`per:${how}`, `pers:${asks}`, `persf:${way}${asks}`, `pn:${stated.length}${asks}`];
};

/** Whether a question and a passage both name a period. */
export const comparesPeriods = (question: string, quote: string): boolean =>
  periodsIn(question).length > 0 && periodsIn(quote).length > 0;
