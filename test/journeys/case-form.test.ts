/** The case form as people meet it: what is signed is read first, and no fourth form is ever asked of Slack. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StateValues, WorkspaceMessage } from '../../src/workspace/contract.ts';
import { type BotAtDesk, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { canary, caseDesk, date, select, text, written } from '../support/case-desk.ts';
import { controlsOf, type PersonName } from '../support/workspace.ts';

// A Wednesday at ten: approvers are told at once.
let now = new Date('2026-12-02T10:00:00Z');
let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
beforeAll(async () => {
  at = await startBotAtDesk({ clock: () => now, desk: { clock: () => now } });
  desk = caseDesk(at);
});
afterAll(() => at.stop());

const minute = async (): Promise<void> => {
  now = new Date(now.getTime() + 60_000);
  await at.bot.eachMinute();
  await at.bot.idle();
};
const logs = (right: string, more: StateValues = {}): Promise<string> =>
  desk.logs('sam', right, { received_on: date('2026-12-02'), ...more });
/** Another person: a copy that somebody waits for keeps their data from being erased. */
const somebodyElse = { name: text('Ono Bright'), contact: text('ono@bright.example') };
const typesOf = async (number: string): Promise<readonly string[]> =>
  (await at.register.history(number)).map(({ type }) => type);
const asked = (name: PersonName, number: string): Promise<WorkspaceMessage> =>
  at.desk.waitFor(`${name} to be asked about ${number}`, () =>
    at.desk
      .person(name)
      .messages('dm')
      .findLast(
        ({ text: said, blocks }) =>
          said.includes(number) && controlsOf(blocks).some(({ actionId }) => actionId === 'approve_read'),
      ),
  );
const words = (name: PersonName): string => wordsOf(desk.person(name).view()?.view.blocks ?? []);

/** The letter from the open case, with whether something is held back and what it says of machines that decide. */
const writesAnswer = async (heldBack: 'Nothing' | 'Something', automated: string): Promise<void> => {
  const before = desk.person('priya').view()?.id;
  await desk.makes('priya', 'writeAnswer');
  await at.desk.waitFor('the letter', () => desk.person('priya').view()?.id !== before);
  await desk.person('priya').submits({
    held_back: {
      value: {
        type: 'radio_buttons',
        selected_option: {
          value: heldBack.toLowerCase(),
          text: { type: 'plain_text', text: heldBack },
        },
      },
    },
    fact_automated: written(automated),
  });
};

/** An access request up to the review of its answer. */
const toReview = async (): Promise<string> => {
  const number = await logs('access');
  await desk.does('priya', number, 'take');
  await desk.works('priya', number);
  await desk.opens('priya', number);
  await writesAnswer('Nothing', 'no machine decides about you.');
  await at.desk.waitFor('the preview', () =>
    String(desk.person('priya').view()?.view.private_metadata).includes('"page":"read"'),
  );
  await desk.person('priya').submits({});
  await desk.sees('priya', 'with the approvers');
  await minute();
  return number;
};

describe('what an approver signs', () => {
  it('stands whole on the screen, with its outcome, before the press that signs; the message signs nothing', async () => {
    const number = await toReview();
    const message = await asked('alex', number);
    await desk.person('alex').presses(message, 'approve_read');
    await desk.sees('alex', `Dear ${canary.name}`);
    expect(words('alex')).toContain('everything done or given');
    expect(await typesOf(number)).not.toContain('approved');
    const kept = (await at.register.history(number)).findLast(({ type }) => type === 'submitted_for_review');
    const shown = words('alex').replaceAll(/\s+/g, ' ');
    for (const line of (kept?.personal?.['letter'] ?? '').split('\n').filter((each) => each.trim() !== ''))
      expect(shown).toContain(line.replaceAll(/\s+/g, ' ').trim());

    await desk.makes('alex', 'approve');
    await desk.sees('alex', '✅');
    expect(await typesOf(number)).toContain('approved');
  }, 60_000);

  it('stands behind Open case too; what has to change is read by the owner in the case', async () => {
    const number = await toReview();
    await desk.opens('alex', number);
    await desk.sees('alex', `Dear ${canary.name}`);
    await desk.fills('alex', number, 'return', {
      reason: select('letter'),
      note: text('Name the recipients.'),
    });
    await desk.opens('priya', number);
    await desk.person('priya').presses(await desk.sees('priya', 'History'), 'case_history');
    const history = await desk.sees('priya', 'newest first');
    // A whole letter stands on a page of its own.
    expect(words('priya')).not.toContain(`Dear ${canary.name}`);
    const letter = controlsOf(history.view.blocks).find(({ actionId }) =>
      actionId.startsWith('history_letter'),
    );
    await desk.person('priya').presses(history, letter?.actionId ?? '');
    await desk.sees('priya', `Dear ${canary.name}`);
    await desk.opens('priya', number);
    expect(words('priya')).toContain('Name the recipients.');
    expect(words('priya')).toContain('The letter has to be changed');
  }, 60_000);
});

