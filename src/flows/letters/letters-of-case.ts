/** The letters of a case: which fit, the chosen one as it stands now, and what may be done with it. */
import { contentHash } from '../../letters/content-hash.ts';
import type { LetterDesk } from '../../letters/letter-desk.ts';
import { lettersFor } from '../../letters/letters-for.ts';
import type { Template } from '../../letters/template.ts';
import { type Case, isOpen } from '../../requests/case/case.ts';
import type { CaseEvent, Outcome } from '../../requests/case/case-events.ts';
import { replay } from '../../requests/case/replay.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { has, type Refusal, refuse } from '../../requests/decisions/decision.ts';
import { refusalGroundsFor } from '../../requests/decisions/refusal-grounds.ts';
import { actorOf, type Casework, maySee } from '../cases/casework.ts';
import { historyOf } from '../cases/change-case.ts';
import { rowOf } from '../cases/look-at-cases.ts';
import { type Composed, composeLetter, type TypedFields } from './compose-letter.ts';

export type LettersAtDesk = { readonly desk: Casework; readonly letters: LetterDesk };

export type Ground = { readonly id: string; readonly title: string };

/** What may be done with the letter that is shown. */
export type LetterStep =
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'review'; readonly outcomes: readonly Outcome[]; readonly grounds: readonly Ground[] }
  | { readonly kind: 'record_answer' }
  | { readonly kind: 'record_letter'; readonly mayApprove: boolean; readonly approved: boolean }
  /** Only to be read; the sentence says why. */
  | { readonly kind: 'read'; readonly why: string };

export type LetterScreen = {
  readonly ok: true;
  readonly number: string;
  readonly right: Right;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  readonly letter: { readonly id: string; readonly title: string };
  readonly composed: Composed;
  readonly step: LetterStep;
  readonly today: string;
};

export type Letters =
  | LetterScreen
  | Refusal
  | { readonly ok: false; readonly code: 'no_such_case'; readonly facts: { readonly number: string } }
  | { readonly ok: false; readonly code: 'no_letter'; readonly facts: { readonly number: string } };

/** Not a template: the wording that a second person reads or has approved, word for word as it was kept. */
export const keptAnswer = 'kept-answer';

export const isAnswer = ({ moment }: Template): boolean => moment === 'answer' || moment === 'refuse';

const textIn = (event: CaseEvent | undefined): string | null => {
  const text = event?.personal?.['letter'];
  return text === undefined || text === '[erased]' ? null : text;
};

/** The answer that is under review or approved; null when there is none, or its words are not kept. */
export const answerUnderReview = (request: Case, history: readonly CaseEvent[]): string | null =>
  request.review === null ? null : textIn(history.findLast((event) => event.type === 'submitted_for_review'));

/** The approved wording of a letter that has not been sent yet. */
const approvedWording = (request: Case, history: readonly CaseEvent[], letter: string): string | null => {
  const sent = new Set(
    request.letters.filter((each) => each.sentAt !== null).map(({ contentHash: hash }) => hash),
  );
  return textIn(
    history.findLast(
      (event) => event.type === 'letter_approved' && event.letter === letter && !sent.has(event.contentHash),
    ),
  );
};

const asKept = (text: string): Composed => ({ text, gaps: [], findings: [], hash: contentHash(text) });

export const outcomesOf = (template: Template): readonly Outcome[] => {
  if (template.id === 'no-data') return ['no_data'];
  if (template.rights.every((right) => right === 'complaint')) return ['full', 'partial', 'not_upheld'];
  return template.moment === 'refuse' ? ['refused', 'partial'] : ['full', 'partial', 'no_data'];
};

const answerStep = (template: Template, request: Case, law: HolidayTable): LetterStep => {
  if (request.state !== 'in_progress')
    return {
      kind: 'read',
      why:
        request.state === 'received'
          ? 'Take the case first; then this answer can be sent for review.'
          : 'Another answer is with the approver or has been sent. Choose it above to go on with it.',
    };
  const grounds = refusalGroundsFor(request, { law }).map(({ id, title }) => ({ id, title }));
  return { kind: 'review', outcomes: outcomesOf(template), grounds };
};

type Viewer = { readonly team: boolean; readonly approver: boolean };

