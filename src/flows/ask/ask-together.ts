/** A further message in a thread: the question before it about another thing, place or reason, and silence where the policy has none. */
import type { Answer, Citation, Knowledge } from '../../knowledge/answer/answer.ts';
import { followUp } from '../../knowledge/question/follow-up.ts';
import {
  namesThing,
  OF_AN_AGE,
  sameQuote,
  sameSection,
  silentWith,
  thingWords,
} from './follow-up-passages.ts';
import { withReason } from './follow-up-reason.ts';
import { whatFollows } from './what-follows.ts';

/** A place that holds others: what it says of these is said of those. */
const WIDER =
  /\b(?:EEA|EU|European|Europe|abroad|overseas|worldwide|international\w*|countr(?:y|ies)|everywhere|anywhere)\b/u;
/** "Outside the company": whoever else is told, by whatever name. */
const OUTSIDE_US =
  /^(?:outside|beyond) (?:of )?(?:the|our|my|this) (?:company|firm|organi[sz]ation|business|group|charity|school|trust|team|practice)$/iu;
const ABROAD = /^(?:outside|beyond|abroad)\b/iu;
const TELLS_OTHERS =
  /\b(?:third part\w+|disclos\w+|shar(?:e|ed|es|ing)|pass(?:ed|es)? (?:on )?to|provid\w+ .*\bto|other (?:companies|organi[sz]ations)|suppliers?|advis[eo]rs?|processors?|receives?|insurers?|auditors?|authorit(?:y|ies)|police|outside)\b/iu;
const ON_ACCESS =
  /\b(?:who|whom|see|sees|access|share|shared|shares|send|sent|give|given|receives?|told?|pass)\b/iu;

type Asked = {
  /** The plain question. */
  readonly asked: Answer;
  readonly earlier: Answer;
  /** The message as it stands, without the question before it. */
  readonly alone: Answer;
  readonly loosely: () => Promise<Answer>;
};

const first = ({ citations }: Answer): Citation | undefined => citations[0];

const isAgain = (answer: Answer, earlier: Answer): boolean => {
  const [one, other] = [first(answer), first(earlier)];
  return one !== undefined && other !== undefined && sameQuote(one, other);
};

/** A passage under the heading of the one that answered before is on its subject. */
const isOnSubject = (answer: Answer, earlier: Answer): boolean => {
  const [one, other] = [first(answer), first(earlier)];
  return one !== undefined && other !== undefined && sameSection(one, other);
};

/** The first passage that is `wanted` before the others; a verdict read from another says nothing of it. */
const withFirst = (answer: Answer, wanted: (one: Citation) => boolean): Answer => {
  const found = answer.citations.find(wanted);
  return found === undefined || found === first(answer)
    ? answer
    : {
        ...answer,
        answer: `Under “${found.section}” the policy says what is quoted here.`,
        citations: [found, ...answer.citations.filter((one) => one !== found)],
        verdict: null,
      };
};

/** Answered at a place only where a passage names it, or a wider one; what holds elsewhere would pass for an answer. */
const atPlace = async (
  { asked, earlier, alone, loosely }: Asked,
  own: string,
  place: string,
  before: string,
): Promise<Answer> => {
  if (asked.outcome === 'declined' || (thingWords(place).length === 0 && !OUTSIDE_US.test(own))) return asked;
  const aged = OF_AN_AGE.test(own);
  const others = OUTSIDE_US.test(own) && ON_ACCESS.test(before);
  const says = (one: Citation): boolean =>
    namesThing(one, place) || (others ? TELLS_OTHERS.test(one.quote) : !aged && WIDER.test(one.quote));
  if (asked.citations.some(says)) return withFirst(asked, says);
  const loose = await loosely();
  // Nearness is no proof that a passage read from fewer words is on the same matter: it has to name the place itself.
  const named = [loose, alone].find(
    (one) => first(one) !== undefined && one.citations.slice(0, 1).every((cited) => namesThing(cited, place)),
  );
  if (named !== undefined) return named;
  const foreign = ABROAD.test(own) ? [loose].find((one) => one.citations.slice(0, 1).some(says)) : undefined;
  if (foreign !== undefined) return foreign;
  return silentWith(
    asked,
    `I found no passage that says this for the ${aged ? 'people' : 'place'} that you name.`,
    [
      ...[...asked.nearest, ...loose.nearest, ...alone.nearest].filter(says),
      ...earlier.citations,
      ...asked.citations,
      ...earlier.nearest,
      ...asked.nearest,
    ],
  );
};

const NOT_FOUND = 'I found no passage that says this.';