describe('a deletion', () => {
  it('is proposed with what is erased and what is kept, and the next step is the approver’s', async () => {
    const number = await logs('erasure', somebodyElse);
    await desk.does('priya', number, 'take');
    await desk.works('priya', number);
    await desk.fills('priya', number, 'logExemption', {
      exemption: select('legal_obligation'),
      reasons: text('Invoices of 2024'),
    });
    await desk.opens('priya', number);
    const before = desk.person('priya').view()?.id;
    await desk.makes('priya', 'proposeDeletion');
    const form = await at.desk.waitFor('the form', () =>
      desk.person('priya').view()?.id === before ? null : desk.person('priya').view(),
    );
    const initial = JSON.stringify(form?.view.blocks);
    expect(initial).toContain('their data in: CRM');
    expect(initial).toContain('Invoices of 2024: We must keep it by law');
    await desk.person('priya').submits({ keep: text('') });
    await desk.sees('priya', /required field|fill this in/);
    expect(await typesOf(number)).not.toContain('approval_requested');
    await desk.person('priya').submits({ keep: text('Invoices of 2024: the tax law.') });
    await desk.sees('priya', '✅');
    expect(words('priya')).toContain('An approver has to agree to the deletion');

    await minute();
    await desk.person('alex').presses(await asked('alex', number), 'approve_read');
    await desk.sees('alex', 'Invoices of 2024: the tax law.');
    expect(words('alex')).toContain('I delete nothing myself');
    await desk.fills('alex', number, 'decline', {
      reason: select('too_much'),
      note: text('Keep the contract too.'),
    });
    await desk.opens('priya', number);
    expect(words('priya')).toContain('Keep the contract too.');
    expect(words('priya')).toContain('It goes too far, or not far enough');
  }, 60_000);
});

describe('an objection', () => {
  it('is stopped or gone on with by two different presses, each with its words, and the letter takes them', async () => {
    const decided = async (action: 'stopUse' | 'goOn', fields: StateValues): Promise<string> => {
      const number = await logs('objection', somebodyElse);
      await desk.does('priya', number, 'take');
      await desk.works('priya', number, 'crm', 'stopUse');
      expect(controlsOf(desk.person('priya').view()?.view.blocks ?? []).map(({ label }) => label)).toEqual(
        expect.arrayContaining(['Stop the use', 'Go on with grounds']),
      );
      await desk.fills('priya', number, action, fields);
      const [before] = [desk.person('priya').view()?.id];
      await desk.makes('priya', 'writeAnswer');
      await at.desk.waitFor('the letter', () => desk.person('priya').view()?.id !== before);
      return number;
    };
    const resultOf = async (number: string) =>
      (await at.register.history(number)).flatMap((event) =>
        event.type === 'task_done' && event.task === 'stop' ? [event.result] : [],
      );
    const letter = (): string => JSON.stringify(desk.person('priya').view()?.view);

    const stopped = await decided('stopUse', { processing: text('Counting clicks.') });
    expect(await resultOf(stopped)).toEqual(['stopped']);
    expect(letter()).toContain('objection-upheld');
    expect(letter()).toContain('Counting clicks.');

    const goesOn = await decided('goOn', {
      processing: text('Looking for fraud.'),
      grounds: text('Fraud has to be found.'),
      weighed: text('Little harm.'),
    });
    expect(await resultOf(goesOn)).toEqual(['goes_on']);
    for (const words_ of [
      'objection-refused',
      'Looking for fraud.',
      'Fraud has to be found.',
      'Little harm.',
    ])
      expect(letter()).toContain(words_);
  }, 60_000);
});

