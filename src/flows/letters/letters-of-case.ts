/** The letters of a case: which fit, the chosen one as it stands now, and what may be done with it. */
import { contentHash } from '../../letters/content-hash.ts';
import type { LetterDesk } from '../../letters/letter-desk.ts';
import { lettersFor } from '../../letters/letters-for.ts';
import type { Template } from '../../letters/template.ts';
import { type Case, isOpen } from '../../requests/case/case.ts';
import type { ArrivalChannel, CaseEvent, CaseOutcome } from '../../requests/case/case-events.ts';
import { identityDoubts as doubtCodes } from '../../requests/case/event-codes.ts';
import { replay } from '../../requests/case/replay.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { type CaseAction, stopRights } from '../../requests/decisions/case-actions.ts';
import { has, type Moment, type Refusal, refuse } from '../../requests/decisions/decision.ts';
import { gate } from '../../requests/decisions/gate.ts';
import { answerTrouble, heldBackUnsaid, outcomeTrouble } from '../../requests/decisions/guards.ts';
import { identityLadder } from '../../requests/decisions/identity-ladder.ts';
import { refusalGroundsFor } from '../../requests/decisions/refusal-grounds.ts';
import { refusalSentence } from '../../requests/decisions/refusals.ts';
import type { FieldChoice } from '../cases/case-action-row.ts';
import { doubtToPerson, feeFindings, realDoubts } from '../cases/case-choices.ts';
import { actorOf, type Casework, isBarred, maySee, momentFor } from '../cases/casework.ts';
import { historyOf } from '../cases/change-case.ts';
import { rowOf } from '../cases/look-at-cases.ts';
import { abouts, methodsFor, penceOf, reasonable } from '../cases/rows-waiting.ts';
import { type Composed, composeLetter, saysNothing, type TypedFields } from './compose-letter.ts';
import { channelOf, moneyOf, prefillOf, provisionOf } from './prefill.ts';
import { type ReturnedAnswer, returnedAnswer } from './returned-answer.ts';

export type LettersAtDesk = { readonly desk: Casework; readonly letters: LetterDesk };

/** A choice of the form, by its code. */
type Coded = FieldChoice;

export type LetterGround = { readonly id: string; readonly title: string };

/** What may be done with the letter that is shown. */
export type LetterStep =
  | { readonly kind: 'acknowledge' }
  | {
      readonly kind: 'review';
      readonly outcomes: readonly CaseOutcome[];
      readonly grounds: readonly LetterGround[];
    }
  | { readonly kind: 'record_answer' }
  /** Letters that ask, or tell of an extension, are recorded by the very form that shows them. */
  | { readonly kind: 'ask_identity'; readonly doubts: readonly Coded[]; readonly methods: readonly Coded[] }
  | { readonly kind: 'ask_authority' }
  | {
      readonly kind: 'ask_clarification';
      readonly abouts: readonly Coded[];
      readonly needs: readonly Coded[];
    }
  /** An approver agrees before it goes out: the letter is kept as a draft until then. */
  | { readonly kind: 'ask_fee'; readonly findings: readonly Coded[] }
  | { readonly kind: 'record_extension' }
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
  /** Nobody has said yet whether something was left out for other people's sake: the answer's form asks. */
  readonly asksHeldBack: boolean;
  /** What was chosen so far in the lists of a letter that asks. */
  readonly codes: Readonly<Record<string, string>>;
  /** Of an answer that came back: who returned it, and why. */
  readonly returned: ReturnedAnswer | null;
  /** Other cases of the same letter that this one speaks of, and that are recorded with it. */
  readonly also: readonly string[];
};

export type Letters =
  | LetterScreen
  | Refusal
  | { readonly ok: false; readonly code: 'no_such_case'; readonly facts: { readonly number: string } }
  | { readonly ok: false; readonly code: 'no_letter'; readonly facts: { readonly number: string } };

/** Chosen from lists, not typed; kept with a draft like the rest. */
export const codeFields = [
  'doubt_code',
  'method_code',
  'about_code',
  'needs_code',
  'finding_code',
  'ground_code',
  'register_reasons',
] as const;

/** Not a template: the wording that a second person reads or has approved, word for word as it was kept. */
export const keptAnswer = 'kept-answer';

export const isAnswer = ({ moment }: Template): boolean => moment === 'answer' || moment === 'refuse';

