import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../src/base/root.ts';
import { runCommand } from '../../src/cli.ts';
import { type BotAtDesk, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { canaryMarks, caseDesk, date } from '../support/case-desk.ts';

// A Monday, so that the week's digest is due.
const now = new Date('2026-11-30T09:20:00Z');
let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
const numbers: string[] = [];
beforeAll(async () => {
  at = await startBotAtDesk({ clock: () => now });
  desk = caseDesk(at);
  for (const [right, received] of [
    ['access', '2026-10-20'],
    ['erasure', '2026-11-27'],
    ['complaint', '2026-11-26'],
    ['direct_marketing_objection', '2026-11-27'],
  ] as const)
    numbers.push(await desk.logs('sam', right, { received_on: date(received) }));
});
afterAll(() => at.stop());

const priya = () => desk.person('priya');
const files = () =>
  priya()
    .messages('dm')
    .flatMap((message) => message.files);
const opens = async () => {
  await priya().closes(true);
  await priya().types('general', '/privacy report');
  return desk.sees('priya', 'Hand-over');
};
/** Presses a button of the report and answers the file that comes. */
const takes = async (label: string) => {
  const before = files().length;
  await priya().pressesLabel(await opens(), label);
  await desk.sees('priya', 'stands in our direct messages');
  const file = await at.desk.waitFor('a file', () => files()[before]);
  return { file, body: Buffer.from(await (await fetch(file.url)).arrayBuffer()) };
};

describe('the report at the desk', () => {
  it('shows the team counts, figures and who has to move', async () => {
    const words = wordsOf((await opens()).view.blocks);
    expect(words).toContain('4 open of 4 cases');
    expect(words).toContain('*1*  overdue');
    for (const number of numbers) expect(words).toContain(number);
    expect(words).not.toMatch(canaryMarks);
  });

  it('opens from the Home tab of the team', async () => {
    await priya().closes(true);
    await priya().opensHome();
    const home = await at.desk.waitFor('the Home tab', () => priya().home());
    expect(wordsOf(home.view.blocks)).toContain('*4 open:*');
    await priya().pressesLabel(home, 'Report');
    await desk.sees('priya', '4 open of 4 cases');
  });

  it('sends the picture privately, with words that say the same', async () => {
    const { file, body } = await takes('Show as a picture');
    expect(body.subarray(1, 4).toString()).toBe('PNG');
    expect(file.alt).toContain('4 open cases on Mon 30 Nov 2026');
    expect(file.alt).toContain('overdue');
  });

  it('sends the open cases as a table into direct messages, and says the same in words', async () => {
    await priya().closes(true);
    await priya().types('general', '/privacy report');
    const report = await desk.sees('priya', '4 open of 4 cases');
    await priya().pressesLabel(report, 'Show as a table');
    const sent = await at.desk.waitFor('the table', () =>
      priya()
        .messages('dm')
        .find(({ blocks }) => JSON.stringify(blocks).includes('"data_table"')),
    );
    for (const number of numbers) {
      expect(sent.text).toContain(number);
      expect(JSON.stringify(sent.blocks)).toContain(number);
    }
    expect(JSON.stringify(sent)).not.toMatch(canaryMarks);
    await desk.sees('priya', 'stands in our direct messages');
  });

  it('sends the deadlines as a calendar, and the register as a spreadsheet', async () => {
    const calendar = (await takes('Calendar file')).body.toString();
    expect(calendar.match(/BEGIN:VEVENT/gu)).toHaveLength(4);
    const sheet = (await takes('Spreadsheet')).body.toString();
    for (const number of numbers) expect(sheet).toContain(number);
    expect(calendar + sheet).not.toMatch(canaryMarks);
  });

  it('refuses whoever is not on the team', async () => {
    const sam = desk.person('sam');
    await sam.closes(true);
    await sam.types('general', '/privacy report');
    await at.desk.waitFor('a refusal', () =>
      sam.messages('general').some(({ text, ephemeralFor }) => ephemeralFor !== null && /team/.test(text)),
    );
    expect(sam.view()).toBeNull();
  });

  it('puts the week into Monday’s message', async () => {
    await at.bot.remind();
    const digest = await at.desk.waitFor('the digest', () =>
      priya()
        .messages('privacy')
        .find(({ text }) => text.startsWith('Privacy reminders')),
    );
    const words = wordsOf(digest.blocks);
    expect(words).toContain('*The week: 4 open.*');
    expect(words).toMatch(/Overdue 1:\* DSR-2026-0001/u);
    expect(at.desk.problems()).toEqual([]);
  });
});

describe('the list of open cases', () => {
  it('shows only what it is asked to, and says so when there is nothing', async () => {
    await priya().closes(true);
    await priya().types('general', '/privacy cases');
    const filter = async (value: string, words: string) => {
      const view = priya().view();
      if (view === null) throw new Error('no list');
      await priya().presses(view, 'cases_filter', {
        selected_option: { value, text: { type: 'plain_text', text: value } },
      });
      return wordsOf((await desk.sees('priya', words)).view.blocks);
    };
    await desk.sees('priya', '4 open cases');
    const overdue = await filter('overdue', '*1 open case*');
    expect(overdue).toContain(numbers[0]);
    expect(overdue).not.toContain(numbers[1]);
    await filter('mine', 'No open case is like that.');
    await filter('all', '*4 open cases*');
  });
});

describe('nobody is named', () => {
  const run = async (...args: readonly string[]): Promise<string> => {
    const said: string[] = [];
    const code = await runCommand(args, {
      lines: async function* () {},
      out: (line) => said.push(line),
      err: (line) => said.push(line),
      terminal: false,
      env: { DATA_DIR: at.dataDir },
      clock: () => now,
    });
    expect(code).toBe(0);
    return said.join('\n');
  };

  it('in anything that the bot posted, sent or logged', () => {
    expect(files().length).toBeGreaterThanOrEqual(3);
    expect(desk.public()).toContain('The week');
    expect(desk.public()).not.toMatch(canaryMarks);
    expect(JSON.stringify(priya().home())).not.toMatch(canaryMarks);
  });

  it('in anything that the command line prints or writes about the register', async () => {
    const file = (name: string): string => join(at.dataDir, name);
    const said = [
      await run('report'),
      await run('report', '--json'),
      await run('report', '--handover'),
      await run('report', '--ics', file('out.ics')),
      await run('report', '--picture', file('out.svg')),
      await run('register', 'list'),
      await run('register', 'list', '--json'),
      await run('register', 'export', '--csv', file('out.csv')),
    ];
    for (const name of ['out.ics', 'out.svg', 'out.csv']) said.push(await readFile(file(name), 'utf8'));
    for (const each of said) {
      expect(each.length).toBeGreaterThan(40);
      expect(each).not.toMatch(canaryMarks);
    }
    expect(said.at(-1)).toContain('DSR-2026-0001');
  });
});

describe('an app that was installed before it asked for files', () => {
  it('says so, and what to ask for', async () => {
    const whole = await readFile(join(projectRoot, 'manifest.yml'), 'utf8');
    const older = await startBotAtDesk({ manifest: parse(whole.replace(/ +- files:write\n/u, '')) });
    const there = caseDesk(older);
    await there.person('priya').types('general', '/privacy report');
    await there.person('priya').pressesLabel(await there.sees('priya', '0 open of 0 cases'), 'Calendar file');
    await there.sees('priya', 'files:write');
    await older.stop();
  });
});
