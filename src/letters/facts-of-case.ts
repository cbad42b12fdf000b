import type { Case } from '../requests/case/case.ts';
import type { CalendarDate } from '../requests/clock/calendar-date.ts';
import type { Deadline } from '../requests/clock/clock-case.ts';
import { localDate } from '../requests/clock/zone.ts';
import type { LetterFacts } from './fact-fields.ts';
import { howCounted } from './how-counted.ts';
import { writeDate } from './letter-dates.ts';
import { factsOfRecord, type LetterRecord } from './record.ts';
import type { Regulators } from './regulators.ts';
import { articleOf, rightWordings } from './right-wording.ts';

/** What a letter needs of a case. */
export type LetterCase = Pick<
  Case,
  'number' | 'right' | 'state' | 'regime' | 'receivedAt' | 'timeZone' | 'waitingSince' | 'chasers' | 'endedAt'
>;

/** Who writes: from the company file and the policies; what nobody has stated keeps the letter back. */
export type Sender = {
  readonly controller: string | null;
  readonly contact: string | null;
  readonly signedBy: string;
  readonly regulators: Regulators;
};

/** Given at the moment of filling and forgotten afterwards. */
export type PersonalFacts = Pick<
  LetterFacts,
  'personName' | 'addressRoute' | 'clientName' | 'clientContact' | 'concerned'
>;

export type LetterOccasion = {
  readonly request: LetterCase;
  readonly clock: Deadline;
  /** The clock before the extension, where one is being announced. */
  readonly before?: Deadline;
  readonly today: CalendarDate;
  readonly sender: Sender;
  readonly record: LetterRecord;
  readonly personal: PersonalFacts;
};

const noDateYet = (clock: Deadline): string | undefined => {
  switch (clock.state) {
    case 'clock_not_started':
      return 'the month for our answer begins on the day when what we asked you for reaches us.';
    case 'paused_clarification':
      return 'the time is paused from the day we asked you our question until the day your answer arrives.';
    case 'suspended_identity_eu':
      return 'the time is paused until what we asked you for reaches us.';
    case 'no_statutory_clock':
      return 'none is needed, because your message takes effect at once.';
    case 'running':
      return undefined;
  }
};

/** What is known about a letter before anybody adds to it; the rest shows as gaps until somebody does. */
export const factsOfCase = ({
  request,
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
  const lawName = regime === 'uk' ? 'UK GDPR' : 'GDPR';
  const wording = rightWordings[right];
  // A regime without a row of its own leaves the gap for a person to fill.
  const [, regulator] = Object.entries(sender.regulators).find(([id]) => id === regime) ?? [];
  const ended = request.endedAt === null ? undefined : day(request.endedAt);
  // A complaint's clock is for acknowledging it; that date is no promise to the person.
  const answerBy = right === 'complaint' ? undefined : (clock.due ?? undefined);
  return {
    ...personal,
    ...factsOfRecord(record),
    letterDate: today,
    reference: request.number,
    company: sender.controller ?? undefined,
    contact: sender.contact ?? undefined,
    signedBy: sender.signedBy,
    rightName: wording.name,
    rightArticle: articleOf(right, regime),
    lawName,
    regulatorName: regulator?.name,
    regulatorContact: regulator?.contact,
    uk: regime === 'uk',
    eu: regime === 'eu',
    received,
    due: answerBy,
    howCounted: howCounted(clock, received),
    noDueReason: noDateYet(clock),
    previousDue: before?.due ?? undefined,
    extensionNoticeDue: (before ?? clock).extensionNoticeDue ?? undefined,
    refusalDue: clock.refusalDue ?? undefined,
    isExtended: clock.extended,
    askedOn: request.waitingSince === null ? today : day(request.waitingSince),
    nextSteps: wording.nextSteps,
    meanwhile: wording.meanwhile,
    chasedOn: request.chasers.map((at) => writeDate(day(at))),
    withdrawnOn: request.state === 'withdrawn' ? ended : undefined,
    forwardedOn: request.state === 'forwarded_to_controller' ? ended : undefined,
    ceiling:
      right === 'client_data_deletion' || right === 'client_information_retention' ? answerBy : undefined,
  };
};
