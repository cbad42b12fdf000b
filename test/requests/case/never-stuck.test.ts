import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import { type Case, isOpen } from '../../../src/requests/case/case.ts';
import { caseClock, clockReading } from '../../../src/requests/case/case-clock.ts';
import { evolve, replay } from '../../../src/requests/case/replay.ts';
import { localDate } from '../../../src/requests/clock/zone.ts';
import { agree, decline } from '../../../src/requests/decisions/decide-approvals.ts';
import {
  changeJurisdiction,
  changeRegime,
  correctReceipt,
} from '../../../src/requests/decisions/decide-clock.ts';
import { type ClientStep, recordClientStep } from '../../../src/requests/decisions/decide-safeguards.ts';
import {
  askForClarification,
  clarificationReceived,
  identityReceived,
} from '../../../src/requests/decisions/decide-waiting.ts';
import type { Decision, Moment } from '../../../src/requests/decisions/decision.ts';
import { abe, ada, calls, logged, tess } from '../../support/case-story.ts';

const table = readHolidayTable();
type Try = (request: Case, now: Moment) => Decision;

const question =
  (reasonable: boolean): Try =>
  (c, m) =>
    askForClarification(
      c,
      { sentAt: m.at, about: 'information', reasonable, personal: { question: 'Which account?' } },
      m,
    );
const law =
  (regime: string, ...also: readonly string[]): Try =>
  (c, m) =>
    changeRegime(c, { regime, also, reason: 'offered_in_eu' }, m);
const place =
  (jurisdiction: string): Try =>
  (c, m) =>
    changeJurisdiction(c, { jurisdiction, reason: 'logged_wrongly' }, m);
const receipt =
  (receivedAt: string): Try =>
  (c, m) =>
    correctReceipt(c, { receivedAt, reason: 'arrived_later', personal: { reasons: 'found' } }, m);

/** Everything that moves, stops or hides a date, by the person who may do it. */
const steps: Readonly<Record<string, readonly [Try, boolean]>> = {
  take: [calls.take, false],
  askForIdentity: [calls.askForIdentity, false],
  identityReceived: [calls.identityReceived, false],
  weakIdentity: [
    (c, m) => identityReceived(c, { receivedAt: m.at, method: 'known_facts', weak: true }, m),
    false,
  ],
  askForAuthority: [calls.askForAuthority, false],
  authorityReceived: [calls.authorityReceived, false],
  askForFee: [calls.askForFee, false],
  feePaid: [calls.feePaid, false],
  ask: [question(true), false],
  askNeedlessly: [question(false), false],
  answered: [calls.clarificationReceived, false],
  answeredInPart: [(c, m) => clarificationReceived(c, { receivedAt: m.at, stillOpen: true }, m), false],
  extend: [calls.extend, false],
  extensionNotice: [calls.recordExtensionNotice, false],
  toEu: [law('eu'), false],
  toUk: [law('uk'), false],
  toSwiss: [law('ch'), false],
  toBoth: [law('uk', 'eu'), false],
  toIreland: [place('ireland'), false],
  toScotland: [place('scotland'), false],
  receivedLater: [receipt('2026-09-04T09:00:00Z'), false],
  clientConfirmed: [calls.recordClientStep, false],
  agree: [calls.agree, true],
  decline: [(c, m) => decline(c, { id: pendingId(c), reason: 'missing_material' }, m), true],
};

const pendingId = (request: Case): string =>
  request.approvals.find((each) => each.status === 'pending')?.id ?? 'none';

const clientStep =
  (step: ClientStep): Try =>
  (c, m) =>
    recordClientStep(c, { step, on: m.at }, m);

/** What records that the wait is over. */
const endsOfWaiting: readonly Try[] = [
  calls.identityReceived,
  calls.authorityReceived,
  calls.feePaid,
  calls.clarificationReceived,
  clientStep('client_receipt_confirmed'),
  clientStep('client_deletion_requested'),
];

/** Whichever proposal can be agreed to by a second person. */
const agreed = (request: Case, at: string): Case | null =>
  request.approvals
    .filter(({ status }) => status === 'pending')
    .map(({ id }) => after(request, agree(request, id, { ...now(request, at, true), actor: ada })))
    .find((one) => one !== null) ?? null;

