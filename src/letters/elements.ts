/** The table of what letters have to say and how it is recognised. */
import type { FactName } from './fact-fields.ts';

/**
 * What a letter has to say, and how it is recognised in a text that a person may have edited. All `words` (alternatives
 * apart by `|`) and `fact` stand in one paragraph; every entry of `list` stands somewhere.
 */
export type Element = {
  readonly label: string;
  readonly words?: readonly string[];
  readonly fact?: FactName;
  readonly list?: FactName;
  /** Asked for only when this fact is there, or only when it is not. */
  readonly when?: FactName;
  readonly unless?: FactName;
  /** Where it stands, for the elements that come from a shared part. */
  readonly where?: string;
};

const elements = {
  // Every letter: date, reference, sender, the right by its name, the right addressee, an accessible format.
  letter_date: { label: 'the date', words: ['date:|reference'], fact: 'letterDate', where: 'Date:' },
  reference: { label: 'the case number', words: ['reference'], fact: 'reference' },
  company: { label: 'who writes', fact: 'company' },
  contact: { label: 'how to reach us', fact: 'contact' },
  right_named: { label: 'the right, by its name', fact: 'rightName' },
  addressee: { label: 'who is addressed', words: ['dear'], fact: 'personName', where: 'Dear ' },
  other_format: {
    label: 'the offer of another format',
    words: ['another format|large print|other format'],
    where: 'in another format',
  },

  // Where to turn: the sentences stand in the data of the regime; each of them has to be there.
  remedies: {
    label: 'every way to complain and to go to court',
    list: 'remedies',
    where: '{{#each remedies}}',
  },
  remedies_beyond_us: {
    label: 'the authority and the court',
    list: 'remediesBeyondUs',
    where: '{{#each remediesBeyondUs}}',
  },

  // The clock.
  receipt_date: { label: 'the date of receipt', words: ['receiv|reached us'], fact: 'received' },
  due_date: {
    label: 'the due date',
    words: ['answer|reply|respond|by'],
    fact: 'due',
    when: 'due',
    unless: 'isLate',
  },
  how_counted: { label: 'how the date was counted', list: 'howCounted', when: 'due', unless: 'isLate' },
  no_due_date: { label: 'why there is no date yet', fact: 'noDueReason', when: 'noDueReason' },
  asked_on: { label: 'the date of our question', words: ['ask'], fact: 'askedOn' },
  fee_terms: { label: 'what silence about the fee means', fact: 'feeTerms', when: 'feeTerms' },
  clock_begins: {
    label: 'that the time begins when the answer comes',
    words: ['month|period|days', 'begins|starts'],
    fact: 'askedOn',
    when: 'restarts',
  },
  clock_paused: {
    label: 'that the time is paused',
    words: ['pause|not counted|do not count', 'from|until'],
    fact: 'askedOn',
    when: 'pauses',
  },
  clock_running: {
    label: 'that the time keeps running',
    words: ['keeps running|runs on|does not stop|does not pause'],
    fact: 'due',
    when: 'keepsRunning',
  },
  clock_ended: {
    label: 'that the time has ended',
    words: ['ended|over', 'sorry|apolog'],
    fact: 'due',
    when: 'isLate',
  },
  new_due_date: { label: 'the new date', words: ['answer|by'], fact: 'due' },
  was_due: {
    label: 'when the answer was due',
    words: ['due|answered|told|by'],
    fact: 'wasDue',
    when: 'isLate',
  },
  effective_on: { label: 'the date from which it applies', words: ['from|since|on'], fact: 'effectiveOn' },

  // Acknowledging and asking.
  right_understood: { label: 'the right as we understand it', words: ['underst'], fact: 'rightName' },
  what_next: { label: 'what happens next', list: 'nextSteps' },
  need_from_you: { label: 'whether we need anything', words: ['we (?:do not |also )?need'] },
  complaint_form: { label: 'the lines of the form', words: ['what went wrong'] },
  any_way: { label: 'that any other way will do', words: ['own words'] },
  narrow_or_withdraw: { label: 'that it may be narrowed or withdrawn', words: ['narrow', 'withdraw'] },
  also_asked: {
    label: 'what else was asked for, with its reference',
    list: 'alsoAsked',
    when: 'alsoAsked',
  },
  also_stops: {
    label: 'what else stops at once, with its reference',
    words: ['stop it now|stops now|at once'],
    list: 'alsoStops',
    when: 'alsoStops',
  },
  also_complains: {
    label: 'that the complaint is looked into, with its reference',
    words: ['look into'],
    fact: 'alsoComplains',
    when: 'alsoComplains',
  },
  looked_into: { label: 'that it will be looked into', words: ['look into|investigate'] },
  updates: { label: 'how updates come', fact: 'updates' },
  progress: { label: 'where we are', fact: 'progress' },
  doubt: { label: 'why there is doubt', fact: 'doubt' },
  accepted: { label: 'what we accept', list: 'accepted' },
  minimum: {
    label: 'that one of them is enough',
    words: ['any one|one of|whichever'],
    unless: 'onlyOneWay',
  },
  secure_route: { label: 'a secure way to send it', fact: 'secureRoute' },
  authority_kept: { label: 'that the authority is kept as proof', words: ['keep', 'proof'] },
  copies_deleted: { label: 'that copies are deleted', words: ['cop(?:y|ies)', 'delet|destroy'] },
  authority: {
    label: 'that authority is needed, and why',
    words: ['authority|permission', 'because|so that'],
  },
  unclear: { label: 'what is unclear', fact: 'unclear' },
  suggestions: { label: 'suggestions', list: 'suggestions' },
  scope_is_theirs: {
    label: 'that the full scope remains their choice',
    words: ['everything|whole|full', 'choice|choose|entitled'],
  },
  interim: { label: 'what we send meanwhile', fact: 'interim' },
  on_silence: { label: 'what happens on silence', fact: 'ifSilent' },
  extension_ground: { label: 'what the law says of more time', fact: 'extensionRule' },
  reasons: { label: 'the reasons, with facts', list: 'reasons' },
  finding: { label: 'the finding', words: ['unfounded|excessive'], fact: 'finding' },
  amount: { label: 'the amount', fact: 'amount' },
  fee_basis: { label: 'the basis of the amount', fact: 'feeBasis' },
  alternatives: { label: 'alternatives', list: 'alternatives' },

  // Access, Art 15(1)-(2).
  confirms_processing: { label: 'confirmation', words: ['confirm', 'process|hold|use'] },
  enclosed: { label: 'what is enclosed', list: 'enclosed' },
  purposes: { label: 'purposes (a)', list: 'purposes' },
  categories: { label: 'categories (b)', list: 'categories' },
  recipients: { label: 'recipients (c)', list: 'recipients' },
  retention: { label: 'how long it is kept (d)', list: 'retention' },
  other_rights: { label: 'the other rights (e)', words: ['correct', 'erase', 'restrict', 'object'] },
  sources: { label: 'the source (g)', list: 'sources' },
  automated: { label: 'automated decisions (h)', fact: 'automated' },
  transfers: { label: 'transfers and safeguards (15(2))', fact: 'transfers' },
  withheld: {
    label: 'what was withheld, and why',
    words: ['withh[eo]ld|left out'],
    list: 'withheld',
    when: 'withheld',
  },
  nothing_withheld: {
    label: 'that nothing was withheld',
    words: ['nothing', 'withh[eo]ld'],
    when: 'nothingWithheld',
  },
  codes: { label: 'how to read it', fact: 'codes' },
  search: { label: 'the search', list: 'searched' },

  // Decisions taken by machines alone.
  decision: { label: 'the decision that was taken', fact: 'decision' },
  logic: { label: 'how the machine came to it', fact: 'logic' },
  reviewer: { label: 'who looked again, and that they may change it', fact: 'reviewer' },
  representations: { label: 'what the person said, and how it counted', fact: 'representations' },
  decision_now: { label: 'what holds now, and why', fact: 'decisionNow' },
  contest_again: { label: 'that they may go on contesting it', words: ['disagree|contest'] },

  // The other rights.
  changes: { label: 'fields before and after', list: 'changes', when: 'changes' },
  statement: { label: 'the statement on the record', fact: 'statement', unless: 'changes' },
  changed_on: { label: 'when it was changed', fact: 'changedOn' },
  recipients_told: { label: 'recipients told', fact: 'recipientsTold' },
  names_on_request: {
    label: 'that recipients are named on request',
    words: ['names|who they are', '\\bask'],
    when: 'toldSomebody',
  },
  erased: { label: 'what was erased', list: 'erased' },
  erased_on: { label: 'when it was erased', words: ['erased'], fact: 'erasedOn' },
  kept: { label: 'what is kept, ground and period', words: ['\\bkept\\b|\\bkeep\\b'], list: 'kept' },
  backups: { label: 'backups and their expiry', words: ['backup'], fact: 'backupsUntil' },
  backups_beyond_use: { label: 'that backups are not restored', words: ['backup', 'restore|beyond use'] },
  suppression: { label: 'the suppression record', fact: 'suppression', when: 'suppression' },
  policy_invoices: { label: 'the policy on invoices', list: 'invoicesQuote', when: 'invoicesQuote' },
  chat_logs_action: { label: 'what was done in chat logs', fact: 'chatLogsAction', when: 'chatLogsAction' },
  searched_again: {
    label: 'that it was looked for again',
    words: ['searched again'],
    when: 'searchedAgain',
  },
  policy_backups: { label: 'the policy on backups', list: 'backupsQuote', when: 'backupsQuote' },
  policy_client_data: { label: 'the policy on client data', list: 'retentionQuote', when: 'retentionQuote' },
  restricted_on: {
    label: 'since when it is restricted',
    words: ['from|since|on'],
    fact: 'restrictedOn',
  },
  restricted_data: { label: 'what is restricted', list: 'restrictedData' },
  permitted_uses: { label: 'permitted uses', list: 'permittedUses' },
  restricted_until: { label: 'until when', fact: 'restrictedUntil' },
  notice_before_lifting: { label: 'notice before lifting', words: ['before', 'lift', 'tell|write'] },
  lift_on: { label: 'when the restriction ends', words: ['restriction|lift'], fact: 'liftOn' },
  lift_reason: { label: 'why the restriction ends', fact: 'liftReason' },
  processing: { label: 'the processing concerned', fact: 'processing' },
  legal_basis: { label: 'its legal basis', fact: 'legalBasis', when: 'legalBasis' },
  stopped: { label: 'what has stopped', list: 'stopped' },
  compelling_grounds: { label: 'the compelling grounds', words: ['compelling|legal claims'] },
  grounds: { label: 'each ground spelled out', list: 'grounds' },
  balancing: { label: 'what was weighed', fact: 'weighed' },
  format: { label: 'the format', fact: 'format' },
  delivery: { label: 'the route', fact: 'delivery' },
  not_included: { label: 'what is not included', fact: 'notIncluded' },
  continues: { label: 'what continues', fact: 'continues' },
  earlier_lawful: { label: 'that earlier use stays lawful', words: ['before', 'lawful'] },
  consent_again: { label: 'how to consent again', words: ['consent again|agree again'] },
  in_transit: { label: 'mail already on its way', fact: 'inTransit', when: 'inTransit' },

  // Clients, refusals, ends.
  plan_return: { label: 'by when it is returned', words: ['back'], fact: 'returnBy' },
  plan_delete: { label: 'by when it is deleted', words: ['delet'], fact: 'deleteBy' },
  named_person: { label: 'the question to whom it goes', words: ['name somebody'] },
  returned: { label: 'what was returned', list: 'returned' },
  returned_on: { label: 'when it was returned', fact: 'returnedOn' },
  confirm_and_ask: { label: 'the two confirmations we need', words: ['confirm', 'delet', 'in writing'] },
  confirmed_on: { label: 'when receipt was confirmed', words: ['confirm'], fact: 'confirmedOn' },
  deletion_asked_on: { label: 'when deletion was asked for', words: ['ask'], fact: 'deletionAskedOn' },
  deleted_on: { label: 'when it was deleted', words: ['delet'], fact: 'deletedOn' },
  anonymised: { label: 'what was anonymised', fact: 'anonymised', when: 'anonymised' },
  sub_processors: { label: 'sub-processors', fact: 'subProcessors' },
  ceiling: { label: 'the last day under the policy', fact: 'ceiling' },
  refused: { label: 'what is refused, with a reason for each part', list: 'refused' },
  fulfilled: { label: 'what we have done', fact: 'fulfilled', when: 'fulfilled' },
  none_processed: { label: 'that none is held', words: ['do not (?:hold|process)|hold no|no personal data'] },
  identifiers: { label: 'details searched for', list: 'identifiers' },
  searched_on: { label: 'date of the search', fact: 'searchedOn' },
  other_identifiers: {
    label: 'the offer to search again',
    words: ['other|another', 'search again|look again'],
  },
  record_kept: { label: 'the record we keep', words: ['record', 'keep'] },
  withdrawn_by: { label: 'who withdrew, and how', fact: 'withdrawnBy' },
  withdrawn_on: { label: 'when it was withdrawn', words: ['withdr[ae]w'], fact: 'withdrawnOn' },
  done_so_far: { label: 'what was done', fact: 'doneSoFar' },
  ask_again: { label: 'that they may ask again', words: ['ask again|new request'] },
  still_to_do: { label: 'what we must still do', fact: 'stillToDo' },
  missing: { label: 'what is missing', fact: 'missing' },
  chased_on: { label: 'the dates of our reminders', list: 'chasedOn' },
  revive: { label: 'how to take it up again', fact: 'revive' },
  apology: { label: 'the apology', words: ['sorry|apolog'], when: 'isLate' },
  late_reason: { label: 'why it is late', fact: 'lateReason', when: 'isLate' },
  issues: { label: 'each issue, finding and reasons', list: 'issues' },
  remedy: { label: 'what puts it right', fact: 'remedy' },
  lessons: { label: 'what we change', fact: 'lessons' },
  stops_now: { label: 'that it stops at once', words: ['stop', 'now|at once|straight away'] },
  first_free: { label: 'that the first copy is free', words: ['first copy', 'free'] },
  clock_untouched: { label: 'that the date stays', words: ['does not change'] },
  request_kept: { label: 'how long the request itself is kept', fact: 'requestKept' },
  direct_transfer: {
    label: 'whether it goes straight to somebody else',
    fact: 'directTransfer',
    when: 'directTransfer',
  },
  client_named: { label: 'who decides', fact: 'clientName' },
  client_contact: { label: 'how to reach them', fact: 'clientContact' },
  forwarded_on: { label: 'when it was passed on', words: ['pass|sent|forward'], fact: 'forwardedOn' },
  why_forwarded: { label: 'why we pass it on', words: ['instructions|on behalf of'] },
  recipient_named: { label: 'who is addressed', fact: 'recipientName', where: 'To: ' },
  right_article: { label: 'the article the change rests on', fact: 'rightArticle' },
  article_19: { label: 'the duty (Art 19)', words: ['article 19'] },
  concerned: { label: 'the record concerned', fact: 'concerned' },
  action: { label: 'what to do', fact: 'action' },
  confirm_back: { label: 'the request to confirm', words: ['confirm|let us know', 'done'] },
} as const satisfies Readonly<Record<string, Element>>;

export type ElementId = keyof typeof elements;

export const isElementId = (id: string): id is ElementId => Object.hasOwn(elements, id);

export const elementOf = (id: ElementId): Element => elements[id];

export type LetterAudience = 'person' | 'client' | 'recipient';

const common = ['letter_date', 'reference', 'company', 'contact'] as const;

/** What every letter to this audience has to say. */
export const commonElements: Readonly<Record<LetterAudience, readonly ElementId[]>> = {
  person: [...common, 'right_named', 'addressee', 'other_format'],
  client: [...common, 'right_named', 'addressee'],
  recipient: [...common, 'recipient_named'],
};

export type Remedies = 'all' | 'regulator' | 'none';

/** A complaint's outcome sends people on to the regulator and the court, not back to us. */
export const remedyElements: Readonly<Record<Remedies, readonly ElementId[]>> = {
  all: ['remedies'],
  regulator: ['remedies_beyond_us'],
  none: [],
};
