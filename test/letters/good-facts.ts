import { join } from 'node:path';
import { readHolidayTable } from '../../src/base/calendars.ts';
import { projectRoot } from '../../src/base/root.ts';
import type { CitationRef } from '../../src/knowledge/answer/answer.ts';
import { citeAll } from '../../src/knowledge/policy/citation-check.ts';
import { openPolicies } from '../../src/knowledge/policy/open-policies.ts';
import type { LetterFacts } from '../../src/letters/fact-fields.ts';
import { factsOfLaw } from '../../src/letters/facts-of-law.ts';
import { openLetters } from '../../src/letters/open-letters.ts';
import { carveOutIn, remainingFacts } from '../../src/letters/remaining.ts';
import { rightWordings } from '../../src/letters/right-wording.ts';
import { holdsUnder, type Template } from '../../src/letters/template.ts';
import type { RegimeData } from '../../src/requests/clock/regime.ts';

export const lettersDir = join(projectRoot, 'data', 'letters');
export const templates = [...(await openLetters(lettersDir)).values()];
export const table = readHolidayTable();
export const lawOf = (id: string): RegimeData => {
  const regime = table.regimes[id];
  if (regime === undefined) throw new Error(`no regime ${id}`);
  return regime;
};
/** The regimes under which a letter holds. */
export const regimesOf = (template: Template): readonly string[] =>
  Object.keys(table.regimes).filter((id) => holdsUnder(template, id));
export const policies = await openPolicies(join(projectRoot, 'data', 'policies'));
export const verify = (refs: readonly CitationRef[]) => citeAll(policies, refs);

const remaining = remainingFacts((carveOut) => {
  const ref = carveOutIn(policies, carveOut);
  return ref === null ? null : (verify([ref])?.[0] ?? null);
});

const invented: LetterFacts = {
  letterDate: '2026-12-22',
  reference: 'DSR-2026-0042',
  company: 'Smartxpo Solutions Limited',
  contact: 'info@smartxpo.com',
  signedBy: 'The privacy team',
  personName: 'Ada Fenwick',
  addressRoute: 'ada.fenwick@example.org',
  received: '2026-11-25',
  receivedHow: 'by e-mail',
  due: '2026-12-29',
  howCounted: [
    'Your request reached us on Wednesday 25 November 2026.',
    'Friday 25 December 2026 is no working day, so the time ends with Tuesday 29 December 2026.',
  ],
  previousDue: '2026-12-29',
  extensionNoticeDue: '2026-12-29',
  refusalDue: '2026-12-29',
  askedOn: '2026-12-22',
  effectiveOn: '2026-12-13',
  updates: 'We write to you every two weeks by e-mail.',
  progress: 'We have read your letters and asked the two teams concerned.',
  ifSilent: 'We write to you twice more before we close anything.',
  interim: 'Your account details, which are enclosed.',
  secureRoute: 'Log in to your account and press “Confirm”.',
  doubt: 'You wrote from an address that we have not seen before.',
  accepted: ['a code that we send to the address on your account', 'two facts about your last order'],
  unclear: 'You ask for “the e-mails”. Do you mean those about your order or all of them?',
  suggestions: ['between which dates you were in touch with us', 'with which team you were in touch'],
  missing: 'the code that we sent to the address on your account.',
  chasedOn: ['2026-11-29', '2026-12-01'],
  revive: 'Send us the code at any time and we take it up again.',
  reasons: ['Your data is spread over five systems.', 'It has to be checked line by line for other people.'],
  finding: 'You sent the same excessive request nine times in one week.',
  amount: '£15',
  feeBasis: 'one hour of copying at our usual rate.',
  alternatives: ['Ask only for what is new since our last answer.', 'Withdraw one of the requests.'],
  summary: 'You find it with this letter.',
  enclosed: ['a file with your contact details', 'a file with our e-mails'],
  delivery: 'A link that opens with the code on your phone.',
  purposes: ['to answer your enquiries', 'to run your account'],
  categories: ['contact details', 'messages'],
  recipients: ['our hosting provider', 'our accountants'],
  retention: [
    { what: 'Invoices', period: 'six years' },
    { what: 'Messages', period: 'two years' },
  ],
  sources: ['your employer gave us your work address'],
  automated: 'We make none.',
  transfers: 'There are none.',
  withheld: [
    {
      what: 'Two e-mails',
      reason: 'they are about somebody else who has not agreed (third-party exemption)',
    },
  ],
  requestKept: 'for six years after we close it',
  wasDue: '2026-12-29',
  searchedAgain: true,
  decidedByAnother: true,
  handledByAnother: true,
  lookedAfresh: true,
  alsoAsked: ['the erasure of your personal data (right to erasure), our reference DSR-2026-0051'],
  alsoOne: true,
  alsoComplains: 'CMP-2026-0007',
  alsoStops: ['an end to marketing (right to object to direct marketing), our reference DSR-2026-0052'],
  sorryFor: 'you had to write to us twice.',
  nothingWithheld: false,
  codes: '“T” stands for a telephone call.',
  searched: ['the customer database', 'the support desk'],
  identifiers: ['your name', 'the address you wrote from'],
  searchedOn: '2026-12-03',
  changes: [{ field: 'Surname', before: 'Fenwik', after: 'Fenwick', where: 'customer database' }],
  statement: 'The person disputes this entry.',
  changedOn: '2026-12-05',
  recipientsTold: 'our mailing provider.',
  refused: [
    {
      part: 'Minutes of a negotiation with you',
      reason: 'showing our intentions would harm it.',
      ground: 'Data Protection Act 2018, Schedule 2, paragraph 23.',
    },
  ],
  fulfilled: 'everything else is enclosed.',
  erased: ['your profile', 'your messages to support'],
  erasedOn: '2026-12-07',
  kept: [{ what: 'Two invoices', ground: 'tax law asks for them', until: '2032-03-31' }],
  chatLogsAction: 'we deleted the messages that named you.',
  backupsUntil: '2027-03-05',
  suppression: 'we keep your e-mail address on a list of people we do not write to.',
  restrictedOn: '2026-12-13',
  toldSomebody: true,
  restrictedData: ['your contact record', 'your order history'],
  restrictedUntil: 'until we have checked whether the data is right.',
  permittedUses: ['storing it', 'using it for legal claims'],
  liftOn: '2027-01-05',
  liftReason: 'We have checked the data and it is right.',
  grounds: ['We use the log to find fraud that would hit other customers.'],
  weighed: 'Your account was used by somebody else last year.',
  processing: 'usage statistics',
  format: 'CSV',
  notIncluded: 'Our own notes and scores.',
  stopped: ['the newsletter', 'invitations by post'],
  continues: 'Service messages about your account, which hold no advertising.',
  inTransit: 'A postcard may still reach you this week.',
  lateReason: 'we found your letter late in the wrong mailbox.',
  withdrawnBy: 'You told us so by e-mail.',
  withdrawnOn: '2026-12-09',
  doneSoFar: 'we had searched one system and changed nothing.',
  stillToDo: 'nothing is left to do.',
  issues: [
    { issue: 'Late answer.', finding: 'Upheld.', reasons: 'The mailbox was not read.' },
    { issue: 'Wrong address.', finding: 'Not upheld.', reasons: 'The address was the one you gave.' },
  ],
  remedy: 'We say sorry and answer your request this week.',
  lessons: 'Two people now read the mailbox.',
  clientName: 'Harbour Fairs',
  clientContact: 'privacy@harbourfairs.example',
  forwardedOn: '2026-11-27',
  terminatedOn: '2026-10-01',
  returned: ['an export of the workspace'],
  returnBy: '2027-01-08',
  deleteBy: '2027-02-12',
  returnedOn: '2026-11-10',
  confirmedOn: '2026-11-13',
  deletionAskedOn: '2026-11-16',
  deletedOn: '2026-12-11',
  anonymised: 'visitor counts, without any way back to a person.',
  subProcessors: 'the hosting provider has confirmed deletion.',
  ceiling: '2027-11-16',
  recipientName: 'Mail House Ltd',
  decision: 'our system put your stand last in the queue.',
  logic: 'it adds up points for early payment and for earlier visits; yours were missing.',
  reviewer: 'the head of our event team.',
  representations: 'you showed us an early transfer; that counted for you.',
  decisionNow: 'your stand is third in the queue, because the payment now counts.',
  concerned: 'customer number 7788',
  action: 'please erase this record.',
  ...remaining,
};

