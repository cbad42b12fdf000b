/** Places that people are called by: "Can Jordan host our data?" and "Can Jordan see his file?". */
import type { Seen } from './name-signs.ts';

const TOO: ReadonlySet<string> = new Set(
  (
    'jordan chad georgia paris florence virginia israel india kenya chelsea sydney austin dallas houston denver savannah phoenix carolina dakota ' +
    'montana madison brooklyn lincoln kent devon york chester lancaster carlisle preston bradford bolton stafford warwick wells london milan sofia ' +
    'vienna geneva siena verona valencia adelaide victoria wellington alexandria lourdes troy asia america france germany ireland holland england ' +
    'cuba malta cyprus malaysia china jersey francisco diego orlando lima santiago cairo'
  ).split(' '),
);
/** What is asked of places and not of people. */
const OF_PLACES =
  /\b(?:adequa\w+|transfer\w*|countr(?:y|ies)|host\w*|servers?|data ?cent(?:re|er)s?|regions?|abroad|overseas|jurisdictions?|offices?|sites?|branch(?:es)?|stored? in|visitor system|storage|cloud|laws?|export\w*)\b/iu;
const WITHIN = /^(?:in|into|within|inside|outside|near|via|across)$/iu;
const OF_PEOPLE =
  /^(?: (?:and|or) \p{Lu}\p{L}+)?(?:['’]s\b| (?:from|in|at) (?:the )?\p{Ll}| (?:wants?|asks?|asked|says?|said|thinks|told|left|rang|wrote|works|complain\w*|object\w*|withdrew|never|still)\b)/u;
const PRONOUN = /\b(?:he|she|his|her|him|hers)\b/iu;

const bare = (word: string): string => word.toLowerCase().replace(/['’]s?$/u, '');

/** 'place' and 'person' where the words around say so; null where they do not, or it is no such name. */
export const placeOrPerson = ({
  text,
  before,
  previous,
  next,
  after,
  opens,
}: Seen): 'place' | 'person' | null => {
  if (!TOO.has(bare(text))) return null;
  if (WITHIN.test(previous) && !/['’]s$/u.test(text)) return 'place';
  if (/['’]s$/u.test(text) && !OF_PLACES.test(next)) return 'person';
  if (OF_PEOPLE.test(after) && !OF_PLACES.test(after)) return 'person';
  if (PRONOUN.test(after) && (opens || /^(?:can|may|does|did|is|has|should|will|must)$/iu.test(previous)))
    return 'person';
  return OF_PLACES.test(`${before} ${after}`) ? 'place' : null;
};
