/** The facts that a case, its clock, its record and its law give to a letter. */
import type { Case } from '../requests/case/case.ts';
import type { CalendarDate } from '../requests/clock/calendar-date.ts';
import type { Deadline } from '../requests/clock/clock-case.ts';
import { type HolidayTable, regimeOf } from '../requests/clock/holidays.ts';
import { type RegimeData, rowFor } from '../requests/clock/regime.ts';
import { localDate } from '../requests/clock/zone.ts';
import type { LetterFacts } from './fact-fields.ts';
import { factsOfLaw, lengthInWords, type Regulator } from './facts-of-law.ts';
import { factsOfRecord } from './facts-of-record.ts';
import { howCounted } from './how-counted.ts';
import { writeDate } from './letter-dates.ts';
import type { LetterRecord } from './record.ts';
import { rightWordings } from './right-wording.ts';

/** What a letter needs of a case. */
export type LetterCase = Pick<
  Case,
  | 'number'
  | 'right'
  | 'state'
  | 'regime'
  | 'jurisdiction'
  | 'also'
  | 'receivedAt'
  | 'timeZone'
  | 'waitingSince'
  | 'chasers'
  | 'endedAt'
>;

/** Who writes: from the company file and the policies; what nobody has stated keeps the letter back. */
export type Sender = {
  readonly controller: string | null;
  readonly contact: string | null;
  readonly signedBy: string;
  /** Authorities that the company has named, by regime: they go before those of the data. */
  readonly regulators: Readonly<Record<string, Regulator>>;
};

/** Given at the moment of filling and forgotten afterwards. */
export type PersonalFacts = Pick<
  LetterFacts,
  'personName' | 'addressRoute' | 'clientName' | 'clientContact' | 'concerned'
>;

export type LetterOccasion = {
  readonly request: LetterCase;
  readonly law: HolidayTable;
  readonly clock: Deadline;
  /** The clock before the extension, where one is being announced. */
  readonly before?: Deadline;
  readonly today: CalendarDate;
  readonly sender: Sender;
  readonly record: LetterRecord;
  readonly personal: PersonalFacts;
};

const noDateYet = (
  clock: Deadline,
  regime: RegimeData,
  right: LetterCase['right'],
  period: string,
): string | undefined => {
  switch (clock.state) {
    case 'clock_not_started':
      return `the time for our answer, ${period}, begins on the day when what we asked you for reaches us.`;
    case 'paused_clarification':
      return 'the time is paused from the day we asked you our question until the day your answer arrives.';
    case 'suspended_identity_eu':
      return 'the time is paused until what we asked you for reaches us.';
    case 'no_statutory_clock':
      return regime.rights[right].clock === 'effective'
        ? 'none is needed, because your message takes effect at once.'
        : 'the law sets no period for this, and we answer as soon as we can.';
    case 'running':
      return undefined;
  }
};

/** What we do meanwhile is said only where it is recorded; else a person may add it. */
const meanwhileOf = (right: LetterCase['right'], record: LetterRecord): string | undefined => {
  const { meanwhile, bears } = rightWordings[right];
  return bears !== undefined && record[bears] ? meanwhile : undefined;
};

const ofClient = (right: LetterCase['right']): boolean =>
  right === 'client_data_deletion' || right === 'client_information_retention';

/** A client is never the person who asks, nor reached at the person's own address: then both are still to be filled in. */
const clientApart = (personal: PersonalFacts): PersonalFacts =>
  personal.clientContact !== undefined && personal.clientContact === personal.addressRoute
    ? {
        ...personal,
        clientContact: undefined,
        clientName: personal.clientName === personal.personName ? undefined : personal.clientName,
      }
    : personal;

/** What is known about a letter before anybody adds to it; the rest shows as gaps until somebody does. */
export const factsOfCase = ({
  request,
  law,
  clock,
  before,
  today,
  sender,
  record,
  personal,
}: LetterOccasion): LetterFacts => {
  const { right, regime, timeZone } = request;
  const day = (at: string): CalendarDate => localDate(new Date(at), timeZone);
  const received = day(request.receivedAt);
  const rules = regimeOf(law, regime);
  if (rules === undefined) throw new RangeError(`there is no regime "${regime}"`);
  const row = rowFor(rules.answer, received);
  const wording = rightWordings[right];
  const ended = request.endedAt === null ? undefined : day(request.endedAt);
  // A complaint's clock is for acknowledging it; that date is no promise to the person.
  const answerBy = right === 'complaint' ? undefined : (clock.due ?? undefined);
  return {
    ...(ofClient(right) ? personal : clientApart(personal)),
    ...factsOfRecord(record),
    ...factsOfLaw({
      regime: rules,
      jurisdiction: request.jurisdiction,
      right,
      period: row.period,
      stated: sender.regulators[regime],
      company: sender.controller,
      contact: sender.contact,
      also: request.also.flatMap((one) => {
        const further = regimeOf(law, one.regime);
        return further === undefined ? [] : [{ regime: further, jurisdiction: one.jurisdiction }];
      }),
    }),
    letterDate: today,
    reference: request.number,
    company: sender.controller ?? undefined,
    contact: sender.contact ?? undefined,
    signedBy: sender.signedBy,
    rightName: wording.name,
    received,
    // A withdrawal takes effect on receipt, whatever day we write; marketing has stopped on the day it stopped.
    ...(right === 'consent_withdrawal' && rules.rights[right].clock === 'effective'
      ? { effectiveOn: received }
      : {}),
    due: answerBy,
    howCounted: howCounted(clock, received, row),
    noDueReason: noDateYet(clock, rules, right, lengthInWords(row.period)),
    previousDue: before?.due ?? undefined,
    extensionNoticeDue: (before ?? clock).extensionNoticeDue ?? undefined,
    refusalDue: clock.refusalDue ?? undefined,
    isExtended: clock.extended,
    askedOn: request.waitingSince === null ? today : day(request.waitingSince),
    nextSteps: wording.nextSteps,
    meanwhile: meanwhileOf(right, record),
    chasedOn: request.chasers.map((at) => writeDate(day(at))),
    withdrawnOn: request.state === 'withdrawn' ? ended : undefined,
    forwardedOn: request.state === 'forwarded_to_controller' ? ended : undefined,
    ceiling: ofClient(right) ? answerBy : undefined,
  };
};
