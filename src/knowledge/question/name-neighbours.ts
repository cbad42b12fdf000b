/** Finds the rest of a name beside the word that was found to be one: "de la" before it, a surname behind it, a second name joined with "and". */
import type { KnownWords } from './judge-words.ts';
import { DETERMINERS, isNameClass, type Seen } from './name-signs.ts';
import { isOfPeople } from './people-words.ts';
import { placeOrPerson } from './place-or-person.ts';
import type { RedactionPiece } from './redaction-pieces.ts';
import { plain } from './words.ts';

/** Belongs to the name beside it. */
const PARTICLE =
  /^(?:van|t|der|den|de|la|le|lo|du|des|abu|ibn|umm|ould|von|zu|di|da|del|della|dos|bin|bint|ter|ten|el|al|ap|ní|nic|mac|mc|st)$/iu;

const PRONOUN = /^(?:he|she|his|her|hers|him|himself|herself|hes|shes)$/iu;
/** Whoever a pronoun may stand for, beside the words for people. */
const WHO_MAY_BE_MEANT =
  /^(?:who|whoever|whose|someone|somebody|anyone|anybody|everyone|everybody|nobody|one|each|person|people|subject|individual|employee|staff|he\/she|they|i|me|my|applicants?|requesters?)$/iu;
const MODAL = /^(?:will|may|can)$/iu;
/** Names that are words as a rule. */
const WORD_ABOVE_ALL = /^(?:will|may|can|mark|bill|grant|page|law|key|price|post)$/iu;
/** So many words of one name are found, one beside the other. */
const PASSES = 3;
const ASKS =
  /^ (?:wants|wanted|asks|asked|says|said|thinks|reckons|complains|complained|insists|objects|objected|refuses|refused|withdrew|consented|signed|phoned|rang|emailed|unsubscribed|resigned|told|never|keeps|claims|disputes|demands|left (?:us|the|our)|joined (?:us|the|our)) /u;
/** What stands behind a whole name. */
const ENDS_A_NAME =
  /^(?:\s*[,;?!]|\.?$|\s(?:asked|asks|wants?|wanted|says|said|is|was|has|had|still|never|left|and|who|from|can|may|will)(?!\p{L}))/u;
/** What may stand between a name and that, and is none. */
const NO_SURNAME =
  /^(?:\p{L}*(?:s|ed|ing|ly)|me|us|him|her|it|them|you|out|off|in|on|up|down|back|too|now|then|here|there|yet|again|already|today|data|mail|file|name|number|details|photo|consent|account|request|record|access|address|and|or|but|so|first|also|please)$/iu;

/** A title of another language goes with the name: English has no such word. */
const FOREIGN_TITLE =
  /^(?:mevrouw|meneer|dhr|mevr|pan|pani|senhora?|dona|don|doña|kyria|fru|fröken|bay|señora?|señorita|monsieur|madame|mme|mlle|signora?|herr|frau)$/iu;
/** "faith long-hope"; not "opt-out", "follow-up". */
const TWO_NAMES =
  /^(?!(?:opt|follow|sign|log|pre|non|re|ex|co|self|anti|multi|sub)-)\p{L}{3,}-(?!(?:out|up|off|free|based|only|in)$)\p{L}{3,}$/iu;
const PLACE_OF_WORK = /^(?:stand|booth|desk|office|depot|site|branch|shop|yard|plant|store|crew|club)$/iu;

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** What the judge of single words knows of one. */
type WordTests = {
  readonly common: (word: string) => boolean;
  readonly isPlain: (word: string) => boolean;
  readonly isThing: (word: string) => boolean;
};

