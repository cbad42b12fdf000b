import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import type { Case, Review } from '../../../src/requests/case/case.ts';
import { nextStep } from '../../../src/requests/case/next-step.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { summary } from '../../../src/requests/case/summary.ts';
import type { Right } from '../../../src/requests/clock/rights.ts';
import { agree } from '../../../src/requests/decisions/decide-approvals.ts';
import { extend, recordExtensionNotice } from '../../../src/requests/decisions/decide-clock.ts';
import { lapse, withdraw } from '../../../src/requests/decisions/decide-ending.ts';
import { logExemption } from '../../../src/requests/decisions/decide-entries.ts';
import {
  approve,
  recordResponseSent,
  refuseRequest,
  sendForReview,
} from '../../../src/requests/decisions/decide-review.ts';
import { proposeDeletion } from '../../../src/requests/decisions/decide-safeguards.ts';
import { markTaskDone, waiveTask } from '../../../src/requests/decisions/decide-tasks.ts';
import {
  askForClarification,
  askForIdentity,
  identityReceived,
} from '../../../src/requests/decisions/decide-waiting.ts';
import { refusalGroundsFor } from '../../../src/requests/decisions/refusal-grounds.ts';
import { refusalSentence } from '../../../src/requests/decisions/refusals.ts';
import {
  abe,
  ada,
  answeredAccess,
  by,
  finishWork,
  hash,
  logged,
  moment,
  otherHash,
  readyAccess,
  sam,
  story,
  tess,
} from '../../support/case-story.ts';

const now = '2026-09-20T10:00:00Z';
const taken = (right: Right) => story(logged(right), by('take', '2026-09-02T09:00:00Z'));

describe('an access request from letter to drawer', () => {
  it('freezes deletion from the first moment and until it is answered', () => {
    expect(replay(logged('access')).frozen).toBe(true);
    expect(replay(answeredAccess()).frozen).toBe(false);
  });

  it('is answered, closed and kept three years, the bundle twelve months', () => {
    const events = story(answeredAccess(), by('close', '2026-09-13T09:00:00Z'));
    expect(replay(events)).toMatchObject({ state: 'closed', outcome: 'full', retainUntil: '2029-09-13' });
    expect(events.at(-1)).toMatchObject({ bundleUntil: '2027-09-13' });
  });

  it('names the open steps when it is sent for review too early', () => {
    const decision = by('sendForReview', now)(replay(taken('access')));
    expect(decision).toMatchObject({ ok: false, code: 'tasks_open' });
    if (!decision.ok) expect(refusalSentence(decision)).toContain('more');
  });

  it('needs a redaction log, even if it says that none was needed', () => {
    const events = finishWork(taken('access'), '2026-09-10T09:00:00Z');
    expect(by('sendForReview', now)(replay(events))).toMatchObject({ code: 'redaction_log_missing' });
  });

  it('needs a search log when every search was waived', () => {
    const waived = ['product_database', 'mailboxes'].map(
      (system) => (c: ReturnType<typeof replay>) =>
        waiveTask(c, { task: `search:${system}`, reason: 'disproportionate' }, moment(now, tess)),
    );
    const events = story(finishWork(story(taken('access'), ...waived), now), by('logRedaction', now));
    expect(by('sendForReview', now)(replay(events))).toMatchObject({ code: 'search_log_missing' });
  });

  it('wants a finding, not a tick, for each system', () => {
    expect(
      markTaskDone(replay(taken('access')), { task: 'search:mailboxes', result: 'done' }, moment(now, tess)),
    ).toMatchObject({ code: 'reason_missing' });
  });

  it('upholds a complaint in part without an exemption: nothing is held back', () => {
    const worked = replay(finishWork(taken('complaint'), now));
    const outcome = sendForReview(worked, { outcome: 'partial', contentHash: hash }, moment(now, tess));
    expect(outcome).toMatchObject({ ok: true });
  });

  it('a partial answer names an exemption', () => {
    const events = story(finishWork(taken('access'), now), by('logRedaction', now));
    const partial = (c: ReturnType<typeof replay>) =>
      sendForReview(c, { outcome: 'partial', contentHash: hash }, moment(now, tess));
    expect(partial(replay(events))).toMatchObject({ code: 'exemption_missing' });
    expect(partial(replay(story(events, by('logExemption', now)))).ok).toBe(true);
  });

  it('invoices that the law wants kept are such a ground in an erasure, and none in an access request', () => {
    const invoices = { entry: 'e1', exemption: 'legal_obligation', personal: { reasons: 'Six years.' } };
    expect(logExemption(replay(taken('erasure')), invoices, moment(now, tess)).ok).toBe(true);
    expect(logExemption(replay(taken('access')), invoices, moment(now, tess))).toMatchObject({
      code: 'reason_missing',
    });
  });
});

