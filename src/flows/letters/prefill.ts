/** What a letter's open fields begin with: from the policy, from the register, or in usual words. Each is marked and to be confirmed. */
import { contactKind } from '../../letters/contact-kind.ts';
import type { FactName } from '../../letters/fact-fields.ts';
import { writeDate } from '../../letters/letter-dates.ts';
import type { PolicyFacts } from '../../letters/policy-facts.ts';
import { provisionInWords } from '../../letters/provision-in-words.ts';
import { notSearchedIn, searchesOf } from '../../letters/record.ts';
import type { Case, CaseClockEvent } from '../../requests/case/case.ts';
import { caseClock } from '../../requests/case/case-clock.ts';
import type { ArrivalChannel, CaseEvent } from '../../requests/case/case-events.ts';
import { takesOut } from '../../requests/case/evolve-work.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import { addDays, type CalendarDate } from '../../requests/clock/calendar-date.ts';
import { regimeOf } from '../../requests/clock/holidays.ts';
import type { Ground } from '../../requests/clock/regime.ts';
import { localDate } from '../../requests/clock/zone.ts';
import type { Moment } from '../../requests/decisions/decision.ts';
import { groundsOf, partialGroundsFor } from '../../requests/decisions/refusal-grounds.ts';
import { doubtToPerson } from '../cases/case-choices.ts';
import type { Casework } from '../cases/casework.ts';
import { type Texts, usual } from './usual-words.ts';

export type Origin =
  | { readonly from: 'policy'; readonly section: string }
  | { readonly from: 'register' }
  | { readonly from: 'company file' }
  | { readonly from: 'usual words' };

export type Prefilled = { readonly words: string; readonly origin: Origin };
export type Prefill = Readonly<Partial<Record<FactName, Prefilled>>>;

export type PrefillSource = {
  readonly request: Case;
  readonly history: readonly CaseEvent[];
  readonly law: Moment['law'];
  /** The template's id. */
  readonly letter: string;
  /** What the company says of itself. */
  readonly company: Pick<Casework['company'], 'automatedDecisions'>;
  /** The person's other cases. */
  readonly related: Moment['related'];
};

const missingAfter: Readonly<Partial<Record<CaseEvent['type'], string>>> = {
  identity_requested: 'something that shows who you are',
  authority_requested: 'proof that you may act for the person',
  fee_requested: 'the fee',
  clarification_requested: 'your answer to our question',
};

/** The last thing that we asked for. */
const missing = (history: readonly CaseEvent[]): string =>
  missingAfter[history.findLast(({ type }) => missingAfter[type] !== undefined)?.type ?? 'logged'] ?? '';

/** What the person is told of the doubt that was recorded. */
const doubt = (history: readonly CaseEvent[]): string => {
  const last = history.findLast((event) => event.type === 'identity_requested');
  return last?.type === 'identity_requested' ? doubtToPerson(last.doubt, channelOf(history)) : '';
};

/** How it reached us, as it was logged. */
export const channelOf = ([logged]: readonly CaseEvent[]): ArrivalChannel =>
  logged?.type === 'logged' ? logged.channel : 'other';

/** How they are reached, as it was logged. */
const contactOf = ([logged]: readonly CaseEvent[]): string => logged?.personal?.['contact'] ?? '';

/** Of a customer only what is said of everybody: what the policy says of applicants and staff concerns nobody else. */
const ofThesePeople = (words: string, people: Case['people']): string => {
  if (people === 'staff_or_applicant') return words;
  const left = words.split('\n').filter((line) => !ofStaff.test(line));
  return left.join('\n');
};

const ofStaff =
  /\b(?:appl(?:y|ied|ying|icants?|ications? for (?:a |any )?(?:job|role|position|vacanc))|candidates?|job|recruit\w*|vacanc(?:y|ies)|CVs?|curriculum|employ(?:ment|ees?)|(?:our|former) staff|interview\w*)\b/iu;

/** 0 where nobody has counted. */
const pieces = (items: number): string =>
  items === 0 ? 'Pieces' : items === 1 ? 'One piece' : `${items} pieces`;

/** Where a ground stands, as a letter under the case's law names it. */
export const provisionOf = (
  { source }: Pick<Ground, 'source'>,
  { regime }: Pick<Case, 'regime'>,
  law: Moment['law'],
): string => provisionInWords(source, regimeOf(law, regime)?.grounds.letters.names ?? {});

/** What the law calls a ground, with where it stands: "Information about another person (Schedule 2, …)". */
const groundIn = ({ request, law }: PrefillSource, id: string): string => {
  const ground = partialGroundsFor(request, { law }).find((each) => each.id === id);
  return ground === undefined ? id : `${ground.title} (${provisionOf(ground, request, law)})`;
};

