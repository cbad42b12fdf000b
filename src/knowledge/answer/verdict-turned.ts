/** Where a word of the question or of the passage turns or narrows it: only, own, hidden, paused, another country, somebody who decides. */
import { lastSentence } from './verdict-clauses.ts';
import { stemsIn } from './verdict-contrast.ts';
import { NEEDLESS } from './verdict-kinds.ts';
import { DOES_WITHOUT, PERMISSION } from './verdict-patterns.ts';
import type { Read } from './verdict-scope.ts';
import { isAmong } from './verdict-words.ts';

/** "Is it only for …": what is said of more says no to it. */
export const asksOnly = ({ asked, whole }: Read): boolean =>
  /\b(?:only|alone|solely|exclusively)\b/u.test(asked) &&
  !/\b(?:only|alone|solely|exclusively|just)\b/iu.test(whole);

/** Somebody decides whether, or may allow it: it may come out either way. */
export const leavesOpen = ({ asked, whole }: Read): boolean =>
  /\b(?:decid|determin|depend|consider|assess|judg|review)\w*\b[^.;]*\b(?:whether|if)\b/iu.test(whole) ||
  (/\b(?:may|can) (?:approve|authori[sz]e|agree|grant|consent to|allow|permit)\b/iu.test(whole) &&
    !/\b(?:approv|authori|agree|grant|consent|allow \w|permit \w|sign)/u.test(asked));

/** "… on written authority", "with a signed form": it hangs on that, unless the question has it. */
const ON_A_PAPER =
  /\b(?:on|with|under|by|against) (?:an? |the |their |your |his |her )?(?:written|signed|express|explicit|prior|formal)\b|\bon (?:request|authority|condition|application|showing|producing|seeing|sight|proof)\b/iu;

export const hangsOnPaper = ({ asked, whole }: Read): boolean =>
  ON_A_PAPER.test(whole) &&
  !/\b(?:writ\w*|wrote|signed|signature|agreed|consent\w*|authori\w*|asked|asks|request\w*|form|applied|show\w*|proof)\b/u.test(
    asked,
  );

/** What one has of one's own. */
const OWN = /\b(?:own|personal|private)\b/iu;

/** The question is on somebody's own thing, and the part of the passage that has most of it is not. */
export const isNotOwn = ({ asked, pieces, own, words }: Read): boolean => {
  if (!OWN.test(asked)) return false;
  const held = (text: string): number => own.filter((word) => isAmong(word, words(text))).length;
  const best = pieces.toSorted((one, other) => held(other) - held(one))[0] ?? '';
  return !/\b(?:own|personal|private|you|your|they|their)\b/iu.test(best);
};

/** "Agents pause the recording while …": a denial in one word. */
const HOLDS_BACK =
  /\b(paus(?:e|es|ed)|stop(?:s|ped)|suspend\w*|blank\w*|mask\w*|redact\w*|black(?:ed|s)? out|withh\w*|(?:switch|turn)(?:es|s|ed) off|hides?|hidden|remov\w*|opt(?:s|ed)? out|instead|other than|rather)\b/iu;

export const holdsBack = ({ asked, whole }: Read): boolean => {
  const word = HOLDS_BACK.exec(whole)?.[1];
  return word !== undefined && !asked.includes(word.toLowerCase().slice(0, 4));
};

/** Asks leave for what a passage only frees from something: "they need no opt-in". */
export const freesFrom = ({ asked, whole }: Read): boolean =>
  NEEDLESS.test(whole) &&
  PERMISSION.test(asked) &&
  !/\b(?:not|never|no|nobody)\b[^.;]*\bwithout\b/iu.test(whole);

/** "The rule does not apply to …": what it would have ordered is not denied. */
export const appliesNot = ({ asked, whole }: Read): boolean =>
  /\b(?:not|never|longer) (?:apply|count|cover)\b/iu.test(whole) && !/\b(?:appl|count|cover)/u.test(asked);

/** Says in one word that a thing is not: the passage may say the same by denying its opposite. */
const NEGATIVE =
  /\b(hidden|hides?|block(?:ed|s)?|mask(?:ed|s)?|exclud(?:ed|es)|exempt|final|permanent|irrevocable|anonymous|confidential|blurred|invisible|separate|limit(?:ed)?|kept from|left out|(?:switched|turned) off|restricted|stopped|out of date|safe|protected|unlawful|illegal|invalid|void|(?<=a )mistake)\b(?= ?(?:$|[?,.;]|when|if|the|from|to|for|on|by|after|once|in|on|with))/u;

