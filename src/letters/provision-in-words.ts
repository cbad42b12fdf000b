/** A provision of the law as the data abbreviates it, in the words of a letter; and whether two texts name the same one. */

/** "DPA 2018" → "Data Protection Act 2018", as the regime's data has it. */
export type LawNames = Readonly<Record<string, string>>;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** One article or several, without the law: "Art 12(2), 11(2)". */
const articles = (text: string): string => {
  const all = text.split(/,\s*(?=\d)/u);
  return `${all.length > 1 ? 'Articles' : 'Article'} ${listed(all)}`;
};

const schedule = (number: string, paragraphs: string | undefined): string => {
  if (paragraphs === undefined) return `Schedule ${number}`;
  const many = /[-,]/u.test(paragraphs);
  return `${many ? 'paragraphs' : 'paragraph'} ${paragraphs.replace('-', ' and ')} of Schedule ${number}`;
};

/** What a place's own law has to say is left for whoever writes, as a gap. */
const ownLaw = / with the national provision$/u;

/**
 * The first source of a row, as a letter names it: "UK GDPR Art 12(5); CJEU …" → "Article 12(5) of the UK GDPR". What it cannot read stays as
 * it is.
 */
export const provisionInWords = (source: string, names: LawNames): string => {
  const whole = source.split(';')[0]?.split(', as amended')[0]?.trim() ?? '';
  const first = whole.replace(ownLaw, '');
  const gap = first === whole ? '' : ' with [name the national provision]';
  const [, law = '', kind = '', rest = ''] = /^(.+?) (Art|Sch) (.+)$/u.exec(first) ?? [];
  const name = names[law] ?? law;
  if (kind === 'Art') return `${articles(rest)} of the ${name}${gap}`;
  const [, number = '', paragraphs] = /^(\d+)(?: para (.+))?$/u.exec(rest) ?? [];
  return number === '' ? whole : `${schedule(number, paragraphs)} to the ${name}${gap}`;
};

/** "12(5)", "17(3)(b)", "22A": numbers of articles, schedules and paragraphs; years are none. */
const numbersIn = (text: string): readonly string[] =>
  (text.match(/\b\d{1,3}(?!\d)[A-Z]?(?:\s?\([0-9a-z]+\))*/gu) ?? []).map((number) =>
    number.replaceAll(/\s/gu, ''),
  );

const within = (whole: string, part: string): boolean =>
  whole === part || (whole.startsWith(part) && whole[part.length] === '(');

/** Both name at least one provision in common: "Article 17(3) of the UK GDPR" names that of "UK GDPR Art 17(3)(b)". Null where one names none. */
export const sameProvision = (one: string, other: string): boolean | null => {
  const ones = numbersIn(one);
  const others = numbersIn(other);
  if (ones.length === 0 || others.length === 0) return null;
  return ones.some((a) => others.some((b) => within(a, b) || within(b, a)));
};
