/** Is a stored value one of our events? The register asks this of every line it reads or writes. */
import type { CaseEvent, CaseEventType } from './case-events.ts';

type Kind = 'text' | 'number' | 'yes-no' | 'texts' | 'text-or-null' | 'instant' | 'proposal';
type Fields = Readonly<Record<string, Kind>>;

const sent: Fields = { sentAt: 'instant' };
const received: Fields = { receivedAt: 'instant' };
const answer: Fields = { outcome: 'text', sentAt: 'instant', contentHash: 'text', proof: 'text' };

const shapes: Readonly<Record<CaseEventType, Fields>> = {
  logged: {
    number: 'text',
    right: 'text',
    receivedAt: 'instant',
    timeZone: 'text',
    channel: 'text',
    regime: 'text',
    jurisdiction: 'text',
    people: 'text',
    clientWorkspace: 'yes-no',
    agent: 'yes-no',
    checklist: 'text',
    systems: 'texts',
  },
  identity_requested: { sentAt: 'instant', doubt: 'text', method: 'text', reasonable: 'yes-no' },
  identity_received: { receivedAt: 'instant', method: 'text' },
  authority_requested: sent,
  authority_received: received,
  fee_requested: { sentAt: 'instant', finding: 'text', pence: 'number' },
  fee_paid: { paidAt: 'instant' },
  clarification_requested: { sentAt: 'instant', about: 'text', reasonable: 'yes-no', pauses: 'yes-no' },
  clarification_received: received,
  chased: { entry: 'text', sentAt: 'instant' },
  taken: {},
  handed_over: { to: 'text' },
  task_assigned: { task: 'text', to: 'text' },
  task_done: { task: 'text', result: 'text' },
  task_waived: { task: 'text', reason: 'text' },
  acknowledged: sent,
  search_logged: { entry: 'text', system: 'text', result: 'text' },
  redaction_logged: { entry: 'text', reason: 'text', items: 'number' },
  exemption_logged: { entry: 'text', exemption: 'text' },
  recipient_told: { entry: 'text', recipient: 'text', result: 'text' },
  note_added: { entry: 'text' },
  conflict_declared: { user: 'text', why: 'text' },
  linked: { to: 'text', relation: 'text' },
  teams_asked: { entry: 'text', team: 'text', systems: 'texts', people: 'texts' },
  team_answered: { entry: 'text', system: 'text', result: 'text' },
  restricted: { ground: 'text' },
  restriction_notice_given: sent,
  restriction_lifted: {},
  frozen: {},
  unfrozen: {},
  hold_placed: { reason: 'text' },
  hold_lifted: {},
  deletion_approved: {},
  client_receipt_confirmed: received,
  client_deletion_requested: received,
  agreement_terminated: { terminatedAt: 'instant' },
  approval_requested: { id: 'text', proposal: 'proposal' },
  approval_given: { id: 'text', kind: 'text' },
  approval_declined: { id: 'text', kind: 'text', reason: 'text' },
  extended: { reason: 'text', noticeSentAt: 'instant', proof: 'text' },
  receipt_corrected: { receivedAt: 'instant', reason: 'text' },
  regime_changed: { regime: 'text', reason: 'text' },
  jurisdiction_changed: { jurisdiction: 'text', reason: 'text' },
  submitted_for_review: { outcome: 'text', ground: 'text-or-null', contentHash: 'text' },
  returned: { reason: 'text' },
  approved: { contentHash: 'text' },
  response_recorded: answer,
  refused: answer,
  letter_approved: { letter: 'text', contentHash: 'text' },
  letter_sent: { letter: 'text', contentHash: 'text', sentAt: 'instant' },
  withdrawn: { confirmed: 'text', byAgent: 'yes-no' },
  lapsed: { noticeSentAt: 'instant' },
  forwarded: sent,
  closed: { retainUntil: 'text', bundleUntil: 'text-or-null' },
  personal_data_erased: { reason: 'text' },
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const fits = (value: unknown, kind: Kind): boolean => {
  switch (kind) {
    case 'text':
      return isText(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'yes-no':
      return typeof value === 'boolean';
    case 'texts':
      return Array.isArray(value) && value.every(isText);
    case 'text-or-null':
      return value === null || isText(value);
    case 'instant':
      return isText(value) && !Number.isNaN(Date.parse(value));
    case 'proposal':
      return isObject(value) && isText(value['kind']);
  }
};

const isKnownType = (type: unknown): type is CaseEventType => isText(type) && Object.hasOwn(shapes, type);

/** Codes are not compared with today's lists: an old event stays readable when a list changes. */
export const isCaseEvent = (value: unknown): value is CaseEvent => {
  if (!isObject(value) || !isKnownType(value['type'])) return false;
  if (!isText(value['by']) || !fits(value['at'], 'instant')) return false;
  const { personal } = value;
  if (personal !== undefined && !(isObject(personal) && Object.values(personal).every(isText))) return false;
  const fields = Object.entries(shapes[value['type']]);
  return (
    fields.every(([name, kind]) => fits(value[name], kind)) &&
    Object.keys(value).every(
      (name) => ['type', 'at', 'by', 'personal'].includes(name) || fields.some(([field]) => field === name),
    )
  );
};

export const parseCaseEvent = (value: unknown): CaseEvent => {
  if (!isCaseEvent(value)) throw new Error('this is no event of a case');
  return value;
};