/** A question word alone ("when?") is asked of what was found before: the passages on it come closest, whatever else it is read as. */
const withWord = async ({ asked, earlier, loosely }: Asked): Promise<Answer> => {
  if (asked.outcome === 'answered' || asked.outcome === 'declined') return asked;
  const loose = await loosely();
  if (isAgain(loose, earlier)) return loose;
  // What answered the question before is not said again where anything comes nearer.
  const near = asked.nearest.length > 0 ? asked.nearest : [...earlier.citations, ...earlier.nearest];
  return silentWith(asked, NOT_FOUND, near);
};

/** Another thing under the plain question, else under the loose one or alone where the passage names that thing; never the former passage where it does not. */
const onThing = async ({ asked, earlier, alone, loosely }: Asked, thing: string): Promise<Answer> => {
  const isNamed = (answer: Answer): boolean => {
    const cited = first(answer);
    return cited !== undefined && namesThing(cited, thing);
  };
  const isSome = (answer: Answer): boolean =>
    answer.citations.some((cited) => namesThing(cited, thing, 'some')) || thingWords(thing).length === 0;
  if (asked.outcome === 'answered' && (!isAgain(asked, earlier) || isSome(asked))) return asked;
  const loose = await loosely();
  if (isNamed(loose)) return loose;
  if (isNamed(alone) && isOnSubject(alone, earlier)) return alone;
  if (asked.outcome === 'silent') return asked;
  // What leans on a question of privacy is one itself, whatever it looks like alone.
  return silentWith(asked, NOT_FOUND, [
    ...loose.citations.filter((cited) => namesThing(cited, thing, 'some')),
    ...earlier.citations,
    ...loose.nearest,
  ]);
};

/** What tells two sorts of a thing apart in one passage. */
const TELLS_APART = /\b(?:whereas|while|but|otherwise|unless|except|however|if|others?)\b/iu;

/** The same thing of another sort: the former passage again only where it speaks of that sort, or tells sorts apart. */
const ofSort = ({ asked, earlier }: Asked, sort: string): Answer => {
  const says = (one: Citation): boolean =>
    namesThing(one, sort, 'some') || thingWords(sort).length === 0 || TELLS_APART.test(one.quote);
  if (asked.outcome !== 'answered' || !isAgain(asked, earlier) || asked.citations.slice(0, 1).some(says))
    return asked;
  return silentWith(asked, NOT_FOUND, [...asked.citations, ...asked.nearest]);
};

/** A row has answered what its columns tell: another question on its thing is for the passage beside it. */
const otherThanRow = (answer: Answer): Answer => withFirst(answer, ({ header }) => header === null);

/** Another question on the same matter: what stands under the heading of the passage that answered before is on it, even where both together find nothing. */
const onMatter = async ({ asked, earlier, alone, loosely }: Asked): Promise<Answer> => {
  if (asked.outcome === 'answered') return isAgain(asked, earlier) ? otherThanRow(asked) : asked;
  const loose = await loosely();
  if (loose.outcome === 'answered') return isAgain(loose, earlier) ? otherThanRow(loose) : loose;
  if (alone.outcome === 'answered' && isOnSubject(alone, earlier)) return alone;
  return silentWith(asked, NOT_FOUND, [...asked.nearest, ...earlier.citations, ...earlier.nearest]);
};

/** Read together with the question before it where it leans on that one; an order that was declined is no question to lean on. */
export const askTogether = async (
  knowledge: Pick<Knowledge, 'ask' | 'documents' | 'verify'>,
  question: string,
  before: string | null,
): Promise<Answer> => {
  const follow = followUp(question, before);
  if (follow === null || before === null) return knowledge.ask(question);
  const [alone, earlier] = await Promise.all([knowledge.ask(question), knowledge.ask(before)]);
  if (alone.outcome === 'declined' || earlier.outcome === 'declined') return alone;
  const { kind, whole, loose, names: named } = follow;
  const plainly = await knowledge.ask(whole);
  const loosely = async (): Promise<Answer> => (loose === whole ? plainly : knowledge.ask(loose));
  // Neither message is an order: what both make together is none either.
  const asked = plainly.outcome === 'declined' ? await loosely() : plainly;
  const parts: Asked = { asked, earlier, alone, loosely };
  const together = async (): Promise<Answer> => {
    if (earlier.outcome === 'out_of_scope') return asked;
    switch (kind) {
      case 'place':
        return atPlace(parts, follow.own, named, before);
      case 'reason':
        return withReason(asked, earlier, before);
      case 'thing':
        return onThing(parts, named);
      case 'sort':
        return ofSort(parts, named);
      case 'next':
        return whatFollows(knowledge, asked, earlier);
      case 'other':
        return named === '' ? withWord(parts) : onMatter(parts);
    }
  };
  return { ...(await together()), question };
};
