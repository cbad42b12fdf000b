/** What the register of each history holds, and what a person types into its letter: from the history alone. */
import type { Play, Played } from './histories.ts';

const found = (day: string, system: string): Played => [
  day,
  { type: 'search_logged', entry: `f${day}${system}`, system, result: 'found' },
];
const nothing = (day: string, system: string): Played => [
  day,
  { type: 'search_logged', entry: `n${day}${system}`, system, result: 'not_found' },
];
const exempted = (day: string, exemption: string): Played => [
  day,
  { type: 'exemption_logged', entry: `e${exemption}`, exemption },
];
const blacked = (day: string, reason: string, items: number): Played => [
  day,
  { type: 'redaction_logged', entry: `r${reason}`, reason, items },
];
const told = (day: string, recipient: string): Played => [
  day,
  { type: 'recipient_told', entry: `t${recipient}`, recipient, result: 'told' },
];
const toldNobody = (day: string): Played => [
  day,
  { type: 'recipient_told', entry: 'tn', recipient: 'nobody', result: 'no_recipients' },
];
const asksWho = (day: string): Played => [
  day,
  {
    type: 'identity_requested',
    sentAt: `${day}T09:00:00Z`,
    doubt: 'unknown_address',
    method: 'known_facts',
    reasonable: true,
  },
];
const shownWho = (day: string): Played => [
  day,
  { type: 'identity_received', receivedAt: `${day}T09:00:00Z`, method: 'known_facts' },
];
const asksWhat = (day: string): Played => [
  day,
  {
    type: 'clarification_requested',
    sentAt: `${day}T09:00:00Z`,
    about: 'information',
    reasonable: true,
    pauses: true,
  },
];
const saidWhat = (day: string): Played => [
  day,
  { type: 'clarification_received', receivedAt: `${day}T09:00:00Z` },
];
const extended = (day: string, reason: string): readonly Played[] => [
  [day, { type: 'approval_requested', id: 'a1', proposal: { kind: 'extension', reason } }],
  [day, { type: 'approval_given', id: 'a1', kind: 'extension' }],
  [day, { type: 'extended', reason, noticeSentAt: `${day}T09:00:00Z`, proof: 'email_sent' }],
];
const agreedExtension = (day: string, reason: string): readonly Played[] => extended(day, reason).slice(0, 2);
const restricted = (day: string, ground: string): Played => [day, { type: 'restricted', ground }];
const erased = (day: string): readonly Played[] => [
  [day, { type: 'deletion_approved' }],
  [day, { type: 'task_done', task: 'delete', result: 'done' }],
];
const fee = (day: string, pence: number, reasons: string): readonly Played[] => [
  [
    day,
    {
      type: 'approval_requested',
      id: 'f1',
      proposal: { kind: 'fee', finding: 'excessive', pence },
      personal: { reasons },
    },
  ],
];
const looked = (day: string): Played => [day, { type: 'task_done', task: 'human-look', result: 'done' }];

/** Article 15(1) and (2) of a small company of fairs, where a history does not say it otherwise. */
const about15 = {
  purposes: 'to run the fairs you visit',
  categories: 'contact details and orders',
  recipients: 'our hosting provider',
  retention: 'orders | 6 years',
  sources: 'yourself',
  automated: 'We make no decisions about you by machines alone.',
  transfers: 'There are none.',
  codes: 'There are no codes in it that need to be explained.',
};