it('no answer goes out under a right that nobody has named', () => {
  const worked = replay(story(readyAccess(), by('return', now, ada)));
  const sends = (request: typeof worked) =>
    sendForReview(request, { outcome: 'full', contentHash: hash }, moment(now, tess));
  expect(sends(worked).ok).toBe(true);
  expect(sends({ ...worked, unsureRight: true })).toMatchObject({ code: 'right_not_named' });
});

describe('the second person', () => {
  it('does not approve what they sent for review, own, or redacted', () => {
    const mine = story(readyAccess(), by('return', now, ada), by('sendForReview', now, ada));
    expect(approve(replay(mine), hash, moment(now, ada))).toMatchObject({ code: 'self_approval' });
    const owned = story(logged('access'), by('take', '2026-09-02T09:00:00Z', ada));
    const ready = story(finishWork(owned, now), by('logRedaction', now, abe), by('sendForReview', now, tess));
    expect(approve(replay(ready), hash, moment(now, ada))).toMatchObject({ code: 'self_approval' });
    expect(approve(replay(ready), hash, moment(now, abe))).toMatchObject({ code: 'self_approval' });
  });

  it('does not sign that nothing is held once a team has said that something is', () => {
    const ready = replay(readyAccess());
    const signs = (searches: typeof ready.searches) =>
      approve(
        { ...ready, searches, review: ready.review && { ...ready.review, outcome: 'no_data' } },
        hash,
        moment(now, ada),
      );
    expect(signs([{ system: 'crm', result: 'not_found' }]).ok).toBe(true);
    expect(signs([{ system: 'crm', result: 'found' }])).toMatchObject({ code: 'outcome_found' });
  });

  it('is not somebody who is named in the case', () => {
    const events = story(readyAccess(), by('declareConflict', now));
    expect(approve(replay(events), hash, moment(now, abe))).toMatchObject({ code: 'conflict_of_interest' });
    expect(approve(replay(events), hash, moment(now, ada)).ok).toBe(true);
  });

  it('approves the very letter that goes out: a changed one goes back', () => {
    const approved = replay(story(readyAccess(), by('approve', now, ada)));
    expect(
      recordResponseSent(
        approved,
        { sentAt: now, contentHash: otherHash, proof: 'email_sent' },
        moment(now, tess),
      ),
    ).toMatchObject({ code: 'content_changed' });
    expect(replay(story(readyAccess(), by('approve', now, ada), by('recall', now))).state).toBe(
      'in_progress',
    );
  });

  it('a proposal by an approver needs another approver', () => {
    const proposed = replay(story(taken('access'), by('extend', now, ada)));
    expect(agree(proposed, 'extension-1', moment(now, ada))).toMatchObject({ code: 'self_approval' });
    expect(agree(proposed, 'extension-1', moment(now, tess))).toMatchObject({ code: 'approver_only' });
    expect(agree(proposed, 'extension-1', moment(now, abe)).ok).toBe(true);
  });

  it('two approvals of one proposal are one', () => {
    const agreed = replay(story(taken('access'), by('extend', now), by('agree', now, ada)));
    expect(agree(agreed, 'extension-1', moment(now, abe))).toMatchObject({ code: 'already_done' });
  });

  it('a declined proposal changes nothing and may be made again', () => {
    const events = story(taken('access'), by('extend', now), by('decline', now, ada));
    expect(replay(events).extension).toBeNull();
    expect(replay(story(events, by('extend', now))).approvals.at(-1)).toMatchObject({ id: 'extension-2' });
  });
});

