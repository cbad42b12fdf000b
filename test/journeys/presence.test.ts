/** Somebody says that they are away: what is so then, who is reminded instead, and how it ends. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logRequests } from '../../src/flows/cases/log-request.ts';
import { roundOf } from '../../src/flows/cases/teams.ts';
import { replay } from '../../src/requests/case/replay.ts';
import type { WorkspaceMessage } from '../../src/workspace/contract.ts';
import { ids } from '../../src/workspace/seed.ts';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { canaryMarks, caseDesk, date } from '../support/case-desk.ts';
import { letter } from '../support/desk.ts';
import { teamsAtDesk } from '../support/hands.ts';
import type { PersonName } from '../support/workspace.ts';

let now = new Date('2026-11-30T10:00:00Z');
let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
let number = '';
beforeAll(async () => {
  at = await startBotAtDesk({ clock: () => now, staffed: teamsAtDesk, desk: { clock: () => now } });
  desk = caseDesk(at);
  number = await desk.logs('sam', 'access', { received_on: date('2026-11-30') });
  await desk.does('priya', number, 'take');
  await desk.fills('priya', number, 'askTeams', {});
  await desk.person('priya').closes(true);
});
afterAll(() => at.stop());

const reply = async (name: PersonName, channel: 'general' | 'dm', text: string): Promise<string> => {
  const person = at.desk.person(name);
  const before = new Set(person.messages(channel).map(({ ts }) => ts));
  await person.types(channel, text);
  const message = await at.desk.waitFor(`a reply to ${text}`, () =>
    person.messages(channel).find(({ ts, user }) => user === at.desk.botUser && !before.has(ts)),
  );
  return wordsOf(message.blocks);
};
const reminded = (name: PersonName): readonly WorkspaceMessage[] =>
  at.desk
    .person(name)
    .messages('dm')
    .filter(({ text }) => /\breminders?\b/.test(text) && text.includes(number));
const minuteAt = async (instant: string): Promise<void> => {
  now = new Date(instant);
  await at.bot.eachMinute();
  await at.bot.idle();
};

describe('whoever is away', () => {
  it('says so, and reads until when, and what waits for them', async () => {
    const said = await reply('priya', 'general', '/privacy away until 18 December');
    expect(said).toContain('until *Fri 18 Dec 2026*');
    expect(said).toContain('back on Mon 21 Dec 2026');
    expect(said).toContain(number);
    expect(await at.bot.parts.presence.of([ids.priya])).toEqual(new Map([[ids.priya, 'on_leave']]));
  });

  it('is passed over by the rota, and the form that asks a team says that it is away', async () => {
    const parts = at.bot.parts.cases;
    const company = { ...parts.company, rota: [ids.priya, ids.alex] };
    const form = letter({ receivedAt: now.toISOString() });
    const rolesOf = async () => ['anyone', 'team'] as const;
    const logged = await logRequests({ ...parts, company, rolesOf }, form, ids.sam, 'form-9');
    const other = logged.ok ? (logged.cases[0]?.request.number ?? '') : '';
    expect(replay(await at.register.history(other)).owner).toBe(ids.alex);
    const rows = await roundOf(
      { ...parts, saidAway: async () => new Set([ids.jo]) },
      replay(await at.register.history(number)),
    );
    expect(rows.filter(({ away }) => away).map(({ system }) => system)).toContain('crm');
    expect(rows.find(({ system }) => system === 'tickets')?.away).toBe(false);
  });

  it('can say it in a direct message in their own words, and is not answered from the policy', async () => {
    const said = await reply('jo', 'dm', 'I am on leave until 18 December');
    expect(said).toContain('until *Fri 18 Dec 2026*');
    expect(said).toMatch(new RegExp(`asked to search.*${number}`));
    expect(said).not.toMatch(/cookie/i);
  });

  it('is asked until when, and nothing is noted without it', async () => {
    expect(await reply('sam', 'general', '/privacy away')).toContain('Until when are you away?');
    expect(await at.bot.parts.presence.of([ids.sam])).toEqual(new Map());
  });

  it('is stood in for: an approver is reminded of the case of somebody away, the owner of a search that nobody is there for', async () => {
    // Two working days after the teams were asked; the acknowledgement is still missing.
    await minuteAt('2026-12-02T09:20:00Z');
    expect(reminded('alex').length).toBeGreaterThan(0);
    expect(
      reminded('priya')
        .map(({ blocks }) => wordsOf(blocks))
        .join(),
    ).toMatch(/answer/i);
  });

  it('is reminded of each system that is still out, by when, with the three answers, and can answer there', async () => {
    const message = reminded('jo').at(-1);
    if (message === undefined) throw new Error('nothing');
    const said = wordsOf(message.blocks);
    for (const name of ['CRM', 'Billing']) expect(said).toContain(name);
    expect(said).toMatch(/answer by \*Mon 14 Dec 2026\*/);
    expect(labelsOf(message.blocks)).toEqual(
      expect.arrayContaining(['Found', 'Nothing there', 'Not ours', 'Open case']),
    );
    const jo = at.desk.person('jo');
    await jo.presses(message, `team_nothing:${number}:accounts`);
    await at.desk.waitFor('what was answered', () =>
      jo.messages('dm').some(({ blocks }) => wordsOf(blocks).includes('*Nothing there:* Billing')),
    );
    const answers = (await at.register.history(number)).filter(({ type }) => type === 'team_answered');
    expect(answers).toMatchObject([{ system: 'billing', result: 'not_found' }]);
    // Several systems and no tick: asked where.
    await jo.presses(message, `team_found:${number}:operations`);
    await desk.sees('jo', 'Please tick where something was found');
    await jo.closes(true);
  });

  it('finds by /privacy cases what waits for them, and of other cases nothing', async () => {
    const own = await reply('jo', 'general', '/privacy cases');
    expect(own).toContain(`for ${number} (Access)`);
    expect(own).not.toContain('Billing');
    expect(await reply('sam', 'general', '/privacy cases')).toContain('Mailing lists');
  });

  it('is held what they said, and can end it', async () => {
    const held = await reply('priya', 'general', '/privacy about-me');
    expect(held).toContain('away until 2026-12-18');
    expect(await reply('priya', 'general', '/privacy back')).toContain('here again');
    expect(await at.bot.parts.presence.of([ids.priya])).toEqual(new Map());
    expect(await reply('jo', 'dm', 'I am back')).toContain('here again');
    expect(await reply('sam', 'general', '/privacy back')).toContain('nothing has changed');
  });

  it('counts as here again the day after', async () => {
    await reply('priya', 'general', '/privacy away until tomorrow');
    expect((await at.bot.parts.presence.of([ids.priya])).size).toBe(1);
    now = new Date('2026-12-04T09:00:00Z');
    expect((await at.bot.parts.presence.of([ids.priya])).size).toBe(0);
  });

  it('no name, contact or word of anybody in any of it', () => {
    expect(desk.public()).not.toMatch(canaryMarks);
    expect(at.desk.problems()).toEqual([]);
  });
});