const stepOf = (
  template: Template,
  request: Case,
  viewer: Viewer,
  approved: boolean,
  law: HolidayTable,
): LetterStep => {
  if (!viewer.team)
    return { kind: 'read', why: 'When it has gone out, tell the privacy team: they record it in the case.' };
  if (template.moment === 'acknowledge')
    return request.acknowledgedAt === null
      ? { kind: 'acknowledge' }
      : { kind: 'read', why: 'An acknowledgement is recorded already.' };
  if (isAnswer(template)) return answerStep(template, request, law);
  if (template.moment === 'extend' && request.extension === null)
    return {
      kind: 'read',
      why: 'Propose the extension in the case first. When a second person has agreed, send this letter and record the notice there.',
    };
  if (template.moment === 'extend')
    return { kind: 'read', why: 'When it has gone out, press *Record extension notice* in the case.' };
  return { kind: 'record_letter', mayApprove: viewer.approver && isOpen(request) && !approved, approved };
};

const fitting = ({ desk, letters }: LettersAtDesk, request: Case, deadline: Deadline | null) => {
  const due = deadline?.due ?? null;
  return lettersFor(letters.templates.values(), {
    ...request,
    extended: deadline?.extended ?? false,
    overdue: due !== null && localDate(desk.clock(), request.timeZone) > due,
  });
};

/** What is shown for the kept answer: the approver's copy, and its record once it is approved. */
const keptScreen = (request: Case, text: string): Pick<LetterScreen, 'letter' | 'composed' | 'step'> => ({
  letter: { id: keptAnswer, title: keptTitle(request) },
  composed: asKept(text),
  step:
    request.state === 'approved'
      ? { kind: 'record_answer' }
      : { kind: 'read', why: 'An approver reads it in the case and presses *Approve* or *Return*.' },
});

const keptTitle = (request: Case): string =>
  request.state === 'approved' ? 'The approved answer' : 'The answer under review';

/** The acknowledgement belongs also to whoever logged the request: they know the person already. */
const mayRead = (request: Case, viewer: Viewer, user: string, wanted: string | null): boolean =>
  viewer.team ||
  (request.loggedBy === user &&
    request.acknowledgedAt === null &&
    isOpen(request) &&
    (wanted ?? '').endsWith('acknowledgement'));

/**
 * The letters that fit a case, best first, and the wanted one (or the best) filled from the case and from what was typed. Whoever may
 * not see the case learns nothing of it.
 */
export const lettersOfCase = async (
  at: LettersAtDesk,
  number: string,
  user: string,
  wanted: string | null,
  typed: TypedFields = {},
): Promise<Letters> => {
  const { desk, letters } = at;
  const actor = await actorOf(desk, user);
  const history = await historyOf(desk, number);
  if (history === null)
    return has(actor, 'team') ? { ok: false, code: 'no_such_case', facts: { number } } : refuse('team_only');
  const request = replay(history);
  const viewer: Viewer = { team: maySee(request, actor), approver: has(actor, 'approver') };
  if (!mayRead(request, viewer, user, wanted)) return refuse('team_only');
  const ids = fitting(at, request, rowOf(desk, request).deadline);
  const kept = viewer.team && isOpen(request) ? answerUnderReview(request, history) : null;
  const titled = ids.flatMap((id) => {
    const template = letters.templates.get(id);
    return template === undefined ? [] : [{ id, title: template.title }];
  });
  const all = kept === null ? titled : [{ id: keptAnswer, title: keptTitle(request) }, ...titled];
  const chosen = all.find(({ id }) => id === wanted) ?? all[0];
  const none = { ok: false, code: 'no_letter', facts: { number } } as const;
  if (chosen === undefined) return none;
  const base = {
    ok: true,
    number,
    right: request.right,
    choices: viewer.team ? all : [chosen],
    today: localDate(desk.clock(), request.timeZone),
  } as const;
  if (chosen.id === keptAnswer && kept !== null) return { ...base, ...keptScreen(request, kept) };
  const template = letters.templates.get(chosen.id);
  if (template === undefined || (!viewer.team && template.moment !== 'acknowledge')) return none;
  const approved = approvedWording(request, history, template.id);
  const composed =
    approved === null
      ? composeLetter(letters, template, { request, history, now: desk.clock(), table: desk.table }, typed)
      : asKept(approved);
  return composed === null
    ? none
    : {
        ...base,
        letter: chosen,
        // Whoever only passes the letter on has nothing to add to it.
        composed: viewer.team
          ? composed
          : { ...composed, gaps: composed.gaps.filter(({ needed }) => needed) },
        step: stepOf(template, request, viewer, approved !== null, desk.table),
      };
};