describe('an extension', () => {
  const clock = { due: '2026-10-01', extensionNoticeDue: '2026-10-01', refusalDue: '2026-10-01' };
  const late = '2026-10-02T09:00:00Z';

  it('counts from the notice, which an approver must have agreed to', () => {
    const agreed = story(taken('access'), by('extend', now), by('agree', now, ada));
    expect(replay(agreed).clockEvents).toEqual([]);
    expect(replay(story(agreed, by('recordExtensionNotice', now))).clockEvents).toEqual([
      { type: 'extension_notified', at: now, reason: 'complexity' },
    ]);
  });

  it('is not for workload', () => {
    expect(
      extend(
        replay(taken('access')),
        { reason: 'workload', personal: { reasons: 'busy' } },
        moment(now, tess),
      ),
    ).toMatchObject({ code: 'reason_of_wrong_kind' });
  });

  it('is refused after the last day for the notice, at each of its three steps', () => {
    const m = moment(late, tess, { clock });
    expect(
      extend(replay(taken('access')), { reason: 'number', personal: { reasons: 'x' } }, m),
    ).toMatchObject({ code: 'extension_too_late', facts: { last: '2026-10-01' } });
    const proposed = story(taken('access'), by('extend', now));
    expect(agree(replay(proposed), 'extension-1', moment(late, ada, { clock }))).toMatchObject({
      code: 'extension_too_late',
    });
    const agreed = story(proposed, by('agree', now, ada));
    const sent = (sentAt: string) =>
      recordExtensionNotice(replay(agreed), { sentAt, proof: 'email_sent' }, m);
    expect(sent(late)).toMatchObject({ code: 'extension_too_late' });
    expect(sent('2026-10-01T22:00:00Z').ok).toBe(true);
  });

  it('happens once', () => {
    const extended = story(
      taken('access'),
      by('extend', now),
      by('agree', now, ada),
      by('recordExtensionNotice', now),
    );
    expect(by('extend', now)(replay(extended))).toMatchObject({ code: 'no_second_extension' });
  });

  it.each<Right>(['complaint', 'consent_withdrawal', 'client_data_deletion', 'direct_marketing_objection'])(
    'does not exist for %s',
    (right) => {
      expect(by('extend', now)(replay(taken(right)))).toMatchObject({ code: 'not_for_this_right' });
    },
  );
});

describe('identity', () => {
  const ask = (right: Right, more: object) =>
    askForIdentity(
      replay(taken(right)),
      { doubt: 'unknown_address', method: 'code_to_known_address', sentAt: now, ...more },
      moment(now, tess),
    );

  it.each<Right>(['direct_marketing_objection', 'consent_withdrawal'])('is never asked for %s', (right) => {
    expect(ask(right, {})).toMatchObject({ code: 'not_for_this_right' });
  });

  it('is not asked without a doubt', () => {
    expect(ask('access', { doubt: null })).toMatchObject({ code: 'doubt_missing' });
  });

  it('is not asked for with a document where a code to the known address would do', () => {
    const decision = ask('access', { method: 'id_document_redacted' });
    expect(decision).toMatchObject({ code: 'over_asking' });
    if (!decision.ok) expect(refusalSentence(decision)).toContain('a code or link');
    expect(ask('access', { method: 'id_document_redacted', doubt: 'account_compromise_suspected' }).ok).toBe(
      true,
    );
  });

  it('asked a second time, or weak, takes a second person', () => {
    const once = story(taken('access'), by('askForIdentity', now));
    expect(
      identityReceived(
        replay(once),
        { receivedAt: now, method: 'known_facts', weak: true },
        moment(now, tess),
      ),
    ).toMatchObject({ events: [{ type: 'approval_requested', proposal: { kind: 'weak_identity' } }] });
    const again = story(once, by('identityReceived', now), by('askForIdentity', now));
    expect(replay(again).state).toBe('in_progress');
    expect(replay(story(again, by('agree', now, ada))).state).toBe('awaiting_identity');
  });

  it('an unverified person gets no answer', () => {
    const waitingCase = replay(story(taken('access'), by('askForIdentity', now)));
    expect(by('sendForReview', now)(waitingCase)).toMatchObject({ code: 'wrong_state' });
  });

  it('cannot have come before it was asked for', () => {
    const asked = replay(story(taken('access'), by('askForIdentity', now)));
    expect(
      identityReceived(
        asked,
        { receivedAt: '2026-09-19T10:00:00Z', method: 'known_facts' },
        moment(now, tess),
      ),
    ).toMatchObject({ code: 'before_what_it_follows' });
  });
});