type Exempted = { readonly words: string; readonly ground: string };

/** Each exemption with the words it was logged with, in one line. */
const exempted = (source: PrefillSource): readonly Exempted[] =>
  source.history.flatMap((event) => {
    if (event.type !== 'exemption_logged') return [];
    const words = event.personal?.['reasons']?.replaceAll(/\s+/g, ' ').replaceAll('|', '/').trim();
    return words === undefined || words === '' || words === '[erased]'
      ? []
      : [{ words, ground: groundIn(source, event.exemption) }];
  });

/** What was kept back: each exemption, and what was blacked out. */
const heldBack = (source: PrefillSource): string =>
  [
    ...exempted(source).map(({ words, ground }) => `${words} | ${ground}`),
    ...source.history.flatMap((event) =>
      event.type === 'redaction_logged' && takesOut(event)
        ? [`${pieces(event.items)} that we blacked out | ${groundIn(source, event.reason)}`]
        : [],
    ),
  ].join('\n');

/** What an erasure leaves, and why; until when, nobody has recorded: the last cell stays open. */
const keptBack = (source: PrefillSource): string =>
  exempted(source)
    .map(({ words, ground }) => `${words} | ${ground.charAt(0).toLowerCase()}${ground.slice(1)} | `)
    .join('\n');

const chats = /\b(?:slack|chats?|message boards?|teams)\b/i;

/** What was decided about an objection, in the words that it was decided with. */
const decided = (history: readonly CaseEvent[]): Texts => {
  const { processing, grounds, weighed } =
    history.findLast((event) => event.type === 'task_done' && event.personal?.['processing'] !== undefined)
      ?.personal ?? {};
  return { processing: processing ?? '', grounds: grounds ?? '', weighed: weighed ?? '' };
};

/** Who withdrew, as it was recorded. */
const withdrawal = (history: readonly CaseEvent[]): string => {
  const last = history.findLast((event) => event.type === 'withdrawn');
  if (last?.type !== 'withdrawn') return '';
  const who = last.byAgent ? 'The person who writes for you' : 'You';
  return `${who} told us so ${last.confirmed === 'call' ? 'on the phone' : 'in writing'}.`;
};

/** Only where nothing but searching has happened; anything else a person has to tell. */
const doneSoFar = (request: Case, searched: readonly string[]): string => {
  const more =
    request.restricted ||
    request.deletionApproved ||
    request.tasks.some(({ result }) => result === 'action_taken');
  if (more) return '';
  return searched.length === 0
    ? 'nothing had been searched or changed.'
    : `we had searched in: ${searched.join(', ')}. Nothing was changed.`;
};

/** In the currency of the case's law: "£15.00". */
export const moneyOf = (pence: number, request: Case, law: Moment['law']): string => {
  const { currency } = regimeOf(law, request.regime)?.grounds.letters ?? { currency: '' };
  return `${currency}${(pence / 100).toFixed(2)}`;
};

const fee = ({ request, history, law }: PrefillSource): Texts => {
  const last = history.findLast(
    (event) => event.type === 'approval_requested' && event.proposal.kind === 'fee',
  );
  if (last?.type !== 'approval_requested' || last.proposal.kind !== 'fee') return {};
  return {
    amount: moneyOf(last.proposal.pence, request, law),
    finding: last.personal?.['reasons'] ?? '',
  };
};

/** A basis of the regime's list, as the letter names it. */
const legalBasis = (
  request: Case,
  law: PrefillSource['law'],
  which: (ground: { readonly id: string; readonly usual?: boolean | undefined }) => boolean | undefined,
): string => {
  const found = groundsOf(request, { law }).objection.find(which);
  return request.right !== 'objection' || found === undefined ? '' : `${found.title} (${found.source})`;
};

/** Art 15(1)(h): only what the company has said of itself, and not to somebody who contests such a decision. Else whoever answers has to say it. */
const ofTheCompany = ({ company, related }: PrefillSource): Texts =>
  company.automatedDecisions === null || related.some(({ right }) => right === 'automated_decision')
    ? {}
    : { automated: company.automatedDecisions };

const clientFacts: Readonly<Partial<Record<CaseClockEvent['type'], FactName>>> = {
  client_receipt_confirmed: 'confirmedOn',
  client_deletion_requested: 'deletionAskedOn',
  agreement_terminated: 'terminatedOn',
};

/** Where it was recorded as erased; null where the step was done without naming a system. */
const erasedIn = (history: readonly CaseEvent[]): readonly string[] | null => {
  const last = history.findLast((event) => event.type === 'task_done' && event.task === 'delete');
  return last?.type === 'task_done' ? (last.systems ?? null) : null;
};

