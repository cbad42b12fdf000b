/** What the register bears of a case, as far as a letter may state it: searches, what was taken out, who was told, restrictions, time. */
import type { Case } from '../requests/case/case.ts';
import type { CaseEvent } from '../requests/case/case-events.ts';
import type { Deadline } from '../requests/clock/clock-case.ts';
import { localDate } from '../requests/clock/zone.ts';
import type { LetterFacts } from './fact-fields.ts';

export type LetterRecord = {
  /** The systems that were looked through, by their names, each once; `found` where any look found something. */
  readonly searched: readonly { readonly system: string; readonly found: boolean }[];
  /** Pieces that were redacted. */
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
  readonly deletionSuspended: boolean;
  readonly deletionApproved: boolean;
  readonly onHold: boolean;
  readonly identity: 'not_asked' | 'asked' | 'received';
  readonly authorityReceived: boolean;
  readonly feePaid: boolean;
  readonly extended: boolean;
  readonly late: boolean;
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
};

/** A date that has passed is late, unless the answer has gone out. A complaint’s date is for acknowledging it. */
const isLate = ({ request, clock, today }: RecordSource): boolean =>
  request.right !== 'complaint' && clock.due !== null && today > clock.due;

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

/** Reads the record of a case; the later sentence of a letter may claim no more than this. */
export const recordOf = (source: RecordSource): LetterRecord => {
  const { request, history, clock } = source;
  return {
    searched: searchesOf(source),
    redactions: history.reduce(
      (sum, event) => sum + (event.type === 'redaction_logged' ? event.items : 0),
      0,
    ),
    exemptions: request.exemptions,
    told: request.recipients.filter(({ result }) => result === 'told').map(({ recipient }) => recipient),
    toldNobody: whyNobody(request),
    restricted: request.restricted,
    searchedOn: lastDay(source, 'search_logged'),
    restrictedOn: lastDay(source, 'restricted'),
    everRestricted: happened(history, 'restricted'),
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
    time: timeOf(source),
    pausedDays: clock.pausedDays,
    chasers: request.chasers.length,
    withdrawn: happened(history, 'withdrawn'),
    approvedBySecond: request.review?.approvedBy != null,
    humanLook: request.tasks.some(({ id, status }) => id === 'human-look' && status === 'done'),
  };
};

const nobody = {
  no_recipients: 'nobody, because this data has not been given to anybody.',
  impossible: 'nobody, because it is not possible to reach those who have it.',
  disproportionate: 'nobody, because it would take an effort out of all proportion.',
} as const;

const recipientsTold = ({ told, toldNobody }: LetterRecord): string | undefined =>
  told.length > 0 ? `${told.join(', ')}.` : toldNobody === null ? undefined : nobody[toldNobody];

/** The facts that follow from the record alone: nobody types them again. */
export const factsOfRecord = (record: LetterRecord): LetterFacts => ({
  isLate: record.late,
  pauses: record.time === 'paused',
  restarts: record.time === 'not_begun',
  keepsRunning: record.time === 'runs',
  noPeriod: record.time === 'none',
  nothingWithheld: record.redactions === 0 && record.exemptions.length === 0,
  restrictedMeanwhile: record.everRestricted,
  recipientsTold: recipientsTold(record),
  toldSomebody: record.told.length > 0,
  ...(record.searchedOn === null ? {} : { searchedOn: record.searchedOn }),
  ...(record.restrictedOn === null ? {} : { restrictedOn: record.restrictedOn }),
  searched: record.searched.map(
    ({ system, found }) => `${system}${found ? '' : ' (nothing about you there)'}`,
  ),
});
