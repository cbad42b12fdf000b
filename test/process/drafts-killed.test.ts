import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { clockStartingAt } from '../../src/base/clock.ts';
import { projectRoot } from '../../src/base/root.ts';
import { sealFor } from '../../src/base/seal.ts';
import { openDrafts } from '../../src/register/files/draft-store.ts';
import { fileFolder } from '../../src/register/files/file-folder.ts';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';
import type { OpenView, StateValues } from '../../src/workspace/contract.ts';
import { ids } from '../../src/workspace/seed.ts';
import { date, intake, text } from '../support/case-desk.ts';
import { dice } from '../support/dice.ts';
import { built, folder, type Program, startProgram } from '../support/program.ts';
import { controlsOf, type PersonName, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

// Every form in which something is typed, in a bot of its own process. INTERRUPTIONS=200 for the whole measure.
const turns = Number(process.env['INTERRUPTIONS'] ?? 18);
const key = Buffer.alloc(32, 5).toString('base64');
const sealingUnder = (byte: number): Uint8Array =>
  parseRegisterKey(Buffer.alloc(32, byte).toString('base64')).sealing;

// A Monday morning: teams are asked at civil hours.
const clock = clockStartingAt(new Date('2026-11-23T10:00:00Z'));
let slack: TestWorkspace;
let dataDir = '';
let company = '';
let bot: Program;

/** On a machine that has no time a policy may be read too slowly, and the bot says so and ends: then once more. */
const start = async (left = 3): Promise<void> => {
  bot = startProgram({
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    PRIVACY_CHANNEL: slack.privacyChannel,
    PRIVACY_TEAM: slack.team.join(','),
    PRIVACY_APPROVERS: slack.approvers.join(','),
    COMPANY_FILE: company,
    REGISTER_KEY: key,
    DATA_DIR: dataDir,
    CLOCK: clock().toISOString(),
  });
  try {
    await bot.says('The bot is ready');
  } catch (error) {
    if (left === 0) throw error;
    await start(left - 1);
  }
};

const killed = async (): Promise<void> => {
  bot.signal('SIGKILL');
  await bot.exit;
  await start();
};

beforeAll(async () => {
  built();
  const manifest = parse(await readFile(join(projectRoot, 'manifest.yml'), 'utf8'));
  slack = await startTestWorkspace({ manifest, clock });
  dataDir = folder();
  const shipped = parse(await readFile(join(projectRoot, 'data/company.yaml'), 'utf8'));
  company = join(folder(), 'company.yaml');
  const teams = shipped.teams.map((team: { id: string }) =>
    team.id === 'support' ? { ...team, slack: [ids.jo] } : team,
  );
  await writeFile(company, stringify({ ...shipped, teams }));
  await start();
}, 180_000);
afterAll(async () => {
  bot.signal('SIGKILL');
  await slack.stop();
});

type Block = { readonly block_id?: string; readonly element?: Record<string, unknown> };
const blocksOf = (view: OpenView | null): readonly Block[] => (view?.view.blocks ?? []) as readonly Block[];
const has = (view: OpenView | null, field: string): boolean =>
  blocksOf(view).some(({ block_id }) => block_id === field);
const standing = (view: OpenView, field: string): string =>
  String(blocksOf(view).find(({ block_id }) => block_id === field)?.element?.['initial_value'] ?? '');

const form = (name: PersonName, field: string): Promise<OpenView> =>
  slack.waitFor(`the form with ${field} for ${name}`, () => {
    const view = slack.person(name).view();
    return view !== null && has(view, field) ? view : null;
  });

const presses = async (
  name: PersonName,
  actionId: string,
  more: Record<string, unknown> = {},
): Promise<void> => {
  const view = slack.person(name).view();
  if (view === null) throw new Error(`${name} sees no form`);
  await slack.person(name).presses(view, actionId, more);
};

const draftsUnder = (byte: number) =>
  openDrafts(fileFolder(join(dataDir, 'drafts')), sealFor(sealingUnder(byte), 'draft'));
/** Everything that is kept, opened. */
const onDisk = async (): Promise<string> => {
  const drafts = draftsUnder(5);
  const ids = await drafts.idsOf('');
  return JSON.stringify(await Promise.all(ids.map((id) => drafts.read(id))));
};

let number = '';
const inCase = async (name: PersonName): Promise<void> => {
  await slack.person(name).types('general', `/privacy case ${number}`);
  await slack.waitFor('the case', () => slack.person(name).view()?.view.callback_id === 'case');
};
const fromMenu = (action: string) => async (): Promise<void> => {
  await inCase('priya');
  await presses('priya', 'case_fold:more');
  const found = await slack.waitFor(`${action} in the menu`, () =>
    new RegExp(`"value":"(${action} [^"]+)"`).exec(JSON.stringify(slack.person('priya').view()?.view.blocks)),
  );
  await presses('priya', 'case_do:more', {
    selected_option: { value: found[1], text: { type: 'plain_text', text: action } },
  });
};
const message = (name: PersonName, channel: 'dm' | 'support' | 'privacy', actionId: string) =>
  slack.waitFor(`${name} to see ${actionId}`, () =>
    slack
      .person(name)
      .messages(channel)
      .findLast(({ blocks }) => controlsOf(blocks).some((each) => each.actionId.startsWith(actionId))),
  );

type Form = {
  readonly who: PersonName;
  readonly field: string;
  readonly opens: () => Promise<void>;
  /** What is sent so that the form says no, where it ever does. */
  readonly refused?: (words: string) => StateValues;
};

const forms: Readonly<Record<string, Form>> = {
  intake: {
    who: 'sam',
    field: 'words',
    refused: (words) => intake('access', { received_on: date('2099-01-01'), words: text(words) }),
    opens: async () => {
      await slack.person('sam').types('support', '/privacy request');
      const fresh = await form('sam', 'words');
      const begun = controlsOf(fresh.view.blocks).find(({ actionId }) =>
        actionId.startsWith('intake_go_on:'),
      );
      if (begun === undefined) return;
      await slack.person('sam').presses(fresh, begun.actionId);
      await slack.waitFor('the form gone on with', () => slack.person('sam').view()?.id !== fresh.id);
    },
  },
  note: { who: 'priya', field: 'note', opens: fromMenu('addNote') },
  exemption: { who: 'priya', field: 'reasons', refused: () => ({}), opens: fromMenu('logExemption') },
  round: {
    who: 'priya',
    field: 'terms',
    opens: async () => {
      await inCase('priya');
      await presses('priya', 'case_do:askTeams');
    },
  },
  search: {
    who: 'jo',
    field: 'findings',
    refused: () => ({}),
    opens: async () => {
      const asked = await message('jo', 'dm', 'team_found');
      const open = controlsOf(asked.blocks).find(({ actionId }) => actionId.startsWith('open_case'));
      await slack.person('jo').presses(asked, open?.actionId ?? '');
    },
  },
  'the question to the team': {
    who: 'jo',
    field: 'question',
    refused: (words) => ({ question: text(words) }),
    opens: async () => {
      await slack.person('jo').presses(await message('jo', 'dm', 'ask_team'), 'ask_team');
    },
  },
  'the answer of the team': {
    who: 'priya',
    field: 'answer',
    refused: (words) => ({ answer: text(words) }),
    opens: async () => {
      const card = await message('priya', 'privacy', 'answer_team_question');
      await slack.person('priya').presses(card, 'answer_team_question');
    },
  },
  feedback: {
    who: 'jo',
    field: 'note',
    refused: () => ({}),
    opens: async () => {
      await slack.person('jo').pressesLabel(await message('jo', 'dm', 'rate_answer'), 'Not helpful');
    },
  },
  'the question to the policy': {
    who: 'alex',
    field: 'question',
    opens: async () => {
      await slack.person('alex').opensHome();
      const home = await slack.waitFor('the Home tab', () => slack.person('alex').home());
      await slack.person('alex').presses(home, 'home_ask_button');
    },
  },
};

const types = async ({ who, field }: Form, view: OpenView, words: string): Promise<void> => {
  const element = blocksOf(view).find(({ block_id }) => block_id === field)?.element ?? {};
  const actionId = String(element['action_id']);
  const value = { type: 'plain_text_input', value: words };
  await slack.as(ids[who]).act({
    type: 'act',
    place: { view: view.id },
    blockId: field,
    actionId,
    action: value,
    state: { ...view.state, [field]: { [actionId]: value } },
  });
};

/** A case whose teams were asked, an answer to ask further about, and a question in the team's channel. */
const readies = async (): Promise<void> => {
  await slack.person('sam').types('support', '/privacy request');
  await form('sam', 'words');
  await slack.person('sam').submits(intake('access', { received_on: date('2026-11-23') }));
  number = await slack.waitFor(
    'the number',
    () => /DSR-\d{4}-\d{4}/.exec(JSON.stringify(slack.person('sam').view()?.view.blocks))?.[0],
  );
  await slack.person('sam').closes(true);
  await inCase('priya');
  await presses('priya', 'case_do:take');
  for (const action of ['acknowledge', 'askTeams']) {
    await slack.waitFor(`${action} to be next`, () =>
      controlsOf(slack.person('priya').view()?.view.blocks ?? []).some(
        ({ actionId }) => actionId === `case_do:${action}`,
      ),
    );
    const before = slack.person('priya').view()?.id;
    await presses('priya', `case_do:${action}`);
    await slack.waitFor('its form', () => slack.person('priya').view()?.id !== before);
    // Nothing was searched by herself: what is left keeps the step open.
    const none = { value: { type: 'checkboxes', selected_options: [] } };
    const fields = blocksOf(slack.person('priya').view()).flatMap(({ block_id = '' }) =>
      block_id.startsWith('searched_') ? [[block_id, none] as const] : [],
    );
    await slack.person('priya').submits(Object.fromEntries(fields));
    await slack.waitFor('it to be done', () => slack.person('priya').view()?.id === before);
  }
  await slack.person('priya').closes(true);
  await slack.person('jo').types('dm', 'Do we keep fingerprints of visitors?');
  await slack.person('jo').presses(await message('jo', 'dm', 'ask_team'), 'ask_team');
  await form('jo', 'question');
  await slack.person('jo').submits({});
  await slack.person('jo').closes(true);
};

it('loses nothing that was typed in any form, whatever interrupts it, and shows none of it to whoever has no key', async () => {
  await readies();
  const roll = dice(29);
  const typed = new Map<string, string>();
  const lost: string[] = [];
  const names = Object.keys(forms);
  for (let turn = 0; turn < turns; turn += 1) {
    const name = names[turn % names.length] ?? '';
    const one = forms[name];
    if (one === undefined) continue;
    const { who, field } = one;
    await slack.person(who).closes(true);
    await one.opens();
    const view = await form(who, field);
    const words = standing(view, field);
    if (typed.has(name) && words !== typed.get(name))
      lost.push(`${turn} ${name}: “${words}” instead of “${typed.get(name)}”`);
    const dies = roll();
    const what =
      dies < 0.4
        ? 'escape'
        : dies < 0.7
          ? 'closed'
          : dies < 0.93 && one.refused !== undefined
            ? 'refused'
            : 'killed';
    // An address makes the bot say no where several people would read it.
    const next = `Velvet marmalade ${turn}${what === 'refused' ? ' quilla@canary.example' : ''}`;
    await types(one, view, next);
    typed.set(name, next);
    if (what === 'escape') await slack.person(who).closes(false);
    else if (what === 'closed') await slack.person(who).closes(true);
    else if (what === 'killed') await killed();
    else await slack.person(who).submits(one.refused?.(next));
    if (what === 'killed' && !(await onDisk()).includes(next)) lost.push(`${turn} ${name}: killed`);
  }
  expect(typed.size).toBe(names.length);
  expect(lost).toEqual([]);
}, 2_400_000);

it('shows none of it to whoever has no key', async () => {
  const drafts = join(dataDir, 'drafts');
  const all = await readdir(drafts);
  expect(all.length).toBeGreaterThanOrEqual(Object.keys(forms).length);
  for (const name of all) {
    expect(await readFile(join(drafts, name), 'utf8')).not.toMatch(/marmalade/i);
    expect(await draftsUnder(6).read(name.replace('.json', ''))).toEqual({});
    expect(await draftsUnder(5).read(name.replace('.json', ''))).not.toEqual({});
  }
  expect(bot.out() + bot.err()).not.toMatch(/marmalade/i);
});
