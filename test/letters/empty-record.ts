import type { LetterRecord } from '../../src/letters/record.ts';

/** A case in which nothing is recorded yet. */
export const emptyRecord: LetterRecord = {
  searched: [],
  redactions: 0,
  exemptions: [],
  told: [],
  toldNobody: null,
  restricted: false,
  searchedOn: null,
  restrictedOn: null,
  everRestricted: false,
  deletionSuspended: false,
  deletionApproved: false,
  onHold: false,
  identity: 'not_asked',
  authorityReceived: false,
  feePaid: false,
  extended: false,
  late: false,
  time: 'runs',
  pausedDays: 0,
  chasers: 0,
  withdrawn: false,
  approvedBySecond: false,
  humanLook: false,
};
