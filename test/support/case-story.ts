import { readHolidayTable } from '../../src/base/calendars.ts';
import type { Case } from '../../src/requests/case/case.ts';
import type { CaseEvent } from '../../src/requests/case/case-events.ts';
import { type IntakeForm, logRequest } from '../../src/requests/case/intake.ts';
import { replay } from '../../src/requests/case/replay.ts';
import type { Right } from '../../src/requests/clock/rights.ts';
import type { CaseAction } from '../../src/requests/decisions/case-actions.ts';
import { agree, decline } from '../../src/requests/decisions/decide-approvals.ts';
import * as clock from '../../src/requests/decisions/decide-clock.ts';
import * as ending from '../../src/requests/decisions/decide-ending.ts';
import * as decideEntries from '../../src/requests/decisions/decide-entries.ts';
import * as decideLetters from '../../src/requests/decisions/decide-letters.ts';
import * as marketing from '../../src/requests/decisions/decide-marketing.ts';
import * as outcome from '../../src/requests/decisions/decide-outcome.ts';
import * as decideRelations from '../../src/requests/decisions/decide-relations.ts';
import { reopen } from '../../src/requests/decisions/decide-reopening.ts';
import * as review from '../../src/requests/decisions/decide-review.ts';
import { nameRight } from '../../src/requests/decisions/decide-right.ts';
import * as safe from '../../src/requests/decisions/decide-safeguards.ts';
import * as search from '../../src/requests/decisions/decide-search.ts';
import * as decideTasks from '../../src/requests/decisions/decide-tasks.ts';
import * as waiting from '../../src/requests/decisions/decide-waiting.ts';
import {
  type Actor,
  allow,
  type ClockReading,
  type Decision,
  type Moment,
} from '../../src/requests/decisions/decision.ts';
import { gate } from '../../src/requests/decisions/gate.ts';
import { outcomeTrouble } from '../../src/requests/decisions/guards.ts';
import { ownButton } from '../../src/requests/decisions/task-holder.ts';

export const tess: Actor = { id: 'UTESS', roles: ['anyone', 'team'] };
export const tom: Actor = { id: 'UTOM', roles: ['anyone', 'team'] };
export const ada: Actor = { id: 'UADA', roles: ['anyone', 'team', 'approver'] };
export const abe: Actor = { id: 'UABE', roles: ['anyone', 'team', 'approver'] };
export const sam: Actor = { id: 'USAM', roles: ['anyone'] };

export const hash = 'a'.repeat(64);
export const otherHash = 'b'.repeat(64);

const law = readHolidayTable();
const openClock: ClockReading = { due: null, extensionNoticeDue: null, refusalDue: null };

export const moment = (at: string, actor: Actor, more: Partial<Moment> = {}): Moment => ({
  actor,
  at,
  dateOf: (instant) => new Date(instant).toISOString().slice(0, 10),
  clock: openClock,
  law,
  related: [],
  ...more,
});

export const form = (right: Right, more: Partial<IntakeForm> = {}): IntakeForm => ({
  rights: [right],
  receivedAt: '2026-09-01T10:00:00Z',
  channel: 'email',
  timeZone: 'Europe/London',
  regime: 'uk',
  jurisdiction: 'england-and-wales',
  people: 'customer',
  clientWorkspace: false,
  agent: false,
  suspectedBreach: false,
  systems: [
    { id: 'product_database', name: 'Product database', team: 'operations', rights: null },
    { id: 'mailboxes', name: 'Mailboxes', team: 'operations', rights: null },
  ],
  follows: null,
  personal: { name: 'Jane Canary', contact: 'jane@canary.example', words: 'send me everything' },
  ...more,
});

/** As it is logged today. */
export const loggedNow = (right: Right, more: Partial<IntakeForm> = {}): readonly CaseEvent[] => {
  const intake = logRequest(form(right, more), moment('2026-09-01T11:00:00Z', sam));
  if (!intake.ok) throw new Error(intake.code);
  const [first] = intake.cases;
  if (!first) throw new Error('nothing logged');
  return first.events('DSR-2026-0001');
};

/** As it was logged with the first edition of the checklists, which such cases keep. */
export const logged = (right: Right, more: Partial<IntakeForm> = {}): readonly CaseEvent[] =>
  loggedNow(right, more).map((event) =>
    event.type === 'logged' ? { ...event, checklist: `${right}@1` } : event,
  );

export type Step = (request: Case) => Decision;

/** Given a history, when these things happen one after the other (each must be allowed), then this is the history. */
export const story = (history: readonly CaseEvent[], ...steps: readonly Step[]): readonly CaseEvent[] =>
  steps.reduce<readonly CaseEvent[]>((events, step, index) => {
    const decision = step(replay(events));
    if (!decision.ok) throw new Error(`step ${index}: ${decision.code} ${JSON.stringify(decision.facts)}`);
    return events.concat(decision.events);
  }, history);