export const plays: Readonly<Record<string, Play>> = {
  'h-001': { letter: 'acknowledgement', right: 'access', typed: {} },
  'h-002': {
    letter: 'acknowledgement',
    right: 'erasure',
    channel: 'chat',
    typed: { meanwhile: 'the messages have stopped; you get no more of them.' },
  },
  'h-003': { letter: 'acknowledgement', right: 'access', channel: 'phone', typed: {} },
  'h-004': {
    letter: 'identity-request',
    right: 'access',
    typed: {
      doubt: 'you wrote from an address that we do not know, and what you ask for must reach nobody else.',
      accepted: 'your order number with the last four digits of the telephone number given at booking',
    },
  },
  'h-005': {
    letter: 'authority-request',
    right: 'access',
    agent: true,
    typed: { accepted: 'a signed authority from the person you write for' },
  },
  'h-006': {
    letter: 'clarification',
    right: 'access',
    typed: {
      unclear: 'you ask for all e-mails in which you are mentioned; about 61,000 come up.',
      suggestions: 'the period that you mean\nthe persons\nthe matters',
      interim: 'your personnel file and the last two years, with which we begin.',
      ifSilent: 'we carry out a reasonable and proportionate search.',
    },
  },
  'h-007': {
    letter: 'clarification',
    right: 'access',
    typed: {
      unclear:
        'three lines are recorded and nothing is filed by name, so we need the telephone number you called from.',
      suggestions: 'the telephone number\nroughly the day',
      interim: 'what we find under your account.',
    },
  },
  'h-008': {
    letter: 'extension',
    right: 'access',
    events: [asksWhat('2026-03-06'), saidWhat('2026-03-16'), ...agreedExtension('2026-03-30', 'complexity')],
    typed: {
      reasons: 'It is complex: 9,400 e-mails, many about other staff who must be protected.',
      interim: 'your personnel file, which is sent with this letter.',
    },
    otherwise: {
      '12 June 2026':
        'Art 12A(5): 6 to 16 March are eleven days with both ends, so the extended time ends on Saturday 13 June and rolls to Monday 15 June; 12 June is the date without the day of the answer, which the explanation names',
    },
  },
  'h-009': {
    letter: 'extension',
    right: 'access',
    channel: 'letter',
    events: agreedExtension('2026-02-10', 'complexity'),
    typed: {
      reasons: 'Log data of nine years in two retired systems has to be made readable.',
      interim: 'nothing yet; the deletion that you ask for follows the access.',
    },
  },
  'h-010': {
    letter: 'extension',
    right: 'access',
    channel: 'letter',
    events: agreedExtension('2026-03-27', 'complexity'),
    typed: {
      reasons: 'Boxes are in an outside archive and must be fetched.',
      interim: 'nothing; everything lies in the archive.',
    },
    otherwise: {
      '8 May 2026':
        'the Ordinance sets no length (DPO Art 18(2)); our own limit is sixty days in all, which ends on Saturday 2 May and rolls to Monday 4 May: stricter than the law',
    },
  },
  'h-011': {
    letter: 'fee',
    right: 'access',
    channel: 'letter',
    events: fee(
      '2026-07-09',
      3500,
      'manifestly excessive: it repeats requests answered on 30 April 2026 and 12 June 2026, with nothing new since.',
    ),
    typed: {
      amount: '£35',
      feeBasis: 'one and a half hours of the copy room, and postage.',
      alternatives: 'Ask only for what is new since our last answer.',
    },
  },
  'h-012': {
    letter: 'fee',
    right: 'access',
    channel: 'letter',
    typed: {
      finding: '118 visits have to be looked for by hand in pictures held on tape.',
      amount: 'CHF 240',
      feeBasis: 'the hours of the search; the law allows 300 francs at most.',
      alternatives: 'Name the visits that matter to you.',
    },
  },
  'h-013': {
    letter: 'access-answer',
    right: 'access',
    systems: ['Ticket shop', 'Badge scans', 'Newsletter'],
    events: [
      found('2026-03-20', 's0'),
      found('2026-03-20', 's1'),
      found('2026-03-20', 's2'),
      blacked('2026-03-21', 'none_needed', 0),
    ],
    typed: {
      ...about15,
      enclosed: 'two orders\none badge scan by the exhibitor Quillmark Lenses\none newsletter entry',
      recipients: 'the exhibitor Quillmark Lenses\nour print shop for badges\nour mail provider in Ireland',
      retention: 'orders | 6 years\nscans | 24 months',
      sources: 'yourself\nthe scan of the exhibitor Quillmark Lenses',
    },
  },
  'h-014': {
    letter: 'access-answer',
    right: 'access',
    channel: 'phone',
    systems: ['Gate pictures', 'Tickets'],
    events: [nothing('2026-05-12', 's0'), found('2026-05-12', 's1')],
    typed: {
      ...about15,
      summary: 'No picture of your plate exists any more.',
      enclosed: 'the time of your entry ticket',
      purposes: 'to take the parking fee',
      categories: 'pictures of number plates, and the time of entry',
      recipients: 'nobody',
      retention: 'pictures | 72 hours, then they are overwritten',
      automated: 'No automated decision is taken.',
    },
  },
  'h-015': {
    letter: 'access-answer',
    right: 'access',
    channel: 'letter',
    agent: true,
    systems: ['Registrations'],
    events: [
      ['2026-04-28', { type: 'authority_requested', sentAt: '2026-04-28T09:00:00Z' }],
      ['2026-04-28', { type: 'authority_received', receivedAt: '2026-04-28T09:30:00Z' }],
      found('2026-05-05', 's0'),
    ],
    typed: {
      ...about15,
      enclosed: 'one registration form\ntwo allergy notes\nfour photographs that show only Milo',
      sources: 'you',
    },
  },
  'h-016': {
    letter: 'access-answer',
    right: 'access',
    systems: ['Gate notes'],
    events: [
      asksWho('2026-04-15'),
      shownWho('2026-04-21'),
      found('2026-05-04', 's0'),
      blacked('2026-05-06', 'third_party', 3),
      exempted('2026-05-06', 'privilege'),
    ],
    typed: {
      ...about15,
      enclosed: 'eleven pages',
      withheld:
        'names on three pages | they belong to other people who have not agreed, and it is not reasonable to name them (Data Protection Act 2018, Schedule 2, paragraph 16)\none e-mail from our solicitor | legal professional privilege (Schedule 2, paragraph 19)',
    },
  },
  'h-017': {
    letter: 'access-answer',
    right: 'access',
    systems: ['Mailboxes'],
    events: [
      asksWhat('2026-03-06'),
      saidWhat('2026-03-16'),
      ...extended('2026-03-30', 'complexity'),
      found('2026-05-20', 's0'),
      blacked('2026-05-28', 'third_party', 40),
      exempted('2026-05-28', 'confidential_references'),
      exempted('2026-05-28', 'management_forecasts'),
    ],
    typed: {
      ...about15,
      enclosed: '1,312 documents',
      withheld:
        'names and private remarks of colleagues | they belong to other people (Data Protection Act 2018, Schedule 2, paragraph 16)\na reference | it was given in confidence (Schedule 2, paragraph 24)\ntwo papers on planning | showing them would harm plans that are not yet announced (Schedule 2, paragraph 22)',
    },
  },
  'h-018': {
    letter: 'access-answer',
    right: 'access',
    systems: ['Support desk'],
    events: [found('2026-03-10', 's0'), blacked('2026-03-12', 'rights_of_others_in_copy', 4)],
    typed: {
      ...about15,
      enclosed: 'your support chats\nour internal notes on them',
      withheld:
        'surnames of three agents | the rights of others (Article 15(4) of the GDPR)\npart of a chat of another customer that was filed by mistake | the rights of others (Article 15(4) of the GDPR)',
    },
  },
  'h-019': {
    letter: 'access-answer',
    right: 'access',
    channel: 'letter',
    systems: ['Outside archive'],
    events: [
      ...extended('2026-03-27', 'complexity'),
      found('2026-04-28', 's0'),
      blacked('2026-04-29', 'third_party', 2),
    ],
    typed: {
      ...about15,
      enclosed: 'the records of your employment',
      withheld:
        'name and address of a witness in two statements | overriding interests of third parties (Article 26(1)(b) of the revFADP)',
      lateReason: 'the archive needed longer than the sixty days that we allow ourselves.',
    },
  },
  'h-020': {
    letter: 'access-answer',
    right: 'access',
    systems: ['Accounts', 'Call notes'],
    events: [found('2026-05-18', 's0'), found('2026-05-18', 's1'), exempted('2026-05-20', 'negotiations')],
    typed: {
      ...about15,
      enclosed: 'your account\nthe calls and reminders',
      withheld:
        'two papers | they show our intentions in the negotiations with you and would prejudice them (Data Protection Act 2018, Schedule 2, paragraph 23)',
    },
  },
  'h-021': {
    letter: 'access-answer',
    right: 'access',
    channel: 'web_form',
    systems: ['Counselling files'],
    events: [found('2026-06-15', 's0'), exempted('2026-06-18', 'serious_harm')],
    typed: {
      ...about15,
      summary: 'Your therapist will gladly talk it through with you.',
      enclosed: 'your counselling file',
      withheld:
        'one page of session notes | a health professional advises against giving it out (Data Protection Act 2018, Schedule 3, Part 2)',
    },
  },
  'h-022': {
    letter: 'access-answer',
    right: 'access',
    systems: ['Matching tool'],
    events: [found('2026-03-20', 's0'), exempted('2026-03-25', 'rights_of_others_in_copy')],
    typed: {
      ...about15,
      enclosed: 'your data\na page on the tool',
      automated: 'The matching tool ranks by five factors; the page explains them and their rank.',
      withheld:
        'source code and exact weights | they are trade secrets, and the logic is explained without them (Article 15(4) and recital 63 of the GDPR)',
    },
  },
  'h-023': {
    letter: 'refusal',
    right: 'access',
    channel: 'letter',
    typed: {
      refused:
        'every document once more | this request is manifestly unfounded: you offer to withdraw it against money and say that you mean to cause work. | Article 12(5) of the UK GDPR.',
    },
  },
  'h-024': {
    letter: 'refusal',
    right: 'access',
    typed: {
      refused:
        'details of somebody else | they are not your own data and nothing shows that the person allows it; the police or your insurer can ask. | Article 15(1) and (4) of the UK GDPR.',
    },
  },
  'h-025': {
    letter: 'refusal',
    right: 'erasure',
    events: [exempted('2026-05-15', 'legal_obligation')],
    typed: {
      refused:
        'your invoice of 2023 with its address | tax law obliges us to keep invoices until the end of 2030; it is locked for any other use. | Article 17(3)(b) of the GDPR.',
    },
  },
  'h-026': {
    letter: 'erasure-answer',
    right: 'erasure',
    channel: 'chat',
    events: [...erased('2026-08-19'), told('2026-08-19', 'Loomery Ltd'), told('2026-08-19', 'Finchbox Ltd')],
    typed: {
      erased: 'your data in the app\nyour data in the customer database\nyour data in the mail tool',
      backupsUntil: '18 September 2026',
      suppression: 'we keep your address on a suppression list, the smallest entry that does.',
    },
  },
  'h-027': {
    letter: 'erasure-answer',
    right: 'erasure',
    events: [exempted('2026-07-01', 'legal_obligation'), ...erased('2026-07-08'), toldNobody('2026-07-08')],
    typed: {
      erased: 'your profile\nyour scans\nyour class history',
      kept: 'two invoices | tax law obliges us to (Article 17(3)(b) of the UK GDPR) | 5 April 2032',
      backupsUntil: '8 August 2026',
      suppression: 'we keep your e-mail address on the suppression list.',
    },
  },
  'h-028': {
    letter: 'erasure-answer',
    right: 'erasure',
    channel: 'letter',
    events: [exempted('2026-10-20', 'legal_claims'), ...erased('2026-10-26'), toldNobody('2026-10-26')],
    typed: {
      erased: 'photographs\nvisits\nthe survey',
      kept: 'account and inventory | we need them for legal claims (Article 17(3)(e) of the UK GDPR) | the claim is settled; we tell you when',
      backupsUntil: '26 November 2026',
      suppression: '',
    },
  },
  'h-029': {
    letter: 'erasure-answer',
    right: 'erasure',
    channel: 'web_form',
    events: [exempted('2026-04-20', 'legal_obligation'), ...erased('2026-04-23'), toldNobody('2026-04-23')],
    typed: {
      erased: 'your customer account',
      kept: 'accounting vouchers of 2021 to 2025, with locked access | Article 958f of the Code of Obligations asks for ten years | ten years after each business year',
      backupsUntil: '23 May 2026',
    },
  },
  'h-030': {
    letter: 'erasure-answer',
    right: 'erasure',
    channel: 'chat',
    events: [...erased('2026-06-02'), toldNobody('2026-06-02')],
    typed: { erased: 'your account\nyour posts', backupsUntil: '2 July 2026', suppression: '' },
  },
  'h-031': {
    letter: 'rectification-answer',
    right: 'rectification',
    channel: 'letter',
    events: [
      exempted('2026-02-24', 'accurate'),
      ['2026-02-24', { type: 'task_done', task: 'correct', result: 'done' }],
      told('2026-02-24', 'the badge print shop'),
      told('2026-02-24', 'three exhibitors'),
    ],
    typed: {
      sorryFor: 'you had to write to us twice before.',
      changes: 'Surname | Wojchovska | Wojciechowska | badge printing, customer database, mail tool',
      refused:
        'the printed list of 2019 | it is printed and cannot be taken back. | It is a correct record of what was printed.',
    },
  },
  'h-032': {
    letter: 'rectification-answer',
    right: 'rectification',
    events: [
      ['2026-03-23', { type: 'task_done', task: 'correct', result: 'done' }],
      told('2026-03-23', 'our mail provider'),
      told('2026-03-23', 'the survey partner'),
    ],
    typed: {
      sorryFor: 'this entry should never have been made.',
      changes: 'Status | deceased | active | customer database',
    },
  },
  'h-033': {
    letter: 'rectification-answer',
    right: 'rectification',
    channel: 'phone',
    events: [
      exempted('2026-05-18', 'accurate'),
      ['2026-05-18', { type: 'task_done', task: 'correct', result: 'done' }],
      toldNobody('2026-05-18'),
    ],
    typed: {
      statement: 'your own words stand next to the note.',
      refused:
        'the removal of the note | it records what an employee thought at the time and is marked as an opinion. | Article 16 of the UK GDPR.',
    },
  },
  'h-034': {
    letter: 'rectification-answer',
    right: 'rectification',
    channel: 'letter',
    events: [
      exempted('2026-06-11', 'accurate'),
      ['2026-06-11', { type: 'task_done', task: 'correct', result: 'done' }],
      toldNobody('2026-06-11'),
    ],
    typed: {
      statement: 'a note of objection, in your own words.',
      refused:
        'the change of the interview note | neither that it is right nor that it is wrong can be shown. | Article 32(3) of the revFADP.',
    },
  },
  'h-035': {
    letter: 'restriction-answer',
    right: 'restriction',
    events: [
      restricted('2026-05-06', 'accuracy_contested'),
      told('2026-05-07', 'the collection agency Tremlett Recovery'),
    ],
    typed: { restrictedData: 'the entry on arrears' },
  },
  'h-036': {
    letter: 'restriction-answer',
    right: 'restriction',
    channel: 'phone',
    events: [restricted('2026-02-07', 'needed_for_claims'), toldNobody('2026-02-08')],
    typed: { restrictedData: 'the camera pictures of 5 February 2026' },
  },
  'h-037': {
    letter: 'restriction-lifting-notice',
    right: 'restriction',
    received: '2026-05-05',
    events: [restricted('2026-05-06', 'accuracy_contested')],
    typed: {
      restrictedData: 'the entry on arrears',
      liftOn: '22 June 2026',
      liftReason:
        'we have checked the bank receipts. The entry is right save for £40, which was corrected on 12 June 2026.',
    },
  },
  'h-038': {
    letter: 'restriction-lifting-notice',
    right: 'restriction',
    received: '2026-03-10',
    agent: true,
    events: [
      ['2026-03-10', { type: 'authority_requested', sentAt: '2026-03-10T09:10:00Z' }],
      ['2026-03-10', { type: 'authority_received', receivedAt: '2026-03-10T09:30:00Z' }],
      restricted('2026-03-11', 'accuracy_contested'),
    ],
    typed: {
      restrictedData: 'the biography on our page',
      liftOn: '14 April 2026',
      liftReason: 'both facts are corrected, and the page goes online again.',
    },
  },
  'h-039': {
    letter: 'objection-upheld',
    right: 'objection',
    events: [
      ['2026-06-30', { type: 'task_done', task: 'stop', result: 'done' }],
      told('2026-06-30', 'the three firms of the workshop, whom we asked to delete the list'),
    ],
    typed: {
      processing: 'quiz answers shown with your full name.',
      stopped: 'showing names with the results',
      continues: 'results without names.',
    },
  },
  'h-040': {
    letter: 'objection-upheld',
    right: 'objection',
    channel: 'web_form',
    events: [
      ['2026-04-13', { type: 'task_done', task: 'stop', result: 'done' }],
      told('2026-04-13', 'a caching service'),
    ],
    typed: {
      processing: 'your name on the public list of exhibitors.',
      stopped: 'showing your name on the list',
    },
  },
  'h-041': {
    letter: 'objection-refused',
    right: 'objection',
    typed: {
      processing: 'the logging of your logins.',
      grounds:
        'Attacks on accounts cannot be found otherwise.\nLogs are kept for 90 days and read by two persons.',
      weighed: 'what you told us of your situation, and how little the logs show of you.',
    },
  },
  'h-042': {
    letter: 'refusal',
    right: 'objection',
    typed: {
      refused:
        'the camera at the gate | an overriding interest: there were two burglaries in 2025. The angle is limited, pictures are kept for 48 hours, and a sign stands at the gate. | Article 31 of the revFADP.',
    },
  },
  'h-043': {
    letter: 'portability-answer',
    right: 'portability',
    systems: ['Race results'],
    events: [found('2026-05-20', 's0')],
    typed: {
      enclosed: 'your race times and splits',
      format: 'CSV',
      delivery: 'by a link that works for 14 days, sent on 26 May 2026',
      directTransfer: 'we sent the same file to Tempo Track on 26 May 2026.',
      notIncluded: 'the fitness score that we calculated, which this right does not cover',
    },
  },
  'h-044': {
    letter: 'portability-answer',
    right: 'portability',
    channel: 'web_form',
    systems: ['Training app'],
    events: [found('2026-04-14', 's0')],
    typed: {
      enclosed: 'your training data',
      format: 'JSON, free of charge',
      delivery: 'by a link in your account',
      directTransfer: 'that would take an effort out of all proportion, so you receive the file yourself.',
    },
  },
  'h-045': {
    letter: 'consent-withdrawn',
    right: 'consent_withdrawal',
    events: [
      ['2026-05-07', { type: 'task_done', task: 'stop', result: 'done' }],
      told('2026-05-07', 'the exhibitor Dovecote Brewing'),
    ],
    typed: {
      stopped: 'every use of what you gave us at the tablet; noted on 7 May 2026, and the entry is attached',
      continues: 'Nothing.',
    },
  },
  'h-046': {
    letter: 'consent-withdrawn',
    right: 'consent_withdrawal',
    channel: 'phone',
    agent: true,
    events: [
      ['2026-06-09', { type: 'task_done', task: 'stop', result: 'done' }],
      told('2026-06-09', 'the video platform'),
    ],
    typed: {
      sorryFor: 'the video should never have been put online.',
      stopped: 'showing the video of the coding day, offline since 9 June 2026',
      continues: 'the class photo stays; it rests on the consent that you gave for it.',
    },
  },
  'h-047': {
    letter: 'marketing-stopped',
    right: 'direct_marketing_objection',
    channel: 'letter',
    events: [['2026-09-15', { type: 'task_done', task: 'stop', result: 'done' }]],
    typed: {
      stopped: 'post\ne-mail\ntext messages\ncalls',
      inTransit: 'a catalogue that is at the printer already may still come until 30 September 2026.',
    },
  },
  'h-048': {
    letter: 'marketing-stopped',
    right: 'direct_marketing_objection',
    events: [['2026-02-10', { type: 'task_done', task: 'stop', result: 'done' }]],
    typed: { stopped: 'offers by mail\noffers by post', effectiveOn: '10 February 2026' },
  },
  'h-049': {
    letter: 'automated-decision-answer',
    right: 'automated_decision',
    events: [looked('2026-08-03')],
    typed: {
      decision: 'the machine refused you the loan for a stand.',
      logic: 'it asked a credit agency, which had matched your old address to another person.',
      reviewer: 'our credit manager, a person, on 3 August 2026',
      representations: 'you could give your view, and showed us where you live',
      decisionNow: 'you get the loan of £4,000, because the address was wrong',
      changes: 'Address | the old one | the right one | our records and those of the credit agency',
    },
  },
  'h-050': {
    letter: 'automated-decision-answer',
    right: 'automated_decision',
    channel: 'web_form',
    events: [looked('2026-04-10')],
    typed: {
      decision: 'your application for a stall was refused by a machine in ten seconds.',
      logic: 'it compared your answers with the rule on samples and the space left.',
      reviewer: 'the head of exhibitors',
      representations: 'what you wrote on 30 March 2026 was read and weighed',
      decisionNow:
        'the refusal stays, because there is no space in your category and your answers do not meet the rule on samples',
    },
  },
  'h-051': {
    letter: 'complaint-acknowledgement',
    right: 'complaint',
    channel: 'web_form',
    typed: { updates: 'our Privacy Desk looks at it, and you hear from us by 24 July 2026.' },
  },
  'h-052': {
    letter: 'complaint-update',
    right: 'complaint',
    typed: {
      progress:
        'the sender is one of our exhibitors; we have asked it and wait for its answer until 3 August 2026.',
      updates: 'We write to you again by 7 August 2026.',
    },
  },
  'h-053': {
    letter: 'complaint-outcome',
    right: 'complaint',
    typed: {
      sorryFor: 'your number was given away without your consent.',
      issues:
        'Your mobile number was passed on. | Upheld in part. | It was given to the exhibitors of one list of an event.',
      remedy: 'The exhibitor has deleted your number.',
      lessons: 'The setting of the export was wrong; it was repaired on 4 August 2026.',
    },
  },
  'h-054': {
    letter: 'complaint-outcome',
    right: 'complaint',
    typed: {
      sorryFor: 'our answer was two months late.',
      issues:
        'The answer was late. | Upheld. | It came 61 days after the last day.\nHalf of it was blacked out. | Upheld in part. | Somebody who was not involved before looked again: two lines are released, the rest concerns other people.',
      remedy: 'The two lines are attached.',
      lessons: 'A mailbox that nobody watched is closed and replaced.',
    },
  },
  'h-055': {
    letter: 'complaint-acknowledgement',
    right: 'complaint',
    channel: 'letter',
    typed: { updates: 'our data protection adviser looks into it, and you hear from us by 8 May 2026.' },
  },
  'h-056': {
    letter: 'client-data-certificate',
    right: 'client_data_deletion',
    received: '2026-05-20',
    channel: 'letter',
    events: [
      ['2026-06-26', { type: 'client_receipt_confirmed', receivedAt: '2026-06-26T09:00:00Z' }],
      ['2026-06-30', { type: 'client_deletion_requested', receivedAt: '2026-06-30T09:00:00Z' }],
      ...erased('2026-07-10'),
    ],
    typed: {
      clientName: 'Sandmartin Events Ltd',
      addressRoute: 'by post',
      returned: 'an export of 48,212 records by secure transfer',
      returnedOn: '26 June 2026',
      deletedOn: '10 July 2026',
      erased: 'the live data of your workspace',
      anonymised: 'nothing; all of it was deleted',
      subProcessors: 'four have confirmed the deletion',
      kept: 'our own invoices and contract papers | tax and company law ask for them | six years after each year',
      backupsUntil: '9 August 2026',
    },
  },
  'h-057': {
    letter: 'client-data-plan',
    right: 'client_data_deletion',
    received: '2026-09-30',
    typed: {
      clientName: 'Seeblick Kongresse AG',
      addressRoute: 'by e-mail',
      terminatedOn: '31 December 2026',
      returnBy: '31 December 2026',
      deleteBy: '31 January 2027',
      format: 'CSV',
    },
  },
  'h-058': {
    letter: 'access-answer',
    right: 'access',
    systems: ['Mailboxes'],
    events: [found('2026-06-10', 's0'), blacked('2026-06-12', 'third_party', 4)],
    typed: {
      ...about15,
      enclosed: 'what we hold about you in our mailboxes',
      withheld:
        'names of four customers | they belong to other people (Data Protection Act 2018, Schedule 2, paragraph 16)',
      lateReason:
        'your e-mail lay in a mailbox that nobody watched after a colleague had gone. It is closed and replaced.',
    },
  },
  'h-059': {
    letter: 'access-answer',
    right: 'access',
    channel: 'letter',
    systems: ['Customer database'],
    events: [found('2026-03-02', 's0'), blacked('2026-03-02', 'none_needed', 0)],
    typed: {
      ...about15,
      enclosed: 'what we hold about you',
      lateReason: 'your letter was misrouted within our group.',
    },
  },
  'h-060': {
    letter: 'recipient-notice',
    right: 'erasure',
    received: '2026-08-03',
    events: [...erased('2026-08-19')],
    typed: {
      recipientName: 'Loomery Ltd',
      concerned: 'the badge scan of 3 May 2026 of Kuno Feddersen',
      action: 'please erase it, and confirm by 3 September 2026.',
      changedOn: '19 August 2026',
    },
  },
};
