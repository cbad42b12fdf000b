/** What the register bears of a case, as far as a letter may state it: searches, what was taken out, who was told, restrictions, time. */
import type { Case } from '../requests/case/case.ts';
import type { CaseEvent } from '../requests/case/case-events.ts';
import type { Deadline } from '../requests/clock/clock-case.ts';
import type { RegimeData } from '../requests/clock/regime.ts';
import { localDate } from '../requests/clock/zone.ts';
import type { LetterMoment } from './template.ts';

export type LetterRecord = {
  /** The systems that were looked through, by their names, each once; `found` where any look found something. */
  readonly searched: readonly { readonly system: string; readonly found: boolean }[];
  /** Systems that were to be searched and were not, with what their team said of them. */
  readonly notSearched: readonly { readonly system: string; readonly notTheirs: boolean }[];
  /** Something was taken out, whether or not anybody has counted the pieces. */
  readonly redacted: boolean;
  /** Pieces that were redacted and counted. */
  readonly redactions: number;
  readonly exemptions: readonly string[];
  readonly told: readonly string[];
  /** Why nobody was told, where that is what is recorded. */
  readonly toldNobody: 'no_recipients' | 'impossible' | 'disproportionate' | null;
  readonly restricted: boolean;
  /** The days, where the case is kept, of the last search and of the last restriction. */
  readonly searchedOn: string | null;
  readonly restrictedOn: string | null;
  /** Restricted now or at any time before. */
  readonly everRestricted: boolean;
  /** What ends the last restriction, as the law of the case has it; null where there was none. */
  readonly restrictionEnds: string | null;
  /** The day on which the erasure was recorded as done. */
  readonly erasedOn: string | null;
  /** A second look after the erasure is recorded by itself. */
  readonly lookedAgain: boolean;
  readonly deletionSuspended: boolean;
  readonly deletionApproved: boolean;
  readonly onHold: boolean;
  readonly identity: 'not_asked' | 'asked' | 'received';
  readonly authorityReceived: boolean;
  readonly feePaid: boolean;
  readonly extended: boolean;
  readonly late: boolean;
  /** The last day for a letter of this kind: of a refusal it may be earlier than that of an answer. */
  readonly wasDue: string | null;
  /** What we wait for, where we do. */
  readonly waitsFor: 'identity' | 'authority' | 'fee' | 'answer' | null;
  /** Somebody writes for the person. */
  readonly agent: boolean;
  /** An outcome under which a part is not done or given: kept longer, and told with its reasons. */
  readonly partlyRefused: boolean;
  /** Anything that keeps a letter from saying that nothing was withheld: a redaction, an exemption, a legal hold, a refusal. */
  readonly heldBack: boolean;
  /** What the time does while a question of ours is out, or would do if it went out today. */
  readonly time: 'runs' | 'paused' | 'not_begun' | 'ended' | 'none';
  readonly pausedDays: number;
  readonly chasers: number;
  readonly withdrawn: boolean;
  readonly approvedBySecond: boolean;
  /** A person who may change a decision of a machine is recorded as having looked at it. */
  readonly humanLook: boolean;
};

export type RecordSource = {
  readonly request: Case;
  readonly history: readonly CaseEvent[];
  /** The clock as it stands; and as it would stand once the question of this letter is out. */
  readonly clock: Deadline;
  readonly asked: Deadline;
  /** The calendar day on which the letter is written, and what a system is called. */
  readonly today: string;
  readonly systemName: (id: string) => string;
  readonly recipientName: (id: string) => string;
  readonly moment: LetterMoment;
  readonly law: RegimeData;
};

/** The day by which a letter of this kind has to go out. A complaint’s date is for acknowledging it; a refusal’s may be earlier than an answer’s. */
const lastDayFor = ({ request, clock, moment }: RecordSource): string | null => {
  if (request.right === 'complaint') return moment === 'acknowledge' ? clock.due : null;
  return moment === 'refuse' ? (clock.refusalDue ?? clock.due) : clock.due;
};

const isLate = (source: RecordSource): boolean => {
  const last = lastDayFor(source);
  return last !== null && source.today > last;
};

const timeOf = (source: RecordSource): LetterRecord['time'] => {
  if (isLate(source)) return 'ended';
  switch (source.asked.state) {
    case 'paused_clarification':
    case 'suspended_identity_eu':
      return 'paused';
    case 'clock_not_started':
      return 'not_begun';
    case 'no_statutory_clock':
      return 'none';
    case 'running':
      return 'runs';
  }
};

const happened = (history: readonly CaseEvent[], type: CaseEvent['type']): boolean =>
  history.some((event) => event.type === type);