type Call = (request: Case, moment: Moment) => Decision;

const openTask = (request: Case): string =>
  request.tasks.find((task) => task.status === 'open' && task.phase === 'work')?.id ?? 'none';
const pendingId = (request: Case): string =>
  request.approvals.find((each) => each.status === 'pending')?.id ?? 'none';

/** Every action with an input that is in order, so that only person, state and right can be wrong. */
export const calls: Readonly<Record<CaseAction, Call>> = {
  take: decideTasks.take,
  handOver: (c, m) => decideTasks.handOver(c, tom, m),
  assignTask: (c, m) => decideTasks.assignTask(c, openTask(c), sam, m),
  markDone: (c, m) => decideTasks.markTaskDone(c, { task: openTask(c), result: 'action_taken' }, m),
  waiveTask: (c, m) => decideTasks.waiveTask(c, { task: openTask(c), reason: 'not_applicable' }, m),
  stopAndTell: (c, m) => marketing.stopAndTell(c, hash, m),
  markStopped: (c, m) => marketing.markStopped(c, m),
  reopen: (c, m) => reopen(c, m),
  confirmStopped: (c, m) => marketing.confirmStopped(c, hash, m),
  acknowledge: (c, m) => decideTasks.acknowledge(c, m.at, m),
  askForIdentity: (c, m) =>
    waiting.askForIdentity(
      c,
      {
        doubt: c.right === 'complaint' ? 'disclosure_risk' : 'unknown_address',
        method: 'code_to_known_address',
        sentAt: m.at,
      },
      m,
    ),
  identityReceived: (c, m) =>
    waiting.identityReceived(c, { receivedAt: m.at, method: 'code_to_known_address' }, m),
  askForAuthority: (c, m) => waiting.askForAuthority(c, m.at, m),
  authorityReceived: (c, m) => waiting.authorityReceived(c, m.at, m),
  askForFee: (c, m) =>
    waiting.askForFee(c, { finding: 'excessive', pence: 1000, personal: { reasons: 'eighth this year' } }, m),
  feePaid: (c, m) => waiting.feePaid(c, m.at, m),
  askForClarification: (c, m) =>
    waiting.askForClarification(
      c,
      { sentAt: m.at, about: 'information', reasonable: true, personal: { question: 'Which account?' } },
      m,
    ),
  clarificationReceived: (c, m) => waiting.clarificationReceived(c, { receivedAt: m.at }, m),
  chase: (c, m) => waiting.chase(c, { entry: `chaser-${m.at}`, sentAt: m.at }, m),
  extend: (c, m) => clock.extend(c, { reason: 'complexity', personal: { reasons: 'three units' } }, m),
  recordExtensionNotice: (c, m) => clock.recordExtensionNotice(c, { sentAt: m.at, proof: 'email_sent' }, m),
  logSearch: (c, m) =>
    decideEntries.logSearch(c, { entry: `search-${m.at}`, system: 'mailboxes', result: 'found' }, m),
  logRedaction: (c, m) =>
    decideEntries.logRedaction(c, { entry: `redaction-${m.at}`, reason: 'none_needed', items: 0 }, m),
  logExemption: (c, m) =>
    decideEntries.logExemption(c, { entry: `exemption-${m.at}`, exemption: 'third_party' }, m),
  recordRecipient: (c, m) =>
    decideEntries.recordRecipient(c, { entry: `recipient-${m.at}`, recipient: 'crm', result: 'told' }, m),
  restrict: (c, m) => safe.restrict(c, 'accuracy_contested', m),
  tellBeforeLifting: (c, m) => safe.tellBeforeLifting(c, m.at, m),
  liftRestriction: (c, m) => safe.liftRestriction(c, m),
  placeHold: (c, m) => safe.placeHold(c, 'litigation', m),
  liftHold: (c, m) => safe.liftHold(c, m),
  proposeDeletion: (c, m) => safe.proposeDeletion(c, { erase: 'All of it.', keep: 'Nothing.' }, m),
  nameRight: (c, m) => nameRight(c, c.right, m),
  stopUse: (c, m) =>
    outcome.decideObjection(c, { result: 'stopped', personal: { processing: 'Statistics.' } }, m),
  goOn: (c, m) =>
    outcome.decideObjection(
      c,
      { result: 'goes_on', personal: { processing: 'Statistics.', grounds: 'Fraud.', weighed: 'Little.' } },
      m,
    ),
  recordErasure: (c, m) => outcome.recordErasure(c, { systems: outcome.whereFound(c), recipient: null }, m),
  recordClientStep: (c, m) => safe.recordClientStep(c, { step: 'client_receipt_confirmed', on: m.at }, m),
  sendForReview: (c, m) =>
    review.sendForReview(
      c,
      { outcome: outcomeTrouble(c, 'full') === null ? 'full' : 'partial', contentHash: hash },
      m,
    ),
  refuse: (c, m) =>
    review.refuseRequest(
      c,
      { ground: 'manifestly_unfounded', contentHash: hash, personal: { reasons: 'said so' } },
      m,
    ),
  approve: (c, m) => review.approve(c, hash, m),
  return: (c, m) => review.returnForWork(c, { reason: 'letter' }, m),
  recall: review.recall,
  agree: (c, m) => agree(c, pendingId(c), m),
  decline: (c, m) => decline(c, { id: pendingId(c), reason: 'missing_material' }, m),
  recordResponseSent: (c, m) =>
    review.recordResponseSent(c, { sentAt: m.at, contentHash: hash, proof: 'email_sent' }, m),
  withdraw: (c, m) =>
    ending.withdraw(c, { confirmed: 'written', byAgent: false, personal: { words: 'forget it' } }, m),
  lapse: (c, m) => ending.lapse(c, m.at, m),
  forward: (c, m) =>
    ending.forward(c, { sentAt: m.at, personal: { client: 'Client Ltd', evidence: 'mail' } }, m),
  close: ending.close,
  correctReceipt: (c, m) =>
    clock.correctReceipt(
      c,
      {
        receivedAt: '2026-08-30T09:00:00Z',
        reason: 'arrived_earlier',
        personal: { reasons: 'found in a mailbox' },
      },
      m,
    ),
  changeRegime: (c, m) =>
    clock.changeRegime(c, { regime: c.regime === 'uk' ? 'eu' : 'uk', reason: 'offered_in_eu' }, m),
  changeJurisdiction: (c, m) =>
    clock.changeJurisdiction(
      c,
      {
        jurisdiction: c.jurisdiction === 'scotland' ? 'england-and-wales' : 'scotland',
        reason: 'logged_wrongly',
      },
      m,
    ),
  addNote: (c, m) => decideEntries.addNote(c, { entry: `note-${m.at}`, personal: { note: 'hello' } }, m),
  declareConflict: (c, m) => decideRelations.declareConflict(c, { user: 'UABE', why: 'named_in_data' }, m),
  liftConflict: (c, m) => decideRelations.liftConflict(c, { user: 'UABE' }, m),
  link: (c, m) => decideRelations.link(c, { to: 'DSR-2026-0009', relation: 'same_person' }, m),
  approveLetter: (c, m) =>
    decideLetters.approveLetter(c, { letter: 'acknowledgement', contentHash: hash }, m),
  askTeams: (c, m) =>
    search.askTeams(
      c,
      {
        entry: `round-${m.at}`,
        teams: [{ team: 'support', systems: ['tickets'], people: ['USUP'] }],
        own: [{ system: 'product_database', result: 'found' }],
      },
      m,
    ),
  writeAnswer: (c, m) => gate('writeAnswer', c, m) ?? allow(),
  recordLetterSent: (c, m) =>
    decideLetters.recordLetterSent(c, { letter: 'acknowledgement', contentHash: hash, sentAt: m.at }, m),
};