/** The letter that an event holds, word for word; null where it holds none, or its words are erased. */
export const letterIn = (event: CaseEvent | undefined): string | null => {
  const text = event?.personal?.['letter'];
  return text === undefined || text === '[erased]' ? null : text;
};

/** The answer that is under review or approved; null when there is none, or its words are not kept. */
export const answerUnderReview = (request: Case, history: readonly CaseEvent[]): string | null =>
  request.review === null
    ? null
    : letterIn(history.findLast((event) => event.type === 'submitted_for_review'));

/** The approved wording of a letter that has not been sent yet. */
const approvedWording = (request: Case, history: readonly CaseEvent[], letter: string): string | null => {
  const sent = new Set(
    request.letters.filter((each) => each.sentAt !== null).map(({ contentHash: hash }) => hash),
  );
  return letterIn(
    history.findLast(
      (event) => event.type === 'letter_approved' && event.letter === letter && !sent.has(event.contentHash),
    ),
  );
};

const asKept = (text: string): Composed => ({
  text,
  gaps: [],
  findings: [],
  hash: contentHash(text),
  says: saysNothing,
});

export const outcomesOf = (template: Template): readonly CaseOutcome[] => {
  if (template.id === 'no-data') return ['no_data'];
  if (template.rights.every((right) => right === 'complaint')) return ['full', 'partial', 'not_upheld'];
  return template.moment === 'refuse' ? ['refused', 'partial'] : ['full', 'partial', 'no_data'];
};

/** The grounds of the right on which this letter can rest. */
const groundsOfLetter = (template: Template, request: Case, moment: Pick<Moment, 'law'>) =>
  template.moment === 'refuse'
    ? refusalGroundsFor(request, moment).filter(({ id }) => template.grounds?.includes(id) ?? true)
    : [];

/** The chosen ground as the letter names it. */
const chosenProvision = (
  template: Template,
  request: Case,
  law: Moment['law'],
  chosen: string | undefined,
): { readonly provision?: string } => {
  const ground = groundsOfLetter(template, request, { law }).find(({ id }) => id === chosen);
  return ground === undefined ? {} : { provision: provisionOf(ground, request, law) };
};

const answerStep = (template: Template, request: Case, moment: Moment): LetterStep => {
  if (request.state !== 'in_progress')
    return {
      kind: 'read',
      why:
        request.state === 'received'
          ? 'Take the case first; then this answer can be sent for review.'
          : 'Another answer is with the approver or has been sent. Choose it above to go on with it.',
    };
  // What is known before the press is said before it: a refusal needs no finished searches, an answer does.
  const trouble = template.moment === 'refuse' ? null : answerTrouble(request, 'asked in the form');
  if (trouble !== null)
    return { kind: 'read', why: `${refusalSentence(trouble)} You can write it now; it is kept.` };
  const grounds = groundsOfLetter(template, request, moment).map(({ id, title }) => ({ id, title }));
  const all = outcomesOf(template);
  const outcomes = all.filter((outcome) => outcomeTrouble(request, outcome) === null);
  const untrue = outcomes.length > 0 ? null : outcomeTrouble(request, all[0] ?? 'full');
  return untrue === null
    ? { kind: 'review', outcomes, grounds }
    : { kind: 'read', why: refusalSentence(untrue) };
};

type Viewer = { readonly team: boolean; readonly approver: boolean };

/** The action that a letter belongs to, where it can be made now. */
const askingStep = (template: Template, request: Case, moment: Moment): LetterStep | null => {
  const open = (action: CaseAction): boolean => gate(action, request, moment) === null;
  switch (template.id) {
    case 'identity-request':
      return open('askForIdentity') && request.identityRequests === 0
        ? { kind: 'ask_identity', doubts: realDoubts, methods: methodsFor({ request }) }
        : null;
    case 'authority-request':
      return open('askForAuthority') ? { kind: 'ask_authority' } : null;
    case 'clarification':
      return open('askForClarification') ? { kind: 'ask_clarification', abouts, needs: reasonable } : null;
    case 'fee':
      return open('askForFee') ? { kind: 'ask_fee', findings: feeFindings } : null;
    default:
      return template.moment === 'extend' &&
        request.extension?.sentAt === null &&
        open('recordExtensionNotice')
        ? { kind: 'record_extension' }
        : null;
  }
};

