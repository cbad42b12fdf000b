/** The table of facts that a letter may state. */
import type { Citation } from '../knowledge/answer/answer.ts';

/**
 * Every fact a letter may state, with the words a person reads when it is still missing. A date is 'YYYY-MM-DD'.
 * `personal` facts are given at the moment of filling and never stored in plain. What is `confirmed` a letter says only where
 * somebody has said that it is so; else the sentence is left out.
 */
export const factFields = {
  // Who writes, to whom, about what.
  letterDate: { kind: 'date', label: 'date of this letter' },
  reference: { kind: 'text', label: 'case number' },
  company: { kind: 'text', label: 'name of the company' },
  contact: { kind: 'text', label: 'address for privacy questions' },
  signedBy: { kind: 'text', label: 'who signs' },
  personName: { kind: 'text', label: 'name of the person', personal: true },
  addressRoute: { kind: 'text', label: 'where the letter goes', personal: true },
  forSomebodyElse: { kind: 'flag', label: 'somebody writes for the person' },
  rightName: { kind: 'text', label: 'what was asked for' },
  rightArticle: { kind: 'text', label: 'article of the law' },
  lawName: { kind: 'text', label: 'name of the law' },
  regulatorName: { kind: 'text', label: 'name of the regulator' },
  regulatorContact: { kind: 'text', label: 'how to reach the regulator' },
  remedies: { kind: 'list', label: 'where to turn' },
  remediesBeyondUs: { kind: 'list', label: 'where to turn beside us' },
  lawPeriod: { kind: 'text', label: 'time that the law gives' },
  extensionRule: { kind: 'text', label: 'what the law says of more time' },
  pauseLaw: { kind: 'text', label: 'provision on pauses' },
  feeRule: { kind: 'text', label: 'what the law says of fees' },
  copiesLaw: { kind: 'text', label: 'provision on further copies' },

  // The clock.
  received: { kind: 'date', label: 'date of receipt' },
  receivedHow: { kind: 'text', label: 'how it arrived' },
  due: { kind: 'date', label: 'due date' },
  howCounted: { kind: 'list', label: 'how the due date was counted' },
  noDueReason: { kind: 'text', label: 'why there is no due date yet' },
  previousDue: { kind: 'date', label: 'due date before the extension' },
  extensionNoticeDue: { kind: 'date', label: 'last day for telling the person' },
  refusalDue: { kind: 'date', label: 'last day for a refusal' },
  isExtended: { kind: 'flag', label: 'the time has been extended' },
  askedOn: { kind: 'date', label: 'date of our question' },
  pauses: { kind: 'flag', label: 'the question pauses the time' },
  restarts: { kind: 'flag', label: 'the month begins with the answer' },
  keepsRunning: { kind: 'flag', label: 'the time keeps running' },
  noPeriod: { kind: 'flag', label: 'the law sets no period' },
  wasDue: { kind: 'date', label: 'last day for this letter' },
  isLate: { kind: 'flag', label: 'the due date has passed' },
  effectiveOn: { kind: 'date', label: 'date from which it applies' },

  // What happens next, and what we need.
  nextSteps: { kind: 'list', label: 'what happens next' },
  alsoAsked: { kind: 'list', label: 'what else was asked for in the same letter' },
  alsoOne: { kind: 'flag', label: 'one thing more was asked for in the same letter' },
  alsoComplains: { kind: 'text', label: 'reference of the complaint in the same letter' },
  alsoStops: { kind: 'list', label: 'references of what stops at once' },
  needed: { kind: 'text', label: 'what we need from the person' },
  meanwhile: { kind: 'text', label: 'what we do meanwhile' },
  updates: { kind: 'text', label: 'how and when updates come' },
  replyBy: { kind: 'date', label: 'date by which an answer would help' },
  ifSilent: { kind: 'text', label: 'what happens if no answer comes' },
  interim: { kind: 'text', label: 'what we send meanwhile' },
  secureRoute: { kind: 'text', label: 'secure way to send it' },
  doubt: { kind: 'text', label: 'why we are not sure who is writing' },
  accepted: { kind: 'list', label: 'what we accept' },
  onlyOneWay: { kind: 'flag', label: 'one thing alone is accepted' },
  unclear: { kind: 'text', label: 'what is unclear' },
  suggestions: { kind: 'list', label: 'suggestions' },
  missing: { kind: 'text', label: 'what is missing' },
  chasedOn: { kind: 'list', label: 'dates of our reminders' },
  revive: { kind: 'text', label: 'how to take the request up again' },
  reasons: { kind: 'list', label: 'reasons, with the facts behind them' },
  finding: { kind: 'text', label: 'the finding, with its facts' },
  amount: { kind: 'text', label: 'amount of the fee' },
  feeBasis: { kind: 'text', label: 'how the fee was worked out' },
  alternatives: { kind: 'list', label: 'alternatives' },

  // The answer.
  summary: { kind: 'text', label: 'our answer' },
  enclosed: { kind: 'list', label: 'what is enclosed' },
  delivery: { kind: 'text', label: 'how the data is delivered' },
  purposes: { kind: 'list', label: 'purposes' },
  categories: { kind: 'list', label: 'categories of data' },
  recipients: { kind: 'list', label: 'recipients' },
  retention: { kind: 'rows', label: 'how long data is kept', columns: ['what', 'period'] },
  sources: { kind: 'list', label: 'where the data came from' },
  automated: { kind: 'text', label: 'automated decisions' },
  transfers: { kind: 'text', label: 'transfers abroad and their safeguards' },
  withheld: { kind: 'rows', label: 'what was withheld', columns: ['what', 'reason'] },
  nothingWithheld: { kind: 'flag', label: 'neither redaction nor exemption is recorded' },
  notSearched: { kind: 'rows', label: 'what was not searched', columns: ['what', 'reason'] },
  codes: { kind: 'text', label: 'how to read codes' },
  searched: { kind: 'list', label: 'systems searched' },
  identifiers: { kind: 'list', label: 'details searched for' },
  searchedOn: { kind: 'date', label: 'date of the search' },
  changes: { kind: 'rows', label: 'what was changed', columns: ['field', 'before', 'after', 'where'] },
  statement: { kind: 'text', label: 'statement added to the record' },
  changedOn: { kind: 'date', label: 'date of the change' },
  toldSomebody: { kind: 'flag', label: 'a recipient is recorded as told' },
  recipientsTold: { kind: 'text', label: 'recipients told, or why not' },
  refused: { kind: 'rows', label: 'what is refused', columns: ['part', 'reason', 'ground'] },
  fulfilled: { kind: 'text', label: 'what we have done or enclose' },
  erased: { kind: 'list', label: 'what was erased' },
  searchedAgain: { kind: 'confirmed', label: 'that you searched again after erasing it, and it was gone' },
  erasedOn: { kind: 'date', label: 'date of erasure' },
  kept: { kind: 'rows', label: 'what is kept', columns: ['what', 'ground', 'until'] },
  invoicesQuote: { kind: 'quote', label: 'policy on invoices' },
  chatLogsAction: { kind: 'text', label: 'what was done about names in chat logs' },
  backupsQuote: { kind: 'quote', label: 'policy on backups' },
  backupsUntil: { kind: 'date', label: 'date by which backups expire' },
  requestKept: { kind: 'text', label: 'how long the request itself is kept' },
  suppression: { kind: 'text', label: 'what stays on the suppression list' },
  restrictionOver: { kind: 'flag', label: 'a restriction ends with this answer' },
  restrictedMeanwhile: { kind: 'flag', label: 'the data was restricted meanwhile' },
  restrictedData: { kind: 'list', label: 'what is restricted' },
  restrictedOn: { kind: 'date', label: 'date from which it is restricted' },
  restrictedUntil: { kind: 'text', label: 'event that ends the restriction' },
  permittedUses: { kind: 'list', label: 'what may still be done' },
  liftOn: { kind: 'date', label: 'date of lifting' },
  liftReason: { kind: 'text', label: 'why the restriction ends' },
  grounds: { kind: 'list', label: 'compelling grounds' },
  decidedByAnother: {
    kind: 'confirmed',
    label: 'that somebody who did not design this use made the decision',
  },
  weighed: { kind: 'text', label: 'what was weighed about the person’s situation' },
  changedAnyway: { kind: 'text', label: 'what we changed all the same' },
  processing: { kind: 'text', label: 'processing concerned' },
  legalBasis: { kind: 'text', label: 'legal basis of that processing' },
  format: { kind: 'text', label: 'format of the file' },
  directTransfer: { kind: 'text', label: 'whether it can go straight to the other company' },
  notIncluded: { kind: 'text', label: 'what is not included' },
  stopped: { kind: 'list', label: 'what has stopped' },
  continues: { kind: 'text', label: 'what continues, and on which basis' },
  inTransit: { kind: 'text', label: 'messages already on their way' },

  decision: { kind: 'text', label: 'decision that was taken by a machine' },
  logic: { kind: 'text', label: 'how the machine came to the decision' },
  reviewer: { kind: 'text', label: 'role of the person who looked again' },
  lookedAfresh: {
    kind: 'confirmed',
    label:
      'that whoever looked again had no part in the decision, read everything, and was free to change it',
  },
  representations: { kind: 'text', label: 'what the person told us and how it counted' },
  decisionNow: { kind: 'text', label: 'what holds now, and why' },

  // The end of a request, complaints, clients, recipients.
  sorryFor: { kind: 'text', label: 'what else we apologise for' },
  feeTerms: { kind: 'text', label: 'what the law says of silence about the fee' },
  feeBegins: { kind: 'text', label: 'what the time begins with once there is a fee' },
  lateReason: { kind: 'text', label: 'why we are late' },
  withdrawnBy: { kind: 'text', label: 'who withdrew it, and how' },
  withdrawnOn: { kind: 'date', label: 'date of the withdrawal' },
  doneSoFar: { kind: 'text', label: 'what had been done by then' },
  stillToDo: { kind: 'text', label: 'what we must still do' },
  issues: { kind: 'rows', label: 'findings', columns: ['issue', 'finding', 'reasons'] },
  handledByAnother: { kind: 'confirmed', label: 'that somebody who was not involved looked into it' },
  remedy: { kind: 'text', label: 'what we do to put it right' },
  lessons: { kind: 'text', label: 'what we change' },
  progress: { kind: 'text', label: 'where we are' },
  clientName: { kind: 'text', label: 'name of the client', personal: true },
  clientContact: { kind: 'text', label: 'how to reach the client', personal: true },
  forwardedOn: { kind: 'date', label: 'date of forwarding' },
  terminatedOn: { kind: 'date', label: 'end of the agreement' },
  returnBy: { kind: 'date', label: 'day by which the data is returned' },
  deleteBy: { kind: 'date', label: 'day by which the data is deleted' },
  returned: { kind: 'list', label: 'what was returned' },
  returnedOn: { kind: 'date', label: 'date of return' },
  confirmedOn: { kind: 'date', label: 'date of the client’s confirmation of receipt' },
  deletionAskedOn: { kind: 'date', label: 'date of the client’s deletion request' },
  deletedOn: { kind: 'date', label: 'date of deletion' },
  anonymised: { kind: 'text', label: 'what was anonymised, and how' },
  subProcessors: { kind: 'text', label: 'sub-processors' },
  ceiling: { kind: 'date', label: 'last day under our policy' },
  retentionQuote: { kind: 'quote', label: 'policy on client data' },
  recipientName: { kind: 'text', label: 'name of the recipient' },
  concerned: { kind: 'text', label: 'record concerned', personal: true },
  action: { kind: 'text', label: 'what the recipient should do' },
} as const;