export const by =
  (action: CaseAction, at: string, actor: Actor = tess, more: Partial<Moment> = {}): Step =>
  (request) =>
    calls[action](request, moment(at, actor, more));

/** Finishes every open task of the work phase (where that is possible now); what another button ticks is left out with a reason. */
export const finishWork = (history: readonly CaseEvent[], at: string): readonly CaseEvent[] => {
  const request = replay(history);
  return request.tasks
    .filter((task) => task.status === 'open' && task.phase === 'work')
    .reduce(
      (events, task) =>
        story(events, (c) =>
          ownButton(c, task) === null
            ? decideTasks.markTaskDone(
                c,
                { task: task.id, result: task.system ? 'found' : 'done' },
                moment(at, tess),
              )
            : decideTasks.waiveTask(c, { task: task.id, reason: 'not_applicable' }, moment(at, tess)),
        ),
      history,
    );
};

/** An access request that is complete and waits for review. */
export const readyAccess = (): readonly CaseEvent[] =>
  story(
    finishWork(story(logged('access'), by('take', '2026-09-02T09:00:00Z')), '2026-09-10T09:00:00Z'),
    by('logRedaction', '2026-09-10T10:00:00Z'),
    by('sendForReview', '2026-09-11T10:00:00Z'),
  );

export const answeredAccess = (): readonly CaseEvent[] =>
  story(
    readyAccess(),
    by('approve', '2026-09-12T10:00:00Z', ada),
    by('recordResponseSent', '2026-09-12T12:00:00Z'),
  );
