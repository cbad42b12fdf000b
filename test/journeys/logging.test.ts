import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StateValues } from '../../src/workspace/contract.ts';
import { type BotAtDesk, startBotAtDesk, wordsOf } from '../support/bot.ts';

let at: BotAtDesk;
beforeAll(async () => {
  at = await startBotAtDesk();
});
afterEach(() => at.desk.person('sam').closes(true));
afterAll(() => at.stop());
const sam = () => at.desk.person('sam');

const text = (value: string) => ({ value: { type: 'plain_text_input', value } });
const select = (value: string) => ({
  value: { type: 'static_select', selected_option: { value, text: { type: 'plain_text', text: value } } },
});
const ticks = (...values: readonly string[]) => ({
  value: {
    type: 'checkboxes',
    selected_options: values.map((value) => ({ value, text: { type: 'plain_text', text: value } })),
  },
});
const form = (change: StateValues = {}): StateValues => ({
  rights: ticks('access'),
  received_on: { value: { type: 'datepicker', selected_date: '2026-01-30' } },
  received_at: { value: { type: 'timepicker', selected_time: null } },
  channel: select('phone'),
  name: text('Quilla Zephyrine'),
  contact: text('quilla@canary.example'),
  words: text('Send me everything you have on me.'),
  people: select('customer'),
  agent: text(''),
  client: text(''),
  breach: ticks(),
  ...change,
});
const opened = async (type = () => sam().types('support', '/privacy request')) => {
  await type();
  return at.desk.waitFor('the intake form', () => sam().view());
};
const shownWords = () => wordsOf(sam().view()?.view.blocks ?? []);

describe('logging a rights request', () => {
  it.each([
    ['/privacy request', () => sam().types('support', '/privacy request')],
    ['/privacy-request', () => sam().types('support', '/privacy-request')],
    ['the global shortcut', () => sam().usesShortcut('log_rights_request')],
  ])('opens the same form from %s', async (_, action) => {
    const view = await opened(action);
    expect(wordsOf(view.view.blocks)).toContain('Which right?');
  });

  it('logs it, shows the number and the due date with its reason, and keeps the person out of every message', async () => {
    await opened();
    await sam().submits(form());
    const words = await at.desk.waitFor('the number', () =>
      shownWords().includes('DSR-') ? shownWords() : null,
    );
    expect(words).toMatch(/DSR-\d{4}-0001/);
    expect(words).toContain('Mon 2 Mar 2026');
    const everything = JSON.stringify(at.desk.changes.filter(({ type }) => type !== 'views'));
    expect(everything + at.logged()).not.toMatch(/quilla|zephyrine|everything you have on me/i);
  });

  it('logs a decision by a machine that somebody contests, as a right of its own', async () => {
    await opened();
    await sam().submits(form({ rights: ticks('objection'), automated: ticks('yes') }));
    const words = await at.desk.waitFor('the number', () =>
      shownWords().includes('DSR-') ? shownWords() : null,
    );
    expect(words).toContain('Automated decision');
    expect(words).not.toContain('Objection');
  });

  it('marks what is missing, keeps what was typed, and saves nothing', async () => {
    await opened();
    await sam().submits(form({ name: text('   '), words: text('\n') }));
    const view = await at.desk.waitFor('the marks', () => {
      const now = sam().view();
      return now !== null && Object.keys(now.errors).length > 0 ? now : null;
    });
    expect(Object.keys(view.errors).sort()).toEqual(['name', 'words']);
    expect(view.trouble).toBeNull();
  });

  it('refuses a day that has not come yet, on the field of the day', async () => {
    await opened();
    await sam().submits(
      form({ received_on: { value: { type: 'datepicker', selected_date: '2999-01-01' } } }),
    );
    const view = await at.desk.waitFor('the mark', () => {
      const now = sam().view();
      return now !== null && Object.keys(now.errors).length > 0 ? now : null;
    });
    expect(Object.keys(view.errors)).toEqual(['received_on']);
  });

  it('says what is said aloud of two cases: both references, and that what stops stops now', async () => {
    await opened();
    await sam().submits(form({ rights: ticks('access', 'direct_marketing_objection') }));
    const words = await at.desk.waitFor('the numbers', () =>
      shownWords().includes('2 cases are in the register') ? shownWords() : null,
    );
    const spoken = /“([^”]+)”/.exec(words)?.[1] ?? '';
    expect(spoken).toMatch(/references are DSR-\d{4}-\d{4} and DSR-\d{4}-\d{4}\./);
    expect(spoken).toContain('stops now');
    expect(spoken).not.toMatch(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Dec) /);
    // Whoever only took the call is asked to do nothing about it.
    expect(words).toContain('you need do nothing more');
  });

  it('gives a complaint the day by which it is acknowledged, and a client that leaves what its date waits for', async () => {
    await opened();
    const now = at.bot.parts.clock().toISOString().slice(0, 10);
    await sam().submits(
      form({
        rights: ticks('complaint'),
        received_on: { value: { type: 'datepicker', selected_date: now } },
      }),
    );
    await at.desk.waitFor('the complaint', () => shownWords().includes('Acknowledge by'));
    expect(shownWords()).not.toContain('Answer by');
    await sam().closes(true);
    await opened();
    await sam().submits(form({ rights: ticks('client_data_deletion'), people: select('client') }));
    await at.desk.waitFor('the client', () => shownWords().includes('has asked for deletion in writing'));
  });

  it('throws away what was begun earlier, and keeps what stands in the fresh form', async () => {
    await opened();
    await sam().submits(form({ name: text('  '), words: text('The first caller.') }));
    await at.desk.waitFor('the marks', () => Object.keys(sam().view()?.errors ?? {}).length > 0);
    await sam().closes(true);
    const fresh = await opened();
    const drop = JSON.stringify(fresh.view.blocks).match(/intake_drop:[\w-]+/)?.[0] ?? '';
    await sam().presses(fresh, drop, {}, form({ name: text('Somebody New') }));
    await at.desk.waitFor('the form without it', () =>
      JSON.stringify(sam().view()?.view.blocks).includes('Somebody New'),
    );
    expect(JSON.stringify(sam().view()?.view.blocks)).not.toContain(drop);
    await sam().closes(true);
  });

  it.each([
    ['/privacy log he wants to be forgotten', true],
    ['/privacy log the customer asked for a copy of her data', true],
    ['/privacy log files: how long do we keep them?', false],
  ])('%s', async (typed, logs) => {
    const before = sam().messages('support').length;
    await sam().types('support', typed);
    if (!logs) {
      await at.desk.waitFor('an answer', () => sam().messages('support').length > before);
      expect(sam().view()).toBeNull();
      return;
    }
    const view = await at.desk.waitFor('the intake form', () => sam().view());
    expect(JSON.stringify(view.view.blocks)).toContain(typed.replace('/privacy log ', ''));
  });
});