/** Facts with which a template makes a good letter, under the law of one regime. */
const grounds: Readonly<Record<string, string>> = {
  uk: 'Data Protection Act 2018, Schedule 2, paragraph 23.',
  eu: 'Article 15(4) of the GDPR.',
  ch: 'Article 26(1)(b) of the revFADP.',
};

export const goodFacts = (template: Template, regime: string): LetterFacts => {
  const [right = 'access'] = template.rights;
  const law = lawOf(regime);
  const wording = rightWordings[right];
  const [row] = law.answer;
  if (row === undefined) throw new Error('no clock');
  const asks = template.moment === 'ask' && template.id !== 'chaser';
  const pauses = law.grounds.letters.pause !== undefined && template.id === 'clarification';
  return {
    ...invented,
    ...factsOfLaw({
      regime: law,
      jurisdiction: 'default',
      right,
      period: row.period,
      stated: undefined,
      company: invented.company ?? null,
      contact: invented.contact ?? null,
    }),
    rightName: wording.name,
    nextSteps: wording.nextSteps,
    meanwhile: wording.meanwhile,
    refused: (invented.refused ?? []).map((part) => ({ ...part, ground: grounds[regime] ?? '' })),
    ...(template.id === 'extension' ? { due: '2027-02-25' } : {}),
    legalBasis: law.grounds.objection.find(({ usual }) => usual)?.title,
    ...(template.id === 'refusal' ? { fulfilled: undefined } : {}),
    ...(template.id === 'chaser'
      ? { replyBy: '2026-12-26', howCounted: invented.howCounted?.slice(0, 1) }
      : {}),
    pauses,
    restarts: asks && regime === 'uk' && !pauses,
    keepsRunning: template.moment === 'ask' && regime !== 'uk',
    ...(template.id.startsWith('marketing') || template.id === 'consent-withdrawn' ? { due: undefined } : {}),
  };
};