type FactFields = typeof factFields;
export type FactName = keyof FactFields;

type ValueOf<F> = F extends { readonly kind: 'rows'; readonly columns: readonly (infer C extends string)[] }
  ? readonly Readonly<Record<C, string>>[]
  : F extends { readonly kind: 'list' }
    ? readonly string[]
    : F extends { readonly kind: 'flag' | 'confirmed' }
      ? boolean
      : F extends { readonly kind: 'quote' }
        ? Citation
        : string;

/** What is known when a letter is filled. Whatever is absent shows as a gap. */
export type LetterFacts = { readonly [K in FactName]?: ValueOf<FactFields[K]> | undefined };

export type FactRow = Readonly<Record<string, string>>;
export type FactValue = string | boolean | Citation | readonly string[] | readonly FactRow[];

export const isFactName = (name: string): name is FactName => Object.hasOwn(factFields, name);

/** The columns of a table of facts; none for any other kind. */
export const columnsOf = (name: FactName): readonly string[] => {
  const field = factFields[name];
  return field.kind === 'rows' ? field.columns : [];
};

export const labelOf = (name: FactName): string => factFields[name].label;

/** The value, or undefined when there is nothing to say: blank text and empty lists count as absent, `false` too. */
export const factOf = (facts: LetterFacts, name: FactName): FactValue | undefined => {
  const value: FactValue | undefined = facts[name];
  if (value === undefined || value === false) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  return value;
};
