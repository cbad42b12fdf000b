/** The forms whose words used to be lost: an entry of the team, the reasons of a letter, the ask box of the Home tab. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenView } from '../../src/workspace/contract.ts';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { caseDesk, text, written } from '../support/case-desk.ts';
import { controlsOf, type PersonName } from '../support/workspace.ts';

let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
beforeAll(async () => {
  at = await startBotAtDesk();
  desk = caseDesk(at);
});
afterAll(() => at.stop());

type Block = { readonly block_id?: string; readonly element?: Readonly<Record<string, unknown>> };
const fieldOf = (view: OpenView | null, id: string): Block['element'] =>
  ((view?.view.blocks ?? []) as readonly Block[]).find(({ block_id }) => block_id === id)?.element;
const stands = (view: OpenView | null, id: string): unknown => fieldOf(view, id)?.['initial_value'];

/** One character more, as Slack tells of it. */
const types = async (name: PersonName, id: string, words: string): Promise<void> => {
  const view = desk.person(name).view();
  if (view === null) throw new Error('no form');
  const actionId = String(fieldOf(view, id)?.['action_id']);
  const value = { type: 'plain_text_input', value: words };
  await at.desk.as(desk.person(name).id).act({
    type: 'act',
    place: { view: view.id },
    blockId: id,
    actionId,
    action: value,
    state: { ...view.state, [id]: { [actionId]: value } },
  });
};
const withField = (name: PersonName, id: string): Promise<OpenView> =>
  at.desk.waitFor(`the form with ${id} for ${name}; sees ${desk.shown(name).slice(0, 600)}`, () => {
    const view = desk.person(name).view();
    return fieldOf(view, id) === undefined ? null : view;
  });
/** Escape and Back close one form, X all of them; then another instance answers. */
const interruptions: readonly (readonly [string, (name: PersonName) => Promise<unknown>])[] = [
  ['Escape', (name) => desk.person(name).closes(false)],
  ['X', (name) => desk.person(name).closes(true)],
  [
    'another instance',
    async (name) => {
      await desk.person(name).closes(true);
      await at.another();
    },
  ],
];

describe('an entry of the team', () => {
  const opens = async (): Promise<OpenView> => {
    await desk.person('priya').closes(true);
    await desk.person('priya').types('privacy', '/privacy entries');
    await desk.person('priya').pressesLabel(await desk.sees('priya', 'No, neither calls'), 'Edit');
    return withField('priya', 'answer');
  };

  it('keeps what is typed over Escape, X, a refusal and another instance, until it is saved', async () => {
    await at.bot.parts.entries.save({
      id: 'e1',
      question: 'Do we record telephone calls?',
      answer: 'No, neither calls nor voicemail.',
      answeredBy: desk.person('priya').id,
      savedBy: desk.person('priya').id,
    });
    let typed: unknown = 'No, neither calls nor voicemail.';
    for (const [how, interrupted] of interruptions) {
      expect(stands(await opens(), 'answer'), how).toBe(typed);
      typed = `Velvet marmalade, ${how}`;
      await types('priya', 'answer', String(typed));
      await interrupted('priya');
    }
    await opens();
    await desk.person('priya').submits({ answer: text('Velvet marmalade for ada@example.org') });
    await desk.sees('priya', 'An entry holds no personal data');
    expect(stands(await opens(), 'answer')).toBe('Velvet marmalade for ada@example.org');
    await desk.person('priya').submits({ answer: text('Neither calls nor voicemail: No, neither calls.') });
    await at.desk.waitFor(
      'the list again',
      () => desk.person('priya').view()?.view.callback_id !== 'team_entry',
    );
    expect(stands(await opens(), 'answer')).toBe('Neither calls nor voicemail: No, neither calls.');
  });
});