describe('a question to the requester', () => {
  const question = {
    sentAt: now,
    about: 'information',
    reasonable: true,
    personal: { question: '?' },
  } as const;
  const rows: readonly (readonly [string, Right, 'uk' | 'eu', boolean, string | null, string])[] = [
    ['stops the clock of a UK access request', 'access', 'uk', true, '2026-10-01', 'awaiting_clarification'],
    ['on the last day still stops it', 'access', 'uk', true, '2026-09-20', 'awaiting_clarification'],
    ['after the period changes nothing', 'access', 'uk', true, '2026-09-19', 'in_progress'],
    ['that was not needed changes nothing', 'access', 'uk', false, '2026-10-01', 'in_progress'],
    ['does not stop an EU clock', 'access', 'eu', true, '2026-10-01', 'in_progress'],
    ['does not stop the clock of an erasure', 'erasure', 'uk', true, '2026-10-01', 'in_progress'],
  ];
  it.each(rows)('%s', (_, right, regime, reasonable, due, state) => {
    const events = story(logged(right, { regime }), by('take', '2026-09-02T09:00:00Z'), (c) =>
      askForClarification(
        c,
        { ...question, reasonable },
        moment(now, tess, { clock: { due, extensionNoticeDue: due, refusalDue: due } }),
      ),
    );
    expect(replay(events).state).toBe(state);
    expect(replay(events).clockEvents).toHaveLength(1);
    expect(replay(story(events, by('clarificationReceived', now))).state).toBe('in_progress');
  });
});

describe('a refusal', () => {
  const reasons = { contentHash: hash, personal: { reasons: 'the eighth identical letter' } };

  it('goes through review and ends in the state refused, kept six years', () => {
    const events = story(
      taken('access'),
      by('refuse', now),
      by('approve', now, ada),
      by('recordResponseSent', now),
      by('close', now),
    );
    expect(replay(events)).toMatchObject({ state: 'closed', outcome: 'refused', retainUntil: '2032-09-20' });
  });

  it('names a ground of that right', () => {
    expect(
      refuseRequest(replay(taken('access')), { ground: 'accurate', ...reasons }, moment(now, tess)),
    ).toMatchObject({ code: 'ground_not_listed' });
    expect(
      refuseRequest(replay(taken('rectification')), { ground: 'accurate', ...reasons }, moment(now, tess)).ok,
    ).toBe(true);
  });

  it.each<Right>(['direct_marketing_objection', 'consent_withdrawal', 'complaint'])(
    'does not exist for %s',
    (right) => {
      expect(by('refuse', now)(replay(taken(right)))).toMatchObject({ ok: false });
    },
  );

  it('that comes late is recorded with the day it was due, in the EU and in the UK (was: refused to be recorded)', () => {
    const clock = { due: '2026-12-01', extensionNoticeDue: '2026-10-01', refusalDue: '2026-09-19' };
    const sentOn = (regime: string, at: string) =>
      story(
        logged('access', { regime }),
        by('take', '2026-09-02T09:00:00Z'),
        by('refuse', '2026-09-05T09:00:00Z'),
        by('approve', '2026-09-06T09:00:00Z', ada),
        by('recordResponseSent', at, tess, { clock }),
      );
    for (const regime of ['eu', 'uk']) {
      const late = replay(sentOn(regime, '2026-09-20T10:00:00Z'));
      expect([late.state, late.refusalWasDue]).toEqual(['refused', '2026-09-19']);
      expect(summary(late, '2026-09-21T10:00:00Z', readHolidayTable()).answeredLate).toBe(true);
      expect(replay(sentOn(regime, '2026-09-19T10:00:00Z')).refusalWasDue).toBeNull();
    }
  });
});

