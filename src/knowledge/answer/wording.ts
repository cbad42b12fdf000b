/** The text of an answer, around the policy's own words. */
import type { Fact } from '../policy/facts.ts';
import type { Topic } from '../question/topics.ts';
import type { Citation, Verdict } from './answer.ts';
import { type AnswerDecision, SURE_AT } from './decide-one.ts';
import { firstLine } from './first-line.ts';
import { otherFigure } from './other-figure.ts';

const whoHelps = (contact: string | null): string =>
  contact === null ? 'The privacy team can help.' : `The privacy team can help, or write to ${contact}.`;

/** What is said where it is not certain that the policies have nothing on it; whoever can help stands before what comes closest. */
const notFound = (lacks: string | null, close: boolean, contact: string | null): string => {
  const found = `I found no passage that says ${lacks ?? 'this'}.`;
  if (!close) return `${found} ${whoHelps(contact)}`;
  return contact === null ? `${found} Closest:` : `${found} ${whoHelps(contact)} Closest:`;
};

const unsaid = (who: 'It' | 'The policy', topic: Topic | undefined, lacks: string | null): string => {
  const what = lacks ?? topic?.about;
  return what === undefined ? `${who} does not say.` : `${who} does not say ${what}.`;
};

/** Below this it is not said what detail the policy lacks, nor which half of a question it leaves open: the question may have been read amiss. */
const NAMED_AT = 0.25;
/** The same of the subject, which is named in our words: of 173 silent answers to questions of six companies most that named another subject lay below, nearly none above. */
const SUBJECT_NAMED_AT = 0.55;

const silentText = (decision: AnswerDecision, contact: string | null): string => {
  const { topics, near, lacks, confidence, certain } = decision;
  if (!certain || confidence < (lacks === null ? SUBJECT_NAMED_AT : NAMED_AT)) {
    return notFound(lacks, near.length > 0, contact);
  }
  const close = near.length === 0 ? '' : ' What comes closest is shown, but it is not an answer.';
  return `${unsaid('The policy', topics[0], lacks)}${close} ${whoHelps(contact)}`;
};

const answeredText = (
  question: string,
  { silentOn, units }: AnswerDecision,
  citations: readonly Citation[],
  short: string | null,
  verdict: Verdict | null,
): string => {
  const sections = [...new Set(citations.map(({ section }) => `“${section}”`))];
  const under = sections.slice(0, 2).join(' and ');
  const silence = silentOn
    .map(({ topic, lacks, confidence }) =>
      lacks === null && confidence < NAMED_AT
        ? 'It is not certain that it answers the other part: ask that on its own.'
        : unsaid('It', topic, lacks),
    )
    .join(' ');
  const figure = otherFigure(question, citations)
    ? 'Mind the period: it is not the one in your question.'
    : '';
  const first = firstLine(units[0], verdict, short);
  const pointer =
    first.replace(/^(?:Yes|No|It depends)\.$/u, '') === ''
      ? `Under ${under} the policy says what is quoted here.`
      : '';
  return [first, pointer, figure, silence].filter((part) => part !== '').join(' ');
};

/** What is nearly as long as the passage itself is no short answer. */
const SHORTER = 0.7;

/** To "who may not see it?" the words on who may would be the wrong answer. */
const TURNED =
  /\b(?:not|no|never|nobody|none|without|except|other than|else|unless|cannot)\b|\b(?:ca|wo|do|does|is|are|must|should|has|have|was)nt\b|n['’]t\b/iu;

/**
 * The few words of the one passage that answers a question read as one topic, surely; null when there are none.
 * Where several passages answer together, a few words of one of them would pass for the whole.
 */
export const shortAnswer = (
  question: string,
  facts: readonly Fact[],
  { topics, silentOn, units, confidence }: AnswerDecision,
): string | null => {
  const [topic, ...others] = topics;
  const [unit, ...besides] = units;
  if (topic === undefined || unit === undefined || confidence < SURE_AT || TURNED.test(question)) return null;
  if (others.length + silentOn.length + besides.length > 0) return null;
  const own = facts.find((fact) => fact.topics.includes(topic.id) && fact.quote === unit.text);
  return own !== undefined && own.value.length <= SHORTER * own.quote.length ? own.value : null;
};

/** Plain words for a decision; nothing in them is more than the policy, or its silence, bears out. */
export const wordingOf = (
  question: string,
  decision: AnswerDecision,
  citations: readonly Citation[],
  contact: string | null,
  short: string | null,
  verdict: Verdict | null = null,
): string => {
  switch (decision.outcome) {
    case 'answered':
      return answeredText(question, decision, citations, short, verdict);
    case 'silent':
      return silentText(decision, contact);
    case 'out_of_scope':
      return 'This does not look like a question about our privacy policy. Ask what the policy says about personal information, in English, and the answer comes with its exact words.';
    case 'declined':
      return (
        'That cannot be done here. Only the policy’s own words are quoted, nobody’s personal data is looked up, and nothing is changed. Ask what the policy says, or speak to the privacy team' +
        (contact === null ? '.' : `: ${contact}.`)
      );
  }
};
