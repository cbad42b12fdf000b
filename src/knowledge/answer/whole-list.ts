/** A question on a list gets all points of the list that answers it, not the one that is nearest. */
import type { Policy, Unit } from '../policy/policy.ts';
import { matterOf } from '../question/follow-up.ts';
import { stemOf, wordsOf } from '../question/words.ts';

/** A longer list is not shown whole. */
const LONGEST = 15;

/** "Which rights …", "what kinds of data …", "what are the cookies …", "who do we share it with". */
const ASKS_FOR_LIST =
  /^(?:(?:and|so|ok)\b[\s,]*)*(?:(?:what|which)(?: (?:are|other|all|kinds? of|types? of|sorts? of|of|the|our|your|their))* (?!(?:is|does|was|has|this|happens|counts|means|needs|else's)\b)(?:\p{L}+ ){0,2}?(?:\p{Ll}{2,}(?<![su])s|data|information|people)\b|whom? (?:else )?(?:do|does|can|may|might|will) \p{L}+ (?:share|disclose|pass|give|send|tell|sell)\b|who(?: else)? (?:gets?|receives?)\b|(?:list|name) (?:all|the|our|every)\b)/iu;

/** Pure; of a question as it is typed. */
export const asksForList = (question: string): boolean => ASKS_FOR_LIST.test(question.trim());

/** Whether the words that introduce a list name all that the question is about. */
const introduces = (leadIn: string, question: string): boolean => {
  const own = new Set(wordsOf(leadIn).map(stemOf));
  const matter = matterOf(
    question.replace(/\b(?:kinds?|types?|sorts?|categories|people|list|name)\b/giu, ' '),
  );
  return matter.length > 0 && matter.every((word) => own.has(stemOf(word)));
};

/** The points of the list that the first passage is of, or introduces; empty where it is of none, or of one that nothing else speaks for. */
const pointsOf = (
  question: string,
  policies: readonly Policy[],
  [first, ...others]: readonly Unit[],
): readonly Unit[] => {
  if (first === undefined) return [];
  const units = policies.find(({ head }) => head.id === first.policy)?.units ?? [];
  const bullets = (group: string): readonly Unit[] =>
    units.filter((unit) => unit.group === group && unit.kind === 'bullet' && unit.within === null);
  if (first.kind === 'bullet' && first.group !== null) {
    const spoken = others.some(
      ({ group, start, policy }) =>
        policy === first.policy && (group === first.group || start === first.leadIn?.start),
    );
    return spoken ? bullets(first.group) : [];
  }
  const introduced = units.find(
    ({ kind, leadIn, group }) => kind === 'bullet' && group !== null && leadIn?.start === first.start,
  );
  // "What cookies do we use?" found what a cookie is: "We use the following cookies:" stands under the same heading.
  const named = units.find(
    ({ kind, leadIn, section }) =>
      kind === 'bullet' && section === first.section && leadIn !== null && introduces(leadIn.text, question),
  );
  const group = (introduced ?? named)?.group ?? null;
  return group === null ? [] : bullets(group);
};

/** What was chosen first, in its order, then the points that are missing; as it was where no list is asked for. */
export const withWholeList = (
  question: string,
  policies: readonly Policy[],
  chosen: readonly Unit[],
): readonly Unit[] => {
  if (!asksForList(question)) return chosen;
  const points = pointsOf(question, policies, chosen);
  if (points.length === 0 || points.length > LONGEST) return chosen;
  const inList = new Set(points.map(({ id }) => id));
  const known = new Set(chosen.map(({ id }) => id));
  const lead = chosen.slice(0, 1).filter(({ start }) => points.some(({ leadIn }) => leadIn?.start === start));
  return [
    ...lead,
    ...chosen.filter(({ id }) => inList.has(id)),
    ...points.filter(({ id }) => !known.has(id)),
    ...chosen.filter((unit) => !inList.has(unit.id) && !lead.includes(unit)),
  ];
};
