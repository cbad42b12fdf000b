/** Handlers one by one, with plain values for what they say they take. */

import { expect, it } from 'vitest';
import { conversation } from '../../src/flows/ask/conversation.ts';
import { logRequests } from '../../src/flows/cases/log-request.ts';
import { asking } from '../../src/handlers/ask.ts';
import { workingOutDeadlines } from '../../src/handlers/deadline.ts';
import { lookingAtMessages } from '../../src/handlers/look-at-message.ts';
import { rating } from '../../src/handlers/rate.ts';
import { reminders } from '../../src/handlers/reminders.ts';
import { sharing } from '../../src/handlers/share.ts';
import { showingWhatWasSent } from '../../src/handlers/what-was-sent.ts';
import { workingCases } from '../../src/handlers/work-case.ts';
import { postingOnce } from '../../src/posts/posting-once.ts';
import { openFileLedger } from '../../src/register/files/file-ledger.ts';
import type { SlackOut } from '../../src/slack/port.ts';
import { temporaryFolder } from '../register/temp-folder.ts';
import { personAlone } from '../support/alone.ts';
import { lead, letter, openDesk } from '../support/desk.ts';
import { draftsInMemory } from '../support/drafts.ts';
import { slackDouble } from '../support/slack-out.ts';

const folder = temporaryFolder();

const onceIn = (done = new Set<string>()) => ({
  claim: async (key: string) => !done.has(key) && done.add(key) !== undefined,
  release: async (key: string) => void done.delete(key),
});

it('keeps one verdict of one person on one answer, and lets it be given again when it could not be kept', async () => {
  const kept: unknown[] = [];
  let full = true;
  const feature = rating({
    drafts: draftsInMemory(),
    once: onceIn(),
    questions: {
      remember: () => '',
      recall: async () => 'how long do we keep invoices?',
      beside: async () => null,
    },
    gaps: {
      rated: async (_, verdict) => {
        if (full) throw new Error('the disk is full');
        kept.push(verdict);
      },
      askedTeam: async () => {},
    },
  });
  const { press } = personAlone();
  await expect(feature.presses?.['answer_helpful']?.(press('answer_helpful', 'q1'))).rejects.toThrow('full');
  full = false;
  await feature.presses?.['answer_helpful']?.(press('answer_helpful', 'q1'));
  await feature.presses?.['answer_helpful']?.(press('answer_helpful', 'q1'));
  expect(kept).toEqual(['helpful']);
});

const noDrafts = {
  dropOlder: async () => {},
  read: async () => ({}),
  update: async () => {},
  drop: async () => {},
  idsOf: async () => [],
};

const noLetters = {
  templates: new Map(),
  sender: {
    controller: null,
    contact: null,
    signedBy: '',
    regulators: { uk: { name: '', contact: '' }, eu: { name: '', contact: '' } },
  },
  remaining: () => ({}),
  fromPolicy: async () => ({}),
  verify: () => null,
  recipientName: (id: string) => id,
};

const citation = {
  policy: 'p',
  version: 'v1',
  section: 'S',
  quote: 'We keep it.',
  start: 0,
  end: 11,
  leadIn: null,
  header: null,
};
const quoted = 'privacy-policy@abcdef012345:0-11';

it('shares an answer once in a channel, and again where Slack refused the first time', async () => {
  const posted: string[] = [];
  const ledger = await openFileLedger(folder(), () => new Date(0));
  const takes = { policies: [], verify: () => [citation] };
  const { press, shown } = personAlone();
  const share = (slack: SlackOut) =>
    sharing({
      ...takes,
      slack,
      postOnce: postingOnce({ ledger, slack, clock: () => new Date(0), after: async () => {} }),
    }).presses?.['share_answer']?.(press('share_answer', quoted));
  expect(await share(slackDouble(posted, 'not_in_channel'))).toBe('not_posted');
  expect(await share(slackDouble(posted))).toBe('shared');
  expect(await share(slackDouble(posted))).toBe('again');
  expect(posted).toEqual(['C0DESK']);
  expect(shown).toHaveLength(3);
  await ledger.close();
});

it('shares nothing when the policy has changed since', async () => {
  const { press } = personAlone();
  const posted: string[] = [];
  const slack = slackDouble(posted);
  const feature = sharing({ postOnce: async () => 'posted', policies: [], verify: () => null, slack });
  expect(await feature.presses?.['share_answer']?.(press('share_answer', quoted))).toBe('changed');
  expect(posted).toEqual([]);
});

const silent = {
  question: '',
  outcome: 'silent',
  answer: 'The policy does not say.',
  citations: [],
  nearest: [],
  didYouMean: [],
  law: [],
  procedure: [],
  verdict: null,
  foundBy: 'search',
  answeredBy: 'extract',
  confidence: 0,
} as const;