const lastDay = ({ history, request }: RecordSource, type: CaseEvent['type']): string | null => {
  const last = history.findLast((event) => event.type === type);
  return last === undefined ? null : localDate(new Date(last.at), request.timeZone);
};

const waitsFor: Readonly<Partial<Record<Case['state'], LetterRecord['waitsFor']>>> = {
  awaiting_identity: 'identity',
  awaiting_authority: 'authority',
  awaiting_fee: 'fee',
  awaiting_clarification: 'answer',
};

/** What was to be searched, by the case or a team's question, and never was. */
export const notSearchedIn = ({
  request,
  systemName,
}: Pick<RecordSource, 'request' | 'systemName'>): LetterRecord['notSearched'] => {
  const searched = new Set(request.searches.map(({ system }) => system));
  const wanted = new Set([...request.systems, ...request.asked.map(({ system }) => system)]);
  return [...wanted]
    .filter((id) => !searched.has(id))
    .map((id) => ({
      system: systemName(id),
      notTheirs: request.asked.some(({ system, result }) => system === id && result === 'not_ours'),
    }));
};

const restrictionEnds = ({ history, law }: RecordSource): string | null => {
  const last = history.findLast((event) => event.type === 'restricted');
  if (last?.type !== 'restricted') return null;
  return law.grounds.restriction.find(({ id }) => id === last.ground)?.ends ?? null;
};

const erasedDay = ({ history, request }: RecordSource): string | null => {
  const last = history.findLast(
    (event) => event.type === 'task_done' && (event.task === 'delete' || event.task === 'verify'),
  );
  return last === undefined ? null : localDate(new Date(last.at), request.timeZone);
};

/** Systems by their names, each once. */
export const searchesOf = ({
  request,
  systemName,
}: Pick<RecordSource, 'request' | 'systemName'>): LetterRecord['searched'] => {
  const found = new Map<string, boolean>();
  for (const { system, result } of request.searches)
    found.set(system, (found.get(system) ?? false) || result === 'found');
  return [...found].map(([system, any]) => ({ system: systemName(system), found: any }));
};

const whyNobody = ({ recipients }: Case): LetterRecord['toldNobody'] => {
  const last = recipients.at(-1)?.result;
  return last === undefined || recipients.some(({ result }) => result === 'told') || last === 'told'
    ? null
    : last;
};

/** Words of what was taken out count as well as a number or a reason. */
const takenOut = ({ request, history }: RecordSource): boolean =>
  request.redacted ||
  history.some((event) => event.type === 'redaction_logged' && (event.personal?.['note'] ?? '') !== '');

/** Reads the record of a case; the later sentence of a letter may claim no more than this. */
export const recordOf = (source: RecordSource): LetterRecord => {
  const { request, history, clock } = source;
  const outcome = request.review?.outcome ?? request.outcome;
  const redacted = takenOut(source);
  const exempted = request.exemptions.length > 0;
  return {
    redacted,
    heldBack:
      redacted ||
      exempted ||
      request.hold ||
      (request.right !== 'complaint' && (outcome === 'partial' || outcome === 'refused')),
    searched: searchesOf(source),
    notSearched: notSearchedIn(source),
    redactions: history.reduce(
      (sum, event) => sum + (event.type === 'redaction_logged' ? event.items : 0),
      0,
    ),
    exemptions: request.exemptions,
    told: request.recipients
      .filter(({ result }) => result === 'told')
      .map(({ recipient }) => source.recipientName(recipient)),
    toldNobody: whyNobody(request),
    restricted: request.restricted,
    searchedOn: lastDay(source, 'search_logged'),
    restrictedOn: lastDay(source, 'restricted'),
    everRestricted: happened(history, 'restricted'),
    restrictionEnds: restrictionEnds(source),
    erasedOn: erasedDay(source),
    lookedAgain: request.tasks.some(({ id, status }) => id === 'verify' && status === 'done'),
    deletionSuspended: request.frozen,
    deletionApproved: request.deletionApproved,
    onHold: request.hold,
    identity: happened(history, 'identity_received')
      ? 'received'
      : happened(history, 'identity_requested')
        ? 'asked'
        : 'not_asked',
    authorityReceived: happened(history, 'authority_received'),
    feePaid: happened(history, 'fee_paid'),
    extended: clock.extended,
    late: isLate(source),
    wasDue: lastDayFor(source),
    waitsFor: waitsFor[request.state] ?? null,
    agent: request.agent,
    partlyRefused: outcome === 'partial' || exempted,
    time: timeOf(source),
    pausedDays: clock.pausedDays,
    chasers: request.chasers.length,
    withdrawn: happened(history, 'withdrawn'),
    approvedBySecond: request.review?.approvedBy != null,
    humanLook: request.tasks.some(({ id, status }) => id === 'human-look' && status === 'done'),
  };
};