export const asksNegative = ({ asked, whole }: Read): boolean => {
  const word = NEGATIVE.exec(asked)?.[1];
  return word !== undefined && !whole.toLowerCase().includes(word.slice(0, 4));
};

/** Countries and what lies in them, each by its names. */
const PLACES: readonly RegExp[] = [
  /\b(?:uk|united kingdom|britain|british|england|scotland|wales|london)\b/iu,
  /\b(?:U\.?S\.?A?|usa|united states|america\w*|the (?:us|states))\b/u,
  /\b(?:eu|europe\w*|eea|european (?:union|economic area))\b/iu,
  /\b(?:ireland|irish|dublin)\b/iu,
  /\b(?:germany|german|frankfurt|berlin)\b/iu,
  /\b(?:netherlands|dutch|amsterdam|holland)\b/iu,
  /\b(?:france|french|paris)\b/iu,
  /\b(?:spain|spanish|portugal|lisbon|italy|poland|sweden|denmark|norway|switzerland)\b/iu,
  /\b(?:india|indian|philippines|manila|south africa|china|chinese|japan|singapore|australia|canada|brazil|turkey|türkiye)\b/iu,
];

/** The question names another country than the passage. */
export const isAbroad = ({ asked, whole }: Read): boolean => {
  const inText = (text: string): readonly RegExp[] => PLACES.filter((place) => place.test(text));
  const [there, here] = [inText(asked), inText(whole)];
  return here.length > 0 && there.length > 0 && !there.some((place) => here.includes(place));
};

/** The question itself denies something: "can I say that it isn't recorded?" */
export const tellsDenied = ({ asked }: Read): boolean =>
  DENIED.test(asked.replace(DOES_WITHOUT, '').replace(OR_NOT, ''));
const OR_NOT = /,? ?(?:or not|isn['’]?t it|innit|dunnit)\b/gu;
const DENIED = /\b(?:not|never|cannot|cant|isnt|arent|dont|doesnt|wont)\b|n['’]t\b/u;

/** The same in what it asks last. */
export const asksDenied = ({ asked }: Read): boolean =>
  DENIED.test(lastSentence(asked).replace(DOES_WITHOUT, '').replace(OR_NOT, ''));

/** Asks to do it oneself, of a passage that has somebody else do it. */
export const isMyself = ({ asked, whole }: Read): boolean =>
  /\b(?:myself|ourselves)\b/u.test(asked) && !/\b(?:you|your|yourself|staff|we|own|alone)\b/iu.test(whole);

/** Asks whether it has to be, of what is left to whoever it is. */
export const isFree = ({ asked, whole }: Read): boolean =>
  /\b(?:mandatory|compulsory|obligatory|required|have to|must|needed?)\b/u.test(asked) &&
  /\b(?:voluntary|optional|(?:your|their|his|her|a) (?:own )?choice|up to (?:you|them)|if (?:you|they) (?:like|wish|want))\b/iu.test(
    whole,
  );

/** Only the search says that the passage answers, and it has not a third of the question. */
export const isThin = ({ own, said, trust }: Read): boolean =>
  trust === 'found' && own.filter((word) => isAmong(word, said)).length < THIRD * own.length;
const THIRD = 0.34;

/** "Allowed for the desk and the office": who else asks is not among them. */
export const isForSome = ({ whole, own, words }: Read): boolean => {
  const [, some = ''] =
    /\b(?:allowed|permitted|available|open) (?:for|to) (?!everyone|everybody|all|any|you)([^.;]*)/iu.exec(
      whole,
    ) ?? [];
  const named = words(some);
  return named.length > 0 && !named.some((word) => isAmong(word, own));
};

/** A list that has nothing of the very name of what the question ends on. */
export const isUnlisted = ({ whole, own }: Read): boolean => {
  const last = own.at(-1);
  return last !== undefined && (whole.match(/,/gu)?.length ?? 0) >= LISTED && !stemsIn(whole).has(last.stem);
};
const LISTED = 3;