it.each([
  ['in time: the answer alone', true, 1],
  ['late: a sign, then the answer', false, 2],
])('answers a question %s', async (_, quick, words) => {
  const { press, shown } = personAlone();
  let answer: () => void = () => {};
  const late = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const feature = asking({
    cases: { rolesOf: async () => [] },
    drafts: draftsInMemory(),
    clock: () => new Date(0),
    slack: slackDouble([]),
    looking: { modelSeconds: null },
    policies: [],
    sections: [],
    examples: ['Who may see client data?'],
    holdings: [],
    questions: { remember: () => 'q1', recall: async () => '', beside: async () => null },
    conversation: conversation(() => new Date(0)),
    namingNobody: async (question) => question,
    contact: 'the privacy team',
    ask: async (question) => {
      if (!quick) await late;
      return { ...silent, question };
    },
    after: () =>
      quick
        ? new Promise(() => {})
        : Promise.resolve()
            .then(() => setImmediate(answer))
            .then(() => {}),
  });
  expect(await feature.presses?.['ask_this']?.(press('ask_this', 'who may see it?'))).toBe('silent');
  expect(shown).toHaveLength(words);
});

it('puts a reminder off, or marks the field that keeps it from that', async () => {
  const { form, shown } = personAlone();
  const at = async (ok: boolean) => {
    const feature = reminders({
      snooze: async () =>
        ok ? { ok, number: 'DSR-2026-0001', until: '2026-12-01' as never } : { ok, code: 'not_yours' },
    });
    return Object.values(feature.forms ?? {})[0]?.(form({ until: 'tomorrow' }, 'remind/x'));
  };
  expect([await at(true), await at(false)]).toEqual(['snoozed', 'refused']);
  expect(shown.map((line) => line.split(' ')[0])).toEqual(['show', 'reject']);
});

it('shows each person what was sent to a model, and says when there is none', async () => {
  const { typed } = personAlone();
  const shows = (recalled: 'sent' | null) =>
    showingWhatWasSent({
      slack: slackDouble([]),
      sentRequests:
        recalled === null ? null : { sent: () => {}, keptBack: () => {}, recall: async () => null },
    }).words?.['what-was-sent']?.handle(typed(''));
  expect([await shows('sent'), await shows(null)]).toEqual(['nothing_sent', 'nothing_sent']);
});

it('works out a deadline, and reads a message no later than now', async () => {
  const here = await openDesk('2026-11-23T09:00:00Z');
  try {
    const takes = {
      cases: here.desk,
      drafts: draftsInMemory(),
      newId: () => 'id1',
      clock: here.desk.clock,
      slack: slackDouble([]),
    };
    const { typed, press, shown } = personAlone();
    expect(await workingOutDeadlines(takes).words?.['deadline']?.handle(typed('2026-01-31 erasure'))).toBe(
      'worked_out',
    );
    expect(shown.join()).toMatch(/2 March|28 February|2 Mar/);
    const view = {
      id: 'V1',
      hash: '',
      callback_id: '',
      type: 'modal',
      blocks: [],
      state: { values: {} },
      private_metadata: '9999999999.000001',
    };
    await lookingAtMessages(takes).presses?.['log_this_message']?.(
      press('log_this_message', 'access', { view }),
    );
    expect(shown.at(-1)).toContain('2026-11-23');
  } finally {
    await here.close();
  }
});

it.each([
  ['a bot cannot be given a task', false, 'refused'],
  ['a colleague can', true, 'done assignTask'],
  ['nor is anybody kept from it when Slack does not say', null, 'done assignTask'],
])('%s', async (_, can, outcome) => {
  const here = await openDesk('2026-11-23T09:00:00Z');
  try {
    const logged = await logRequests(here.desk, letter({ rights: ['erasure'] }), lead, 'form-1');
    const number = logged.ok ? (logged.cases[0]?.request.number ?? '') : '';
    const { form, shown } = personAlone(lead);
    const feature = workingCases({
      cases: here.desk,
      clock: here.desk.clock,
      newId: () => 'id1',
      after: async () => {},
      slack: slackDouble([]),
      canHoldWork: async () => can,
      whoCan: async () => [],
      drafts: noDrafts,
      letters: noLetters,
    });
    const place = {
      action: 'assignTask',
      number,
      about: '',
      entry: 'e1',
      openedAt: '2026-11-23T09:00:00Z',
      view: '',
      beneath: '',
    };
    const sent = form({ task: 'check-hold', to: 'U0BOT0001' }, JSON.stringify(place));
    expect(await Object.values(feature.forms ?? {})[0]?.(sent)).toBe(outcome);
    expect(shown[0]?.startsWith('reject')).toBe(can === false);
  } finally {
    await here.close();
  }
});