const fromRegister = (source: PrefillSource): Texts => {
  const { request, history } = source;
  const day = (at: string): string => writeDate(localDate(new Date(at), request.timeZone));
  const systemName = (id: string): string => systemNamed(id, request.places).name;
  const found = searchesOf({ request, systemName })
    .filter((each) => each.found)
    .map(({ system }) => system);
  const searchedAt = history.findLast(
    ({ type }) => type === 'search_logged' || type === 'team_answered' || type === 'task_done',
  )?.at;
  const doneAt = (id: string): string | undefined =>
    history.findLast((event) => event.type === 'task_done' && event.task === id)?.at;
  const changed = doneAt('correct') ?? doneAt('stop') ?? doneAt('lock');
  const restrictedAt = history.findLast(({ type }) => type === 'restricted')?.at;
  const effective = doneAt('stop') ?? restrictedAt;
  const extension = history.findLast(
    (event) => event.type === 'approval_requested' && event.proposal.kind === 'extension',
  )?.personal?.['reasons'];
  const erasedAt = doneAt('delete');
  const erased = erasedIn(history)?.map(systemName) ?? found;
  const exceptKept = request.exemptions.length === 0 ? '' : ', except what is named below as kept';
  const clientDays = Object.fromEntries(
    request.clockEvents.flatMap(({ type, at }) => {
      const name = clientFacts[type];
      return name === undefined ? [] : [[name, day(at)] as const];
    }),
  );
  return {
    enclosed: found
      .map((name) =>
        request.right === 'portability'
          ? `what you gave us, from: ${name}`
          : `what we hold about you in: ${name}`,
      )
      .join('\n'),
    erased: erased.map((name) => `your data in: ${name}${exceptKept}`).join('\n'),
    kept: keptBack(source),
    restrictedData:
      found.length > 0
        ? found.map((name) => `your data in: ${name}`).join('\n')
        : 'the data that your request is about',
    ...(searchedAt === undefined ? {} : { searchedOn: day(searchedAt) }),
    ...(erasedAt === undefined ? {} : { erasedOn: day(erasedAt), deletedOn: day(erasedAt) }),
    ...(changed === undefined ? {} : { changedOn: day(changed) }),
    ...(effective === undefined ? {} : { effectiveOn: day(effective) }),
    ...(extension === undefined ? {} : { reasons: extension }),
    ...clientDays,
    withheld: heldBack(source),
    notSearched: notSearchedIn({ request, systemName })
      .filter(({ notTheirs }) => notTheirs)
      .map(({ system }) => `${system} | the team that keeps it says that it holds nothing of this kind`)
      .join('\n'),
    chatLogsAction: found.some((name) => chats.test(name))
      ? 'we deleted messages about you where the tool allows it, and took your name out elsewhere.'
      : '',
    missing: missing(history),
    doubt: doubt(history),
    ...decided(history),
    withdrawnBy: withdrawal(history),
    doneSoFar: doneSoFar(
      request,
      searchesOf({ request, systemName }).map(({ system }) => system),
    ),
    // An answer that came back names the basis that it had been given.
    legalBasis: legalBasis(request, source.law, ({ id }) => id === request.objectedBasis),
    ...fee(source),
  };
};

const marked = (texts: Texts, origin: Origin): Prefill =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, words]) =>
      words === '' ? [] : [[name, { words, origin }] as const],
    ),
  );

/** In two weeks; sooner where our own answer is due by then; blank where it is due too soon to wait. */
const replyBy = ({ request, law }: PrefillSource, today: CalendarDate): string => {
  const clock = caseClock(request, law);
  const due = clock.ok ? clock.deadline.due : null;
  const usualDay = addDays(today, 14);
  if (due === null || due < today || usualDay < due) return writeDate(usualDay);
  const before = addDays(due, -3);
  return before > today ? writeDate(before) : '';
};

/** The register knows better than the policy, and both know better than usual words. */
export const prefillOf = (policy: PolicyFacts, source: PrefillSource, today: CalendarDate): Prefill => {
  const { request, history, law, letter } = source;
  const cited: Prefill = Object.fromEntries(
    Object.entries(policy).flatMap(([name, { words, section }]) => {
      const concerns = ofThesePeople(words, request.people);
      return concerns === ''
        ? []
        : [[name, { words: concerns, origin: { from: 'policy', section } as const }] as const];
    }),
  );
  return {
    ...marked(
      {
        ...usual(request, letter, channelOf(history), contactKind(contactOf(history))),
        // The one that a list marks as usual; whoever decides the objection changes it where another is meant.
        legalBasis: legalBasis(request, law, ({ usual: often }) => often),
        replyBy: replyBy(source, today),
      },
      { from: 'usual words' },
    ),
    ...marked(ofTheCompany(source), { from: 'company file' }),
    ...cited,
    ...marked(fromRegister(source), { from: 'register' }),
  };
};
