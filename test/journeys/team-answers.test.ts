/** A team that is asked to search: what it can say, what is asked about instead of recorded, and how it is put right. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Company } from '../../src/company/company.ts';
import type { StateValues, WorkspaceMessage } from '../../src/workspace/contract.ts';
import { ids } from '../../src/workspace/seed.ts';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { canaryMarks, caseDesk, date, select, text, ticks } from '../support/case-desk.ts';
import { teamsAtDesk } from '../support/hands.ts';
import { controlsOf, type PersonName } from '../support/workspace.ts';

const now = new Date('2026-11-30T10:00:00Z');
/** Jo keeps most systems and the tickets too; nobody can be asked about the accounts. */
const staffed = (company: Company): Company => {
  const full = teamsAtDesk(company);
  const slackOf: Readonly<Record<string, readonly string[]>> = { support: [ids.sam, ids.jo], accounts: [] };
  return { ...full, teams: full.teams.map((team) => ({ ...team, slack: slackOf[team.id] ?? team.slack })) };
};
let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
beforeAll(async () => {
  at = await startBotAtDesk({ clock: () => now, staffed, desk: { clock: () => now } });
  desk = caseDesk(at);
});
afterAll(() => at.stop());

const person = (name: PersonName) => at.desk.person(name);
const told = (name: PersonName, number: string): readonly WorkspaceMessage[] =>
  person(name)
    .messages('dm')
    .filter(({ text: said }) => said.includes(number));
const words = (name: PersonName): string => wordsOf(person(name).view()?.view.blocks ?? []);
/** The question about several systems, which Jo gets. */
const question = (number: string): Promise<WorkspaceMessage> =>
  at.desk.waitFor('the question', () =>
    told('jo', number).find(({ blocks }) => JSON.stringify(blocks).includes('team_where')),
  );
const redrawn = (name: PersonName, ts: string, what: string): Promise<WorkspaceMessage> =>
  at.desk.waitFor(`${what} in the message`, () =>
    person(name)
      .messages('dm')
      .find((one) => one.ts === ts && wordsOf(one.blocks).includes(what)),
  );
const ticked = (...systems: readonly string[]): StateValues => ({
  where_0: {
    team_where: { type: 'checkboxes', selected_options: ticks(...systems).value.selected_options },
  },
});
const radio = (value: string) => ({
  value: { type: 'radio_buttons', selected_option: { value, text: { type: 'plain_text', text: value } } },
});
const answersOf = async (number: string) =>
  (await at.register.history(number)).flatMap((event) => (event.type === 'team_answered' ? [event] : []));

const logs = (right: string) => desk.logs('sam', right, { received_on: date('2026-11-30') });

const asked = async (right: string): Promise<string> => {
  const number = await logs(right);
  await desk.does('priya', number, 'take');
  await desk.fills('priya', number, 'askTeams', {});
  await person('priya').closes(true);
  return number;
};

