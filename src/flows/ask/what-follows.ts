/** "And after that?" in a thread: what the policy says right after the passage that answered. */
import type { Answer, Citation, Knowledge } from '../../knowledge/answer/answer.ts';
import type { Unit } from '../../knowledge/policy/policy.ts';
import { sameQuote, silentWith } from './follow-up-passages.ts';

/** A column of a table that tells what comes after. */
const THEN = /\b(?:then|after(?:wards)?|next|dispos\w+|delet\w+|destr\w+|at the end)\b/iu;
/** A sentence that begins so goes on from the one before it. */
const GOES_ON =
  /^(?:s?he|they|it|this|that|these|those|then|after|afterwards|once|next|if|where|when|unless|finally|in doing so|from then|by then|within|the (?:same|decision|outcome|answer|request|matter))\b/iu;
/** Of one sentence that names a second step itself. */
const SECOND_STEP = /[,;:] (?:and (?:then |you |we |they |always )|then|after which|before)\b/iu;

const holdsCitation = ({ policy, start, end }: Unit, one: Citation): boolean =>
  policy === one.policy && start < one.end && end > one.start;

/** The sentence or point that follows in the same paragraph or list and goes on from it. */
const unitAfter = (documents: Knowledge['documents'], one: Citation): Unit | null => {
  const units = documents.find(({ head }) => head.id === one.policy)?.units ?? [];
  const at = units.findLastIndex((unit) => unit.within === null && holdsCitation(unit, one));
  const unit = units[at];
  const next = units.slice(at + 1).find(({ within }) => within === null);
  if (unit === undefined || next === undefined) return null;
  if (unit.kind === 'bullet') return next.group !== null && next.group === unit.group ? next : null;
  return unit.kind === 'sentence' && next.block === unit.block && GOES_ON.test(next.text) ? next : null;
};

export const whatFollows = (
  { documents, verify }: Pick<Knowledge, 'documents' | 'verify'>,
  asked: Answer,
  earlier: Answer,
): Answer => {
  const [first] = earlier.citations;
  if (first === undefined) return asked;
  if (THEN.test(first.header ?? '')) return { ...earlier, verdict: null };
  const next = unitAfter(documents, first);
  const found =
    next === null
      ? null
      : verify([{ policy: next.policy, version: first.version, start: next.start, end: next.end }]);
  if (found !== null && found.length > 0)
    return {
      ...earlier,
      answer: `Right after that, under “${first.section}”, the policy says what is quoted here.`,
      citations: found,
      verdict: null,
    };
  const [other] = asked.citations;
  if (
    other !== undefined &&
    !sameQuote(other, first) &&
    other.section === first.section &&
    THEN.test(other.quote)
  )
    return asked;
  if (SECOND_STEP.test(first.quote)) return { ...earlier, verdict: null };
  return silentWith(asked, 'I found no passage that says what comes after this.', [
    ...earlier.citations,
    ...asked.citations,
    ...asked.nearest,
  ]);
};