describe('the reasons of a refusal', () => {
  const fields = {
    fact_processing: written('Statistics on the use of our Site.'),
    fact_grounds: written('Fraud has to be found.'),
    fact_weighed: written('No harm to the person.'),
  };
  let number = '';
  const opens = async (): Promise<OpenView> => {
    await desk.person('priya').closes(true);
    await desk.opens('priya', number);
    await desk.makes('priya', 'refuse');
    return withField('priya', 'fact_register_reasons');
  };

  it('keep what is typed over Escape, X, a refusal and another instance', async () => {
    number = await desk.logs('sam', 'objection');
    await desk.does('priya', number, 'take');
    await desk.works('priya', number, 'crm', 'stopUse');
    let typed: unknown;
    for (const [how, interrupted] of interruptions) {
      expect(stands(await opens(), 'fact_register_reasons'), how).toBe(typed);
      typed = `Velvet marmalade, ${how}`;
      await types('priya', 'fact_register_reasons', String(typed));
      await interrupted('priya');
    }
    await opens();
    await types('priya', 'fact_register_reasons', 'Marmalade weighed.');
    await desk.person('priya').submits({ ...fields, fact_register_reasons: written('Marmalade weighed.') });
    await at.desk.waitFor(
      'the refusal',
      () => Object.keys(desk.person('priya').view()?.errors ?? {}).length > 0,
    );
    expect(stands(await opens(), 'fact_register_reasons')).toBe('Marmalade weighed.');
  });
});

describe('the ask box of the Home tab', () => {
  const home = () => desk.person('jo').home();
  const opens = async (): Promise<OpenView> => {
    const before = home()?.hash;
    await desk.person('jo').opensHome();
    return at.desk.waitFor('the Home tab', () => (home()?.hash === before ? null : home()));
  };
  const presses = async (label: string, question: string): Promise<void> => {
    const tab = home();
    if (tab === null) throw new Error('no Home tab');
    const value = { type: 'plain_text_input', value: question };
    const found = controlsOf(tab.view.blocks).find((each) => each.label === label);
    if (found === undefined) throw new Error(`no ${label}`);
    await desk.person('jo').presses(tab, found.actionId, {}, { home_question: { home_ask: value } });
  };
  const kept = async (expected: unknown): Promise<void> => {
    // Whichever instance had the press may still be writing when another draws the tab.
    let shown: unknown;
    for (let tries = 0; tries < 20; tries += 1) {
      shown = stands(await opens(), 'home_question');
      if (shown === expected) break;
    }
    expect(shown).toBe(expected);
  };

  it('keeps a question over another press, a refusal and another instance, until it is answered', async () => {
    await opens();
    await presses('Log a rights request', 'Velvet marmalade, who sees it?');
    await desk.person('jo').closes(true);
    await kept('Velvet marmalade, who sees it?');
    await at.another();
    await kept('Velvet marmalade, who sees it?');
    const long = `Velvet marmalade ${'and more '.repeat(120)}`.trim().slice(0, 1_000);
    await presses('Ask', `${long}${'x'.repeat(30)}`);
    await kept(`${long}${'x'.repeat(30)}`.slice(0, 1_000));
    await presses('Ask', 'Who may see client data?');
    await desk.sees('jo', 'operations team');
    await desk.person('jo').closes(true);
    await kept(undefined);
    await presses('Log a rights request', 'Half a question');
    await desk.person('jo').closes(true);
    await kept('Half a question');
    await presses('Log a rights request', '');
    await desk.person('jo').closes(true);
    await kept(undefined);
    expect(labelsOf(home()?.view.blocks ?? [])).toContain('Ask');
  });
});

it('shows none of it to whoever has no key', async () => {
  const folder = join(at.dataDir, 'drafts');
  const all = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  expect(all.length).toBeGreaterThan(0);
  expect(all.join('\n')).not.toMatch(/marmalade/i);
  expect(
    wordsOf(
      at.desk
        .person('priya')
        .messages('privacy')
        .flatMap(({ blocks }) => blocks),
    ),
  ).not.toMatch(/marmalade/i);
  expect(at.logged()).not.toMatch(/marmalade/i);
});