describe('a team that is asked', () => {
  let number = '';
  let ts = '';

  it('reads by when to answer, and why by then', async () => {
    number = await asked('access');
    const message = await question(number);
    ({ ts } = message);
    expect(wordsOf(message.blocks)).toMatch(/answer by \*\w{3} \d+ \w{3} 202\d\*: 10 working days before/);
  });

  it('is asked about a tick beside “Nothing there”, and nothing is recorded meanwhile', async () => {
    await person('jo').presses(await question(number), 'team_nothing', {}, ticked('crm'));
    await desk.sees('jo', 'You ticked CRM');
    expect(await answersOf(number)).toEqual([]);
    expect(JSON.stringify(person('jo').view()?.view.blocks)).toContain('"initial_options":[{"value":"crm"');
  });

  it('is refused the same contradiction in the form, and keeps what was typed', async () => {
    await person('jo').submits({
      result: radio('not_found'),
      where_0: ticks('crm'),
      findings: text('Two rows.'),
    });
    await at.desk.waitFor('the refusal', () => person('jo').view()?.errors?.['result']);
    await person('jo').submits({ result: radio('found'), where_0: ticks() });
    await at.desk.waitFor('the refusal', () => person('jo').view()?.errors?.['where_0']);
    expect(await answersOf(number)).toEqual([]);
    await person('jo').closes(true);
  });

  it('reads what it answered, for which system, what to do with it, and may correct it', async () => {
    await person('jo').presses(await question(number), 'team_found', {}, ticked('crm'));
    const message = await redrawn('jo', ts, '): answered');
    const said = wordsOf(message.blocks);
    expect(said).toContain('*Found:* CRM');
    expect(said).toMatch(/\*Nothing there:\* .*Mailboxes/);
    expect(said).toContain(`Send what you found to <@${ids.priya}>`);
    expect(said).not.toContain('Nothing more to do');
    expect(labelsOf(message.blocks)).toEqual(['Say what and where', 'Correct it']);
  });

  it('corrects it: the correction stands in the history as one, the message says so, and the owner hears it', async () => {
    const before = told('priya', number).length;
    const message = await redrawn('jo', ts, '): answered');
    await person('jo').presses(message, 'team_correct');
    await desk.sees('jo', 'What you answered stands below');
    await person('jo').submits({
      result: radio('found'),
      where_0: ticks('slack'),
      findings: text('Quilla’s messages in three channels.'),
    });
    await desk.sees('jo', '): answered');
    await person('jo').closes(true);
    expect(wordsOf((await redrawn('jo', ts, '*Found:* Slack')).blocks)).not.toContain('*Found:* CRM');
    expect((await answersOf(number)).filter(({ corrects }) => corrects === true)).toMatchObject([
      { system: 'crm', result: 'not_found' },
      { system: 'slack', result: 'found' },
    ]);
    const heard = await at.desk.waitFor('the owner to hear', () =>
      told('priya', number).find(({ blocks }) => wordsOf(blocks).includes('corrected its answer')),
    );
    expect(wordsOf(heard.blocks)).toMatch(/CRM: nothing there; Slack: found/);
    await at.bot.idle();
    expect(told('priya', number)).toHaveLength(before + 1);
  });

  it('finds one entry in the history for one answer, which names the systems', async () => {
    await desk.opens('priya', number);
    const view = person('priya').view();
    if (view === null) throw new Error('no case');
    await person('priya').presses(view, 'case_history');
    await desk.sees('priya', 'newest first');
    const history = words('priya');
    expect(history.match(/> answered: /g)).toHaveLength(1);
    expect(history).toMatch(/answered: found in CRM; nothing there in .*Slack/);
    expect(history).toMatch(/corrected the answer: found in Slack; nothing there in CRM/);
    expect(history.match(/Quilla’s messages/g)).toHaveLength(1);
    expect(history.match(/> asked /g)).toHaveLength(1);
    await person('priya').closes(true);
  });

  it('gets to its own questions by the number, typed or in a direct message, and to nothing else', async () => {
    await person('jo').types('general', `/privacy case ${number}`);
    const view = await desk.sees('jo', 'in Support tickets?');
    expect(view.view.callback_id).toBe('team_search');
    await person('jo').presses(view, 'team_correct:operations');
    expect((await desk.sees('jo', 'What you answered stands below')).view.callback_id).toBe('team_search');
    await person('jo').closes(true);
    await person('jo').types('dm', `I made a mistake on ${number}, there is something in the CRM`);
    const way = await at.desk.waitFor('the way', () =>
      told('jo', number).find(({ blocks }) => labelsOf(blocks).includes('Open my question')),
    );
    expect(labelsOf(way.blocks)[1]).toMatch(/^Correct it: .*CRM/);
    await person('jo').presses(way, 'team_correct:operations');
    expect((await desk.sees('jo', 'What you answered stands below')).view.callback_id).toBe('team_search');
    await person('jo').closes(true);
  });

  it('who was not asked reads the same of a case as of none, and who can, by people', async () => {
    const replies = () =>
      person('sam')
        .messages('general')
        .filter(({ text: said }) => said.includes('Only the privacy team'))
        .map(({ text: said }) => said);
    const unasked = await logs('access');
    for (const [index, typed] of [unasked, 'DSR-2026-9999'].entries()) {
      await person('sam').types('general', `/privacy case ${typed}`);
      await at.desk.waitFor('the reply', () => replies().length === index + 1);
    }
    expect(replies()[0]).toBe(replies()[1]);
    expect(replies()[0]).toContain(`<@${ids.priya}>`);
  });

  it('is told for an erasure to send and delete nothing yet', async () => {
    const erasure = await asked('erasure');
    const message = await question(erasure);
    const control = controlsOf(message.blocks).find(({ actionId }) => actionId.startsWith('open_case'));
    await person('jo').presses(message, control?.actionId ?? '');
    await desk.sees('jo', 'delete nothing yet');
    expect(words('jo')).not.toContain('usual safe way');
    await person('jo').closes(true);
    await person('jo').presses(message, 'team_found', {}, ticked('crm'));
    expect(wordsOf((await redrawn('jo', message.ts, '): answered')).blocks)).toContain(
      'asks you to delete it',
    );
  });

  it('hears, when it corrects too late, that the person has been answered', async () => {
    const gone = await asked('access');
    const message = await question(gone);
    await person('jo').presses(message, 'team_nothing');
    const answered = await redrawn('jo', message.ts, '): answered');
    await desk.fills('priya', gone, 'withdraw', {
      confirmed: select('written'),
      words: text('I take it back.'),
    });
    await person('jo').presses(answered, 'team_correct');
    await at.desk.waitFor('the refusal', () =>
      person('jo')
        .messages('dm')
        .some(({ text: said, blocks }) => `${said} ${wordsOf(blocks)}`.includes('answered already')),
    );
    await at.bot.idle();
    expect(labelsOf((await redrawn('jo', message.ts, '): answered')).blocks)).toEqual([]);
  });
});

describe('whoever asks', () => {
  it('reads that nobody was asked where they searched alone', async () => {
    const number = await logs('access');
    await desk.does('priya', number, 'take');
    await desk.fills('priya', number, 'askTeams', { ask_0: ticks(), searched_0: ticks('billing') });
    const said = words('priya');
    await person('priya').closes(true);
    expect(said).toContain('recorded as searched by you, with nothing there: Billing');
    expect(said).not.toContain('asked about');
    await desk.opens('priya', number);
    await desk.makes('priya', 'askTeams');
    expect(wordsOf((await desk.sees('priya', 'Each team gets one message')).view.blocks)).toContain(
      '*Nothing there:* Billing',
    );
    await person('priya').closes(true);
  });

  it('no name, contact or word of anybody in any of it', () => {
    expect(desk.public()).not.toMatch(canaryMarks);
    expect(at.desk.problems()).toEqual([]);
  });
});