const stepOf = (
  template: Template,
  request: Case,
  viewer: Viewer,
  approved: boolean,
  moment: Moment,
): LetterStep => {
  if (!viewer.team)
    return { kind: 'read', why: 'When it has gone out, tell the privacy team: they record it in the case.' };
  if (template.moment === 'acknowledge')
    return request.acknowledgedAt === null
      ? { kind: 'acknowledge' }
      : { kind: 'read', why: 'An acknowledgement is recorded already.' };
  if (isAnswer(template)) return answerStep(template, request, moment);
  const asking = approved ? null : askingStep(template, request, moment);
  if (asking !== null) return asking;
  if (template.id === 'fee' && request.state !== 'awaiting_fee')
    return { kind: 'read', why: 'An approver has to agree to the fee first; then this letter goes out.' };
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

/** What a button asks for that knows no letter by its name. */
export const bestAnswer = 'best-answer';
export const bestAcknowledgement = 'best-acknowledgement';
export const bestRefusal = 'best-refusal';

type Titled = { readonly id: string; readonly title: string };

const best = (
  letters: LetterDesk,
  request: Case,
  all: readonly Titled[],
  wanted: string | null,
): Titled | undefined => {
  const nothing =
    request.searches.length > 0 && request.searches.every(({ result }) => result === 'not_found');
  const of = (moment: Template['moment']): readonly Titled[] =>
    all.filter(({ id }) => letters.templates.get(id)?.moment === moment);
  if (wanted === bestAcknowledgement) return of('acknowledge')[0];
  if (wanted === bestRefusal) return of('refuse')[0];
  if (wanted !== bestAnswer) return undefined;
  // Whoever decided to go on tells why; that letter is a refusal.
  if (request.tasks.some(({ result }) => result === 'goes_on')) return of('refuse')[0];
  const answers = of('answer');
  return (nothing ? answers.find(({ id }) => id === 'no-data') : undefined) ?? answers[0];
};

/** Whoever writes the answer goes on with the one that came back; a refusal is gone on with only as a refusal. */
const cameBack = (
  letters: LetterDesk,
  all: readonly Titled[],
  wanted: string | null,
  returned: ReturnedAnswer | null,
): Titled | undefined => {
  const found = all.find(({ id }) => id === returned?.letter);
  if (found === undefined) return undefined;
  return wanted === bestAnswer ||
    (wanted === bestRefusal && letters.templates.get(found.id)?.moment === 'refuse')
    ? found
    : undefined;
};

/** Facts that a choice of the form decides; their fields are not asked for as well. */
const chosenFacts = (typed: TypedFields, channel: ArrivalChannel): TypedFields => {
  const doubt = doubtCodes.find((code) => code === typed['doubt_code']);
  const chosen = identityLadder.findIndex(({ method: code }) => code === typed['method_code']);
  // Whatever is lighter than what was chosen is enough as well, and a choice (Art 12(6)); not where the account itself is in doubt.
  const first = doubt === 'account_compromise_suspected' ? chosen : 0;
  const ways = chosen < 0 ? [] : identityLadder.slice(first, chosen + 1).map(({ toPerson }) => toPerson);
  return {
    ...(doubt === undefined ? {} : { doubt: doubtToPerson(doubt, channel) }),
    ...(ways.length === 0 ? {} : { accepted: ways.join('\n') }),
  };
};

/** An amount is written the way the letter shows it, however it was typed. */
const asMoney = (typed: TypedFields, request: Case, law: Moment['law']): TypedFields => {
  const pence = penceOf(typed['amount'] ?? '');
  return pence === 0 ? typed : { ...typed, amount: moneyOf(pence, request, law) };
};

const decidedByChoice: Readonly<Partial<Record<LetterStep['kind'], readonly string[]>>> = {
  ask_identity: ['doubt', 'accepted'],
};

/** The acknowledgement belongs also to whoever logged the request: they know the person already. */
const mayRead = (request: Case, viewer: Viewer, user: string, wanted: string | null): boolean =>
  viewer.team ||
  (request.loggedBy === user &&
    request.acknowledgedAt === null &&
    isOpen(request) &&
    (wanted ?? '').endsWith('acknowledgement'));

/** The outcome that the letter comes to, or that it was sent with before, stands first. */
const presetBy = (step: LetterStep, first: CaseOutcome | null): LetterStep =>
  step.kind === 'review' && first !== null && step.outcomes.includes(first)
    ? { ...step, outcomes: [first, ...step.outcomes.filter((each) => each !== first)] }
    : step;

/** What came in the same letter and is not acknowledged yet: one letter back speaks of all that its template is for and whoever writes it may know of. */
const sameLetter = async (
  desk: Casework,
  request: Case,
  { rights, words }: Template,
  mayKnow: (other: Case) => boolean,
): Promise<readonly Case[]> => {
  const all = await Promise.all(
    request.links
      .filter(({ relation }) => relation === 'same_letter')
      .map(async ({ to }) => {
        const history = await historyOf(desk, to);
        return history === null ? [] : [replay(history)];
      }),
  );
  // Only the letter that has a place for them speaks of a stop or of a complaint besides.
  const besides: readonly Right[] = words.includes('{{#if alsoStops}}') ? [...stopRights, 'complaint'] : [];
  return all
    .flat()
    .filter(
      (other) =>
        isOpen(other) &&
        other.acknowledgedAt === null &&
        (rights.includes(other.right) || besides.includes(other.right)) &&
        mayKnow(other),
    );
};

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
  if (history === null || isBarred(replay(history), user))
    return has(actor, 'team') ? { ok: false, code: 'no_such_case', facts: { number } } : refuse('team_only');
  const request = replay(history);
  const viewerOf = (one: Case): Viewer => ({ team: maySee(one, actor), approver: has(actor, 'approver') });
  const viewer = viewerOf(request);
  if (!mayRead(request, viewer, user, wanted)) return refuse('team_only');
  const ids = fitting(at, request, rowOf(desk, request).deadline);
  const kept = viewer.team && isOpen(request) ? answerUnderReview(request, history) : null;
  const titled = ids.flatMap((id) => {
    const template = letters.templates.get(id);
    return template === undefined ? [] : [{ id, title: template.title }];
  });
  const all = kept === null ? titled : [{ id: keptAnswer, title: keptTitle(request) }, ...titled];
  const returned = viewer.team && isOpen(request) ? returnedAnswer(request, history) : null;
  const chosen =
    all.find(({ id }) => id === wanted) ??
    cameBack(letters, titled, wanted, returned) ??
    best(letters, request, titled, wanted) ??
    all[0];
  const none = { ok: false, code: 'no_letter', facts: { number } } as const;
  if (chosen === undefined) return none;
  const base = {
    ok: true,
    number,
    right: request.right,
    choices: viewer.team ? all : [chosen],
    today: localDate(desk.clock(), request.timeZone),
    asksHeldBack: heldBackUnsaid(request),
    codes: {},
    also: [],
    returned: null,
  } as const;
  if (chosen.id === keptAnswer && kept !== null) return { ...base, ...keptScreen(request, kept) };
  const template = letters.templates.get(chosen.id);
  if (template === undefined || (!viewer.team && template.moment !== 'acknowledge')) return none;
  const approved = approvedWording(request, history, template.id);
  const moment = await momentFor(desk, user, request, history);
  const step = stepOf(template, request, viewer, approved !== null, moment);
  const decided = decidedByChoice[step.kind] ?? [];
  const mayKnow = (other: Case): boolean =>
    !isBarred(other, user) && mayRead(other, viewerOf(other), user, wanted);
  const back = isAnswer(template) ? returned : null;
  const known = back?.letter === template.id ? { ...back.typed, ...typed } : typed;
  const also = template.moment === 'acknowledge' ? await sameLetter(desk, request, template, mayKnow) : [];
  const composed =
    approved === null
      ? composeLetter(
          letters,
          template,
          {
            request,
            history,
            now: desk.clock(),
            table: desk.table,
            also,
            ...chosenProvision(template, request, desk.table, known['ground_code']),
          },
          decided.length === 0
            ? asMoney(known, request, desk.table)
            : { ...known, ...chosenFacts(known, channelOf(history)) },
          prefillOf(
            await letters.fromPolicy(),
            {
              request,
              history,
              law: desk.table,
              letter: template.id,
              company: desk.company,
              related: moment.related,
            },
            base.today,
          ),
        )
      : asKept(approved);
  return composed === null
    ? none
    : {
        ...base,
        letter: chosen,
        // Whoever only passes the letter on has nothing to add to it.
        composed: viewer.team
          ? { ...composed, gaps: composed.gaps.filter(({ name }) => !decided.includes(name)) }
          : { ...composed, gaps: [] },
        step: presetBy(step, composed.says.verdict ?? back?.outcome ?? null),
        also: also.map(({ number: other }) => other),
        returned: back,
        codes: Object.fromEntries(codeFields.map((name) => [name, known[name] ?? ''])),
      };
};