/** The clock is worked out when a decision asks for it: most do not. */
const now = (request: Case, at: string, approver: boolean): Moment => ({
  actor: approver ? abe : tess,
  at,
  related: [],
  law: table,
  dateOf: (instant) => localDate(new Date(instant), request.timeZone),
  get clock() {
    return clockReading(caseClock(request, table));
  },
});

const after = (request: Case, decision: Decision): Case | null =>
  decision.ok ? decision.events.reduce<Case>((so, event) => evolve(so, event), request) : null;

/** A date of the law or of the house, or the law knows none for this right. */
const hasDate = (request: Case): boolean => {
  const clock = caseClock(request, table);
  if (!clock.ok) return false;
  const { due, houseActionBy, state } = clock.deadline;
  return due !== null || houseActionBy !== null || state === 'no_statutory_clock';
};

/** Either there is a date, or recording what has come leads to one in a few steps. */
const isStuck = (request: Case, at: string): boolean => {
  if (!isOpen(request) || hasDate(request)) return false;
  if (!caseClock(request, table).ok) return true;
  let so = request;
  for (let left = 5; left > 0 && !hasDate(so); left -= 1) {
    const here = now(so, at, false);
    const next =
      endsOfWaiting.map((end) => after(so, end(so, here))).find((one) => one !== null) ?? agreed(so, at);
    if (!next) return true;
    so = next;
  }
  return !hasDate(so);
};

/** Minimal standard generator: the same seed, the same walk. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
};

/** What asks and what answers comes up twice as often as the rest. */
const names = Object.keys(steps).flatMap((name) =>
  /^(?:take|ask|answered|identityReceived)/.test(name) ? [name, name] : [name],
);
const depth = 8;
/** Beginnings are shared: most walks begin like another one. */
const sharedDepth = 2;

type Place = { readonly request: Case; readonly next: Map<string, Place | null> };

// Steps close together, spread over the month, and after its end: days after the first step.
const rhythms = [
  [0, 1, 2, 3, 5, 8, 13, 21],
  [1, 9, 20, 28, 29, 31, 40, 62],
  [20, 34, 35, 40, 50, 70, 90, 110],
].map((days) =>
  days.map((day) => new Date(Date.parse('2026-09-02T12:00:00Z') + day * 86_400_000).toISOString()),
);

const rights = ['access', 'erasure', 'automated_decision', 'complaint', 'client_data_deletion'] as const;

const take = (place: Place, name: string, at: string): Place | null => {
  const [step, approver] = steps[name] ?? [calls.take, false];
  const reached = after(place.request, step(place.request, now(place.request, at, approver)));
  return reached === null ? null : { request: reached, next: new Map() };
};

/** Random walks of eight accepted actions each, looked at after every one of them; the ways of those that got stuck. */
const walk = (count: number): readonly string[] => {
  const roll = dice(20_261_129);
  const starts = rights.flatMap((right) =>
    rhythms.map((instants) => ({
      right,
      instants,
      place: { request: replay(logged(right, { agent: true })), next: new Map() } satisfies Place,
    })),
  );
  const stuck: string[] = [];
  for (let left = count; left > 0; left -= 1) {
    const start = starts[roll(starts.length)];
    if (start === undefined) continue;
    let place: Place = start.place;
    const way: string[] = [];
    for (let tries = 0; way.length < depth && tries < 60; tries += 1) {
      const name = names[roll(names.length)] ?? '';
      const at = start.instants[way.length] ?? '';
      const shared = way.length < sharedDepth;
      const known = shared ? place.next.get(name) : undefined;
      const reached = known === undefined ? take(place, name, at) : known;
      if (shared && known === undefined) place.next.set(name, reached);
      if (reached === null) continue;
      way.push(name);
      place = reached;
      if (known === undefined && isStuck(place.request, at)) stuck.push(`${start.right}: ${way.join(' ')}`);
    }
  }
  return stuck;
};

// Each walk holds eight sequences, of one to eight actions: thirty thousand here, a hundred thousand with STUCK_WALKS=12500.
const walks = Number(process.env['STUCK_WALKS'] ?? 4_000);

describe('no sequence of eight lawful caseActions', () => {
  it('leaves a case without both a date and something to record that leads to one', {
    timeout: 3_600_000,
  }, () => {
    expect(walk(walks)).toEqual([]);
  });
});