describe('erasing', () => {
  const checked = () =>
    story(taken('erasure'), (c) =>
      markTaskDone(c, { task: 'check-hold', result: 'done' }, moment(now, tess)),
    );

  it('deletes nothing before a second person agreed', () => {
    const live = { task: 'delete-live', result: 'done' } as const;
    expect(markTaskDone(replay(checked()), live, moment(now, tess))).toMatchObject({
      code: 'deletion_not_approved',
    });
    const agreed = story(checked(), by('proposeDeletion', now), by('agree', now, ada));
    expect(markTaskDone(replay(agreed), live, moment(now, tess)).ok).toBe(true);
  });

  it.each(['access', 'portability'] as const)(
    'waits for an open %s request of the same person, also when that came in meanwhile',
    (right) => {
      const related = [{ number: 'DSR-2026-0002', right, open: true }];
      const decision = proposeDeletion(
        replay(checked()),
        { erase: 'All of it.', keep: 'Nothing.' },
        moment(now, tess, { related }),
      );
      expect(decision).toMatchObject({ code: 'related_open', facts: { numbers: 'DSR-2026-0002' } });
      const proposed = replay(story(checked(), by('proposeDeletion', now)));
      expect(agree(proposed, 'deletion-1', moment(now, ada, { related }))).toMatchObject({
        code: 'related_open',
      });
    },
  );

  it('waits for a legal hold, which an approver lifts', () => {
    const held = story(checked(), by('placeHold', now));
    expect(by('proposeDeletion', now)(replay(held))).toMatchObject({ code: 'on_hold' });
    expect(by('liftHold', now)(replay(held))).toMatchObject({ code: 'approver_only' });
    expect(by('proposeDeletion', now)(replay(story(held, by('liftHold', now, ada)))).ok).toBe(true);
  });

  it('the check for a hold cannot be waived', () => {
    expect(
      waiveTask(
        replay(taken('erasure')),
        { task: 'check-hold', reason: 'not_applicable' },
        moment(now, tess),
      ),
    ).toMatchObject({ code: 'hold_not_checked' });
  });

  it('is not answered before the recipients were told', () => {
    const agreed = story(checked(), by('proposeDeletion', now), by('agree', now, ada));
    const worked = finishWork(agreed, now);
    expect(by('sendForReview', now)(replay(worked))).toMatchObject({ code: 'recipients_missing' });
    expect(by('sendForReview', now)(replay(story(worked, by('recordRecipient', now)))).ok).toBe(true);
  });
});

describe('endings without an answer', () => {
  const waitingSince = story(taken('access'), by('askForIdentity', '2026-09-02T10:00:00Z'));
  const twice = story(waitingSince, by('chase', '2026-09-09T10:00:00Z'), by('chase', '2026-09-20T10:00:00Z'));

  it('silence is no withdrawal', () => {
    expect(
      withdraw(
        replay(taken('access')),
        { confirmed: 'silence', byAgent: false, personal: { words: 'nothing heard' } },
        moment(now, tess),
      ),
    ).toMatchObject({ code: 'requesters_words_missing' });
  });

  it("an agent's withdrawal takes a second person", () => {
    const events = story(taken('access'), (c) =>
      withdraw(c, { confirmed: 'written', byAgent: true, personal: { words: 'stop' } }, moment(now, tess)),
    );
    expect(replay(events).state).toBe('in_progress');
    const agreed = story(events, by('agree', now, ada));
    expect(replay(agreed)).toMatchObject({ state: 'withdrawn', frozen: false });
  });

  it('a request lapses after two chasers, thirty days and a second look', () => {
    expect(by('lapse', '2026-10-10T10:00:00Z')(replay(waitingSince))).toMatchObject({ code: 'chase_more' });
    expect(by('lapse', '2026-10-01T10:00:00Z')(replay(twice))).toMatchObject({
      code: 'wait_longer',
      facts: { date: '2026-10-02' },
    });
    const proposed = story(twice, by('lapse', '2026-10-03T10:00:00Z'));
    expect(replay(proposed).state).toBe('awaiting_identity');
    expect(replay(story(proposed, by('agree', '2026-10-03T11:00:00Z', ada))).state).toBe('lapsed');
  });

  it('an answer that comes before the approver looks keeps the request alive', () => {
    const answered = story(
      twice,
      by('lapse', '2026-10-03T10:00:00Z'),
      by('identityReceived', '2026-10-03T10:30:00Z'),
    );
    expect(agree(replay(answered), 'lapse-1', moment('2026-10-03T11:00:00Z', ada))).toMatchObject({
      code: 'wrong_state',
    });
  });

  it('only data in a client workspace is forwarded', () => {
    expect(by('forward', now)(replay(logged('access')))).toMatchObject({ code: 'not_client_data' });
    const events = story(logged('access', { clientWorkspace: true }), by('forward', now));
    expect(replay(events).state).toBe('forwarded_to_controller');
  });

  it('the notice that it will lapse follows the last chaser', () => {
    expect(lapse(replay(twice), '2026-09-15T10:00:00Z', moment('2026-10-03T10:00:00Z', tess))).toMatchObject({
      code: 'before_what_it_follows',
    });
  });
});

