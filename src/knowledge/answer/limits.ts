/** Whether a passage that stands beside another limits it, told from the words of both and of the question: what is only near it is no "But". */
import { matterOf } from '../question/follow-up.ts';
import { stemOf } from '../question/words.ts';

/** A sentence that begins so limits the one right before it. */
const LEADS =
  /^(?:however|despite (?:this|these|that)|but|unless|except|this (?:does|will|rule|period|paragraph)|these (?!are|include)|the (?:only )?exception|in that case|otherwise|nevertheless|even so|where (?:this|that)|if (?:this|that)|only (?:if|when|where|with|after|to|for|by|in|on)|instead)\b/iu;
/** A passage that holds one of these makes an exception. */
export const MAKES_EXCEPTION =
  /\b(?:however,|unless|except(?:ion|ions)?|(?:does|do|did) not apply|notwithstanding|despite|suspend\w*|paus(?:ed|es) (?:while|until|when)|overrid\w+|prevails?|gives? way|may be extended|is extended|nevertheless|longer where|takes? priority|not(?:hing)? (?:\w+ ){0,3}(?:prevents|stops)|legal hold|put on hold|exempt\w*)\b/iu;

/** Says of itself that it is an exception to what stands elsewhere. */
const POINTS_BACK =
  /\b(?:exceptions?|(?:does|do|did) not apply|notwithstanding|despite|overrid\w+|prevails?|gives? way|exempt\w*|instead of|longer)\b/iu;

/** So many words have to stand in both, and one of them in the question too. */
const FEWEST = 2;
/** Words that nearly every passage of a policy has tie no two of them together. */
const COMMON = new Set(
  'keep kept hold held store stored share shared use used using collect give given send sent data information personal record records detail details people person someone anyone anybody policy section company staff customer law legal must shall rule exception period stay stays delete deleted'
    .split(' ')
    .map(stemOf),
);

const stemsOf = (text: string): ReadonlySet<string> => new Set(matterOf(text).map(stemOf));

const contentOf = (text: string): ReadonlySet<string> =>
  new Set([...stemsOf(text)].filter((stem) => !COMMON.has(stem)));

/** What a sentence speaks of: its words up to the verb, with what is put before them ("By way of exception, a copy …"). */
const VERB =
  /\b(?:may|must|can|cannot|shall|will|should|is|are|was|were|do|does|has|have|had|gives?|stays?|keeps?|goes|go|gets?|receives?|need\w*|remains?|suspends?|stops?|overrid\w+|prevails?|don['’]t|doesn['’]t)\b/iu;
const OPENING =
  /^(?:(?:where|if|when)\b[^,;]*|by way of exception[^,]*|notwithstanding[^,]*|despite[^,]*|as an exception[^,]*),\s*/iu;

const subjectOf = (text: string): string => {
  const own = text.replace(OPENING, '');
  const head = own.slice(0, own.search(VERB) === -1 ? own.length : own.search(VERB));
  return matterOf(head).length > 0 ? head : (own.split(/[,.;]/u)[0] ?? own);
};

/** More than this share of what the exception speaks of has to stand in what it limits. */
const SAME_SUBJECT = 0.5;

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] =>
  [...one].filter((stem) => other.has(stem));

/** "This period is suspended": of a rule that stands in the same section. */
const OF_THE_RULE = /^(?:this|these) (?:rule|period|paragraph|limit)s?\b/iu;

/** Where the other stands: the very next sentence of the same paragraph, the same section, or anywhere. */
export type Stands = 'next' | 'section' | 'elsewhere';

/** Under a heading of exceptions, or under words like "the following override earlier sections", everything is one. */
export const DECLARED =
  /\b(?:exceptions?|exempt\w*|do(?:es)? not apply|special cases|override\w*|prevails?)\b/iu;

const DENIES = /\b(?:not|never|nobody|no one|no)\b/iu;
const GRANTS = /\b(?:may|can|(?:is|are) (?:allowed|permitted) to)\b/iu;
/** "Auditors" and "the audit team". */
const BEGINNING = 5;
const alike = (one: string, other: string): boolean =>
  one === other || (one.length >= BEGINNING && one.slice(0, BEGINNING) === other.slice(0, BEGINNING));

/** "Nobody copies files. The audit team may use a drive.": what is denied to all is granted right after to whom the question names. */
const grantsToTheAsked = (first: string, other: string, question: string): boolean => {
  if (!DENIES.test(first) || DENIES.test(other) || !GRANTS.test(other)) return false;
  const denied = stemsOf(first);
  const granted = [...contentOf(subjectOf(other))].filter((stem) => !denied.has(stem));
  return [...contentOf(question)].some((stem) => granted.some((one) => alike(one, stem)));
};

/** "Phones are not used on the floor. Riders may carry their phone on the floor.": what is denied of a thing is granted to some of the same thing and place right after. */
const grantsTheSame = (first: string, other: string, question: string): boolean => {
  const grant = GRANTS.exec(other);
  if (!DENIES.test(first) || grant === null || DENIES.test(other.slice(0, grant.index + 12))) return false;
  const both = shared(contentOf(other), contentOf(first));
  return both.length >= FEWEST && both.some((stem) => contentOf(question).has(stem));
};

/** `under` is the heading of the other and what introduces it. Pure. */
export const limitsAnother = (
  first: string,
  other: string,
  question: string,
  stands: Stands,
  under = '',
): boolean => {
  if (
    stands === 'next' &&
    (LEADS.test(other) || grantsToTheAsked(first, other, question) || grantsTheSame(first, other, question))
  )
    return true;
  const declared = DECLARED.test(under);
  if (!declared && !MAKES_EXCEPTION.test(other)) return false;
  if (stands === 'section' && OF_THE_RULE.test(other)) return true;
  const own = contentOf(first);
  const both = shared(contentOf(other), own);
  const asked = contentOf(question);
  // "And for how long?" names nothing.
  if (both.length < (declared ? 1 : FEWEST) || (asked.size > 0 && !both.some((stem) => asked.has(stem))))
    return false;
  const subject = new Set([...contentOf(subjectOf(other))].filter((stem) => !/^\d+$/u.test(stem)));
  const sameThing = shared(subject, own);
  const same = sameThing.length;
  const pointsBack = POINTS_BACK.test(other);
  if (asked.size > 0 && declared && !pointsBack && !sameThing.some((stem) => asked.has(stem))) return false;
  if (same === 0 || same < SAME_SUBJECT * subject.size || (!declared && same === SAME_SUBJECT * subject.size))
    return false;
  if (!declared && pointsBack) return true;
  // "Unless" limits what its own sentence says: the two have to say the same of their thing.
  const said = [...stemsOf(other)].filter((stem) => !subject.has(stem));
  const there = stemsOf(first);
  return said.some((stem) => there.has(stem));
};

/** Sentences of one paragraph stand at most so far apart in their file (characters). */
export const NEXT_WITHIN = 2;