describe('an erasure', () => {
  it('names each system in which something was found; one without a tick needs its reason', async () => {
    const number = await logs('erasure', { ...somebodyElse, name: text('Ada Moor') });
    await desk.does('priya', number, 'take');
    await desk.works('priya', number, 'crm', 'proposeDeletion');
    await desk.fills('priya', number, 'logSearch', {
      system: select('product_database'),
      result: select('found'),
      terms: text(''),
    });
    await desk.fills('priya', number, 'proposeDeletion', { keep: text('Nothing.') });
    await desk.fills('alex', number, 'agree', {});
    await desk.opens('priya', number);
    expect(desk.next('priya')).toBe('case_do:recordErasure');
    const before = desk.person('priya').view()?.id;
    await desk.makes('priya', 'recordErasure');
    await at.desk.waitFor('the form', () => desk.person('priya').view()?.id !== before);
    const told = { recipient: select('processor'), result: select('told') };
    await desk
      .person('priya')
      .submits({ erased_crm: select('erased'), erased_product_database: select('kept'), ...told });
    await desk.sees('priya', 'where it was not erased, and why');
    await desk.person('priya').submits({
      erased_crm: select('erased'),
      erased_product_database: select('kept'),
      note: text('Gone since March.'),
      ...told,
    });
    await desk.sees('priya', 'it is recorded where the data was erased');
    const done = (await at.register.history(number)).slice(-2);
    expect(done).toMatchObject([
      { type: 'task_done', task: 'delete', systems: ['crm'] },
      { type: 'recipient_told', recipient: 'processor' },
    ]);
  }, 60_000);
});

describe('three forms and no more', () => {
  const leavesOut = async (number: string): Promise<void> => {
    await writesAnswer('Something', 'typed before something was left out.');
    await desk.sees('priya', 'your draft is kept');
    const held = desk.person('priya').view();
    if (held === null) throw new Error('no form');
    await desk.person('priya').presses(held, 'case_do:logRedaction');
    await at.desk.waitFor('the log', () =>
      String(desk.person('priya').view()?.view.private_metadata).includes('logRedaction'),
    );
    await desk.person('priya').submits({ reason: select('third_party'), items: text('3'), note: text('') });
    await desk.sees('priya', 'it is recorded what was taken out');
    expect(number).toMatch(/^DSR/);
  };
  const readyToAnswer = async (): Promise<string> => {
    const number = await logs('access');
    await desk.does('priya', number, 'take');
    await desk.works('priya', number);
    return number;
  };
  const goesOn = async (): Promise<void> => {
    const view = desk.person('priya').view();
    if (view === null) throw new Error('no form');
    await desk.person('priya').presses(view, 'case_do:writeAnswer');
    await at.desk.waitFor('the letter with what was typed', () =>
      JSON.stringify(desk.person('priya').view()?.view.blocks).includes(
        'typed before something was left out',
      ),
    );
  };

  it('after something was left out and logged, the letter comes back with what was typed', async () => {
    const number = await readyToAnswer();
    await desk.opens('priya', number);
    await leavesOut(number);
    await goesOn();
  }, 60_000);

  it('the same from the list of cases, where the log is the fourth form', async () => {
    const number = await readyToAnswer();
    await desk.person('priya').closes(true);
    await desk.person('priya').types('general', '/privacy cases');
    const list = await desk.sees('priya', number);
    await desk.person('priya').presses(list, `open_case:${number}`);
    await desk.sees('priya', 'Next:');
    await leavesOut(number);
    await goesOn();
    // Slack was asked once, and what it would not stack took the place of the third.
    expect(at.desk.problems().map(({ error }) => error)).toContain('push_limit_reached');
  }, 60_000);
});

describe('what has to be clear first', () => {
  const unknown = { ...somebodyElse, requester: select('unknown') };

  it('who asks, where whoever logged it could not tell: asked before anything else, or said to be known', async () => {
    const number = await logs('access', unknown);
    await desk.does('priya', number, 'take');
    expect(desk.next('priya')).toBe('case_do:askForIdentity');
    await desk.does('priya', number, 'markDone');
    expect(desk.next('priya')).toBe('case_do:acknowledge');

    const asked_ = await logs('access', unknown);
    await desk.does('priya', asked_, 'take');
    await desk.asks('priya', asked_, 'askForIdentity', { fact_doubt_code: select('unknown_address') });
    expect(
      (await at.register.history(asked_)).find(({ type }) => type === 'identity_requested'),
    ).toMatchObject({ doubt: 'unknown_address' });
  }, 60_000);

  it('which right it is, where whoever logged it was not sure: named once, with its own steps', async () => {
    const number = await logs('unsure', somebodyElse);
    await desk.cardSays(number, 'Right not named yet');
    await desk.does('priya', number, 'take');
    expect(desk.next('priya')).toBe('case_do:nameRight');
    await desk.fills('priya', number, 'nameRight', { right: select('rectification') });
    await desk.cardSays(number, 'Rectification');
    expect(await typesOf(number)).toContain('unfrozen');
    await desk.unfolds('priya', 'steps');
    expect(words('priya')).toContain('Stop using the data until this is decided');
    expect(words('priya')).not.toContain('Name the right');
  }, 60_000);
});