describe('a restriction', () => {
  it('is lifted by two persons, after the person was told', () => {
    const restricted = story(taken('rectification'), by('restrict', now));
    expect(by('liftRestriction', now)(replay(restricted))).toMatchObject({ code: 'tell_first' });
    const told = story(restricted, by('tellBeforeLifting', now), by('liftRestriction', now));
    expect(replay(told).restricted).toBe(true);
    expect(replay(story(told, by('agree', now, ada))).restricted).toBe(false);
  });

  it.each([
    ['told of the end: that is noted', true, ['restriction_notice_given', 'restriction_lifted']],
    [
      'is of an older register and may have told: nothing is noted that nobody knows',
      undefined,
      ['restriction_lifted'],
    ],
    ['did not tell: the person is told first, and of that the day is noted', false, 'tell_first'],
  ] as const)('is lifted after an answer that %s', (_, ends, expected) => {
    const restricted = replay(story(taken('rectification'), by('restrict', now)));
    const review: Review = {
      by: tess.id,
      sentAt: now,
      outcome: 'full',
      ground: null,
      contentHash: hash,
      approvedBy: ada.id,
      ...(ends === undefined ? {} : { endsRestriction: ends }),
    };
    const answered = { ...restricted, state: 'responded', endedAt: now, review } as const;
    const lifted = by('liftRestriction', now)(answered);
    expect(lifted.ok ? lifted.events.map(({ type }) => type) : lifted.code).toEqual(expected);
    const { act } = nextStep(answered, moment(now, tess));
    expect(act?.action).toBe(ends === false ? 'tellBeforeLifting' : 'liftRestriction');
    if (ends !== false) return;
    expect(by('tellBeforeLifting', now)(answered).ok).toBe(true);
    expect(by('liftRestriction', now)({ ...answered, restrictionNoticeAt: now })).toMatchObject({
      ok: true,
      events: [{ type: 'restriction_lifted' }],
    });
  });

  /** With an answer that tells of the end. */
  const refusing = (request: Case) =>
    refuseRequest(
      request,
      {
        ground: refusalGroundsFor(request, moment(now, tess))[0]?.id ?? '',
        contentHash: hash,
        personal: { reasons: 'r' },
        endsRestriction: true,
      },
      moment(now, tess),
    );

  it('knows from the review whether the answer tells of its end, and notes it where there is one', () => {
    const sent = (restricted: boolean) => {
      const begun = story(taken('rectification'), ...(restricted ? [by('restrict', now)] : []));
      const decision = refusing(replay(begun));
      return decision.ok ? replay([...begun, ...decision.events]).review?.endsRestriction : decision.code;
    };
    expect([sent(true), sent(false)]).toEqual([true, undefined]);
  });

  it('is told of first where it began after the answer was written', () => {
    const written = story(taken('rectification'), refusing);
    const restricted = replay(story(written, by('restrict', now)));
    const answered = { ...restricted, state: 'refused', endedAt: now } as const;
    expect(by('liftRestriction', now)(answered)).toMatchObject({ ok: false, code: 'tell_first' });
  });
});

describe('a task', () => {
  it('may be done by its assignee, and only that one', () => {
    const events = story(taken('access'), by('assignTask', now));
    const done = (task: string) => markTaskDone(replay(events), { task, result: 'done' }, moment(now, sam));
    expect(done('scope').ok).toBe(true);
    expect(done('collate')).toMatchObject({ code: 'assignee_only' });
  });
});