/** What is left of each word (null where it is taken out) once the neighbours of names are out, too. */
export const withNeighbours =
  ({ names, things }: Pick<KnownWords, 'names' | 'things'>, { common, isPlain, isThing }: WordTests) =>
  (
    pieces: readonly RedactionPiece[],
    seen: readonly (Seen | null)[],
    judged: readonly (string | null)[],
    shouted: boolean,
  ): readonly (string | null)[] => {
    const bareAt = (at: number): string => plain(seen[at]?.text ?? '').replace(/'s?$/u, '');
    /** Whoever is a name once is one everywhere in the question. */
    const everywhere = (left: readonly (string | null)[]): readonly (string | null)[] => {
      const gone = new Set(left.flatMap((one, at) => (one === null ? [bareAt(at)] : [])));
      return left.map((one, at) => (one !== null && seen[at] !== null && gone.has(bareAt(at)) ? null : one));
    };
    /** "what does bunny see when she logs in": somebody is meant, and no other word says who. */
    const hasPronoun = pieces.some(({ text }) => PRONOUN.test(text));
    const isUnbound =
      hasPronoun &&
      seen.every(
        (one, at) =>
          one === null ||
          (judged[at] !== null && !WHO_MAY_BE_MEANT.test(one.text) && !isOfPeople(bareAt(at))),
      );
    /** "a page for page is there, he wants it gone" */
    const isTwice = (at: number): boolean =>
      seen.some((one, other) => one !== null && other !== at && bareAt(other) === bareAt(at));
    const mayBeMeant = (at: number): boolean => {
      const one = seen[at];
      return (
        !!one &&
        (isUnbound || isTwice(at)) &&
        isNameClass(names, one.text) &&
        !/s$/u.test(one.text) &&
        !DETERMINERS.has(one.previous.toLowerCase()) &&
        !(isTwice(at) ? MODAL : WORD_ABOVE_ALL).test(one.text)
      );
    };
    let first = everywhere(judged.map((left, at) => (hasPronoun && mayBeMeant(at) ? null : left)));
    /** A name draws in what stands beside it: the rest of the name. */
    const drawn = (at: number, step: number): boolean => {
      const one = seen[at];
      const beside = seen[at + 2 * step];
      if (one === null || one === undefined || beside === null || beside === undefined) return false;
      if (!/^\s+$/u.test(pieces[at + step]?.text ?? '') || first[at + 2 * step] !== null) return false;
      if (step === -1 && /['’]s?$/u.test(beside.text) && !isCapital(one.text)) return false;
      if (step === -1 && TWO_NAMES.test(one.text) && isNameClass(names, beside.text)) return true;
      if (FOREIGN_TITLE.test(one.text) && step === 1) return true;
      if (PARTICLE.test(one.text)) return step === -1 || isCapital(beside.text) || !isPlain(beside.text);
      // "ines de la o"
      if (/^[b-hj-z]$/iu.test(one.text) && step === -1) return true;
      // "frank english, who": a language, and behind a first name the rest of it.
      if (
        step === -1 &&
        !isCapital(one.text) &&
        (names.first.has(bareAt(at - 2)) || names.names.has(bareAt(at - 2))) &&
        ENDS_A_NAME.test(one.after)
      )
        return !NO_SURNAME.test(one.text);
      if (isCapital(one.text) && !shouted && !(one.opens && isPlain(one.text)))
        return !/^\p{Lu}{2,}$/u.test(one.text) || !things.has(one.text.toLowerCase());
      if (step === 1 || isThing(one.text) || /..ed$/u.test(one.text)) return false;
      // "jamal farmer", "penny farthing": a surname, or a rarer word right behind a name.
      return isNameClass(names, beside.text) ? !common(one.text) : isNameClass(names, one.text);
    };
    /** "Bill and Faith": what may be a name is one beside a name. */
    const joined = (at: number, step: number): boolean => {
      const one = seen[at];
      const other = seen[at + 4 * step];
      if (
        !one ||
        !other ||
        first[at + 4 * step] !== null ||
        !/^(?:and|or)$/iu.test(pieces[at + 2 * step]?.text ?? '')
      )
        return false;
      if (isCapital(other.text) && !isCapital(one.text)) return false;
      // "tiny and biggles": a rarer word for one thing.
      const rare = !isCapital(one.text) && !common(one.text) && !/s$/u.test(one.text) && one.previous !== '';
      return (isNameClass(names, one.text) || rare) && placeOrPerson(one) !== 'place';
    };
    /** "mark from the docklands stand": where somebody named is from says who it is, unless any company has it. */
    const whereFrom = (at: number): boolean => {
      const one = seen[at];
      return (
        !!one &&
        first[at - 6] === null &&
        / from the $/u.test(one.before) &&
        PLACE_OF_WORK.test(one.next) &&
        !common(one.text)
      );
    };
    /** "Skip Landing asked us": two capitals and what only people do. */
    const asksAsTwo = (at: number): boolean => {
      const [one, other] = [seen[at], seen[at + 2]];
      return (
        !!one &&
        !!other &&
        !shouted &&
        [one, other].every(({ text }) => /^\p{Lu}\p{Ll}/u.test(text)) &&
        !(things.has(one.text.toLowerCase()) && things.has(other.text.toLowerCase())) &&
        one.next === other.text &&
        ASKS.test(other.after)
      );
    };
    for (let pass = 0; pass < PASSES; pass += 1)
      first = everywhere(
        first.map((left, at) =>
          left !== null &&
          (whereFrom(at) ||
            asksAsTwo(at) ||
            asksAsTwo(at - 2) ||
            drawn(at, -1) ||
            drawn(at, 1) ||
            joined(at, 1) ||
            joined(at, -1))
            ? null
            : left,
        ),
      );
    return first;
  };
