import { describe, expect, it } from 'vitest';
import { type LetterSituation, lettersFor } from '../../src/letters/letters-for.ts';
import { templates } from './good-facts.ts';

const fresh: LetterSituation = {
  right: 'access',
  state: 'received',
  regime: 'uk',
  clientWorkspace: false,
  agent: false,
  acknowledgedAt: null,
  restricted: false,
  review: null,
  outcome: null,
  extended: false,
  overdue: false,
};
const review = (outcome: 'full' | 'partial' | 'no_data' | 'refused') => ({
  by: 'U1',
  sentAt: '2026-11-26T10:00:00Z',
  outcome,
  ground: null,
  contentHash: 'x',
  approvedBy: null,
});
const known = { acknowledgedAt: '2026-11-25T10:00:00Z' };

describe('the letters that fit a case', () => {
  it.each<readonly [string, Partial<LetterSituation>, string]>([
    ['a new request', {}, 'acknowledgement'],
    ['a new complaint', { right: 'complaint' }, 'complaint-acknowledgement'],
    ['a new marketing objection', { right: 'direct_marketing_objection', ...known }, 'marketing-stopped'],
    ['a withdrawal of consent', { right: 'consent_withdrawal', ...known }, 'consent-withdrawn'],
    ['data in a client workspace', { clientWorkspace: true }, 'forwarded-to-controller'],
    ['waiting for identity', { state: 'awaiting_identity', ...known }, 'chaser'],
    ['work on access', { state: 'in_progress', ...known }, 'access-answer'],
    ['work on erasure', { right: 'erasure', state: 'in_progress', ...known }, 'erasure-answer'],
    ['work on restriction', { right: 'restriction', state: 'in_progress', ...known }, 'restriction-answer'],
    ['work on objection', { right: 'objection', state: 'in_progress', ...known }, 'objection-upheld'],
    ['work on portability', { right: 'portability', state: 'approved', ...known }, 'portability-answer'],
    ['a refusal under review', { state: 'ready_for_review', ...known, review: review('refused') }, 'refusal'],
    ['a partial answer', { state: 'approved', ...known, review: review('partial') }, 'access-answer'],
    [
      'a partial answer to an objection',
      { right: 'objection', state: 'approved', ...known, review: review('partial') },
      'refusal',
    ],
    ['nothing found', { state: 'approved', ...known, review: review('no_data') }, 'no-data'],
    ['an overdue answer', { state: 'in_progress', ...known, overdue: true }, 'access-answer'],
    ['a complaint looked into', { right: 'complaint', state: 'in_progress', ...known }, 'complaint-outcome'],
    ['a withdrawn request', { state: 'withdrawn', ...known }, 'withdrawal-confirmed'],
    ['a lapsed request', { state: 'lapsed', ...known }, 'lapsed'],
    ['client data', { right: 'client_data_deletion', state: 'received' }, 'client-data-returned'],
  ])('%s: first of all %s', (_, change, first) => {
    expect(lettersFor(templates, { ...fresh, ...change })[0]).toBe(first);
  });

  it.each<readonly [string, Partial<LetterSituation>, string]>([
    ['no second extension', { state: 'in_progress', extended: true }, 'extension'],
    ['no extension once it is late', { state: 'in_progress', overdue: true }, 'extension'],
    [
      'no refusal of a marketing objection',
      { right: 'direct_marketing_objection', state: 'in_progress' },
      'refusal',
    ],
    ['no identity check for consent', { right: 'consent_withdrawal' }, 'identity-request'],
    ['no identity check for marketing', { right: 'direct_marketing_objection' }, 'identity-request'],
    ['no authority without an agent', {}, 'authority-request'],
    [
      'no lifting where nothing is restricted',
      { right: 'restriction', state: 'in_progress' },
      'restriction-lifting-notice',
    ],
    ['no answer before identity is known', { state: 'awaiting_identity' }, 'access-answer'],
  ])('%s', (_, change, never) => {
    expect(lettersFor(templates, { ...fresh, ...change })).not.toContain(never);
  });
});
