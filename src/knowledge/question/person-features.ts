/** What the model of particular persons sees of a question: its small words as they are, all others by their kind. */
import { describesSomebody, singlesOut } from './described-person.ts';
import { isDoer, isNarrowed } from './narrowed-person.ts';
import type { NarrowingKind } from './narrowing-words.ts';
import { isKindOfPeople, isOfPeople } from './people-words.ts';
import type { Features } from './topic-features.ts';

/** What is known of words; all are asked written small. */
export type WordKinds = {
  /** Whether people ask or policies speak with this word. */
  readonly isAsked: (word: string) => boolean;
  readonly isEnglish: (word: string) => boolean;
  /** Names that identify nobody. */
  readonly isThing: (word: string) => boolean;
  readonly narrows: NarrowingKind;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const SMALL_WORDS = set(
  'the a an our my your their his her its this that these those any some no every each all both either one ones two three only sole last first next other another own same ' +
    'i me we us you he him she it they them who whose whom which what when where why how there here someone somebody anyone anybody nobody everyone everybody people ' +
    'is are was were be been being am do does did done have has had having can could may might must shall should will would need let lets ' +
    'and or but if because so than as while though unless until till since before after about of in on at from to with without for by into onto off out over under up down near behind between opposite outside inside beside above below next-door across during through against like per via not never ever yet still just also too very really ' +
    'ask asks asked want wants wanted say says said tell told see know get got give gave send sent keep kept hold held look ok please hi thanks yesterday today tomorrow tonight ago once twice again',
); // biome-ignore format: a list of words
const DATES = set(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thurs fri sat sun january february march april june july august september october november december spring summer autumn winter easter christmas xmas noon midnight morning afternoon evening night weekend week month year season term yesterday',
); // biome-ignore format: a list of words
const MEASURES = /^(?:day|hour|minute|business|working|calendar)s?$/u;

type Token = { readonly word: string; readonly tag: string };

const figureTag = (figure: string): string => {
  if (/(?:st|nd|rd|th)$/u.test(figure)) return '#TH';
  if (/:\d\d/u.test(figure)) return '#AT';
  return /^(?:19|20)\d\d$/u.test(figure) ? '#YEAR' : '#';
};

/** A word of the question: `own` as it stands there, `word` small and without a possessive. */
type SeenWord = {
  readonly own: string;
  readonly word: string;
  /** A capital says nothing here: the word opens a sentence, or all is in capitals. */
  readonly anyCase: boolean;
};

/** The word itself, or what kind of word it is; the first that fits. */
const wordTag = (
  { own, word, anyCase }: SeenWord,
  { isAsked, isEnglish, isThing, narrows }: WordKinds,
): string => {
  const bare = word.replace(/s$/u, '');
  const many = word !== bare ? 'S' : '';
  const last = word.replace(/^.*-/u, '');
  const isCapital = /^\p{Lu}/u.test(own);
  if (SMALL_WORDS.has(word)) return word;
  if (DATES.has(word) && !(word === 'march' && own !== 'March')) return 'DATE';
  if (MEASURES.test(word)) return 'SPAN';
  if (isKindOfPeople(word) || isKindOfPeople(bare)) return `KIND${many}`;
  if (isOfPeople(word)) return 'ROLE';
  if (isOfPeople(bare)) return 'ROLES';
  if (!anyCase && isCapital && !isThing(word)) return 'CAP';
  const kind = narrows(word) ?? narrows(last);
  if (kind !== null) return `N-${kind}`;
  if (isThing(word) && isCapital) return 'THING';
  if (isDoer(last) && !isAsked(word)) return 'ROLE';
  if (isAsked(word)) return /ed$/u.test(word) ? 'ASKED-ed' : `ASKED${many}`;
  return isEnglish(word) ? `RARE${/(?:ed|ing)$/u.exec(word)?.[0] ?? many}` : 'UNKNOWN';
};

const tokensOf = (text: string, kinds: WordKinds): readonly Token[] => {
  const flat = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’`´]/gu, "'");
  const found = [...flat.matchAll(/[\p{L}]+(?:['-][\p{L}]+)*|\d[\d:.,/-]*\p{Ll}*|[?.,;:!()"]/gu)];
  let opens = true;
  const shouted = flat === flat.toUpperCase();
  return found.flatMap(({ 0: own }): readonly Token[] => {
    const anyCase = opens || shouted;
    opens = /^[?.!:]$/u.test(own);
    if (/^[?.,;:!()"]/u.test(own)) return [{ word: own, tag: own }];
    if (/^\d/u.test(own)) return [{ word: '#', tag: figureTag(own) }];
    const word = own.toLowerCase().replace(/'s?$/u, '');
    const token = { word, tag: wordTag({ own, word, anyCase }, kinds) };
    return /'s$|s'$/u.test(own) ? [token, { word: "'s", tag: "'s" }] : [token];
  });
};

const STEM = 7;
const POINTERS = /^(?:the|our|my|a|an|that|this|his|her|your|one|only|some|which)$/u;
const OF_PEOPLE = /^(?:KIND|ROLE|N-|CAP|RARE|UNKNOWN)/u;

const runsIn = (text: string, kinds: WordKinds): readonly string[] => {
  const tokens = tokensOf(text, kinds);
  const tags = ['^', ...tokens.map(({ tag }) => tag), '$'];
  const found = new Set<string>();
  const counts = new Map<string, number>();
  for (const { word, tag } of tokens) {
    found.add(`w:${word.slice(0, STEM)}`);
    const group = tag.replace(/(?:ed|ing|S|-ed)$/u, '').replace(/^N-.*/u, 'N');
    counts.set(group, 1 + (counts.get(group) ?? 0));
  }
  for (const [group, times] of counts)
    if (/^(?:CAP|RARE|UNKNOWN|N|DATE|ROLE|KIND|#)/u.test(group))
      for (let least = 1; least <= Math.min(3, times); least += 1) found.add(`n:${group}>=${least}`);
  for (let at = 0; at < tags.length; at += 1) {
    const [one, two, three] = [tags[at], tags[at + 1], tags[at + 2]];
    found.add(`1:${one}`);
    if (two !== undefined) found.add(`2:${one} ${two}`);
    if (three !== undefined) found.add(`3:${one} ${two} ${three}`);
    // What is pointed at, and what stands behind whoever may be meant, within four words.
    for (let step = 2; step <= 4; step += 1) {
      const far = tags[at + step];
      if (far === undefined) break;
      if (POINTERS.test(one ?? '') && OF_PEOPLE.test(far)) found.add(`p:${one} ${far}`);
      if (OF_PEOPLE.test(one ?? '')) found.add(`b:${one} ${far}`);
    }
  }
  return [...found];
};

/** What the rules found weighs more than one run of words: it counts as so many. */
const SIGN = 2;
const signsIn = (text: string, { isAsked, isThing }: WordKinds): readonly string[] => {
  const signs = [
    describesSomebody(text, isAsked) ? 'described' : '',
    singlesOut(text) ? 'singled' : '',
    isNarrowed(text, isThing) ? 'narrowed' : '',
  ].filter((sign) => sign !== '');
  return [...signs, ...(signs.length > 0 ? ['any'] : [])].flatMap((sign) =>
    Array.from({ length: SIGN }, (_, at) => `r${at}:${sign}`),
  );
};

export const personFeatures =
  (kinds: WordKinds): Features =>
  (text) => [...signsIn(text, kinds), ...runsIn(text, kinds)];
