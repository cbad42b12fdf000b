/** Each turn of a case, from its logging to its end: who hears of it, when, how often, and what they read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceMessage } from '../../src/workspace/contract.ts';
import { ids } from '../../src/workspace/seed.ts';
import { type BotAtDesk, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { canaryMarks, caseDesk, date, select, text, user } from '../support/case-desk.ts';
import { teamsAtDesk } from '../support/hands.ts';
import type { PersonName } from '../support/workspace.ts';

let now = new Date('2026-12-01T10:00:00Z');
let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
beforeAll(async () => {
  at = await startBotAtDesk({ clock: () => now, staffed: teamsAtDesk, desk: { clock: () => now } });
  desk = caseDesk(at);
});
afterAll(() => at.stop());

const everybody = ['sam', 'priya', 'alex', 'jo'] as const;
const told = (name: PersonName): readonly WorkspaceMessage[] =>
  at.desk
    .person(name)
    .messages('dm')
    .filter(({ user: by, text: said }) => by === at.desk.botUser && !/\breminders?\b/.test(said));
const counts = (): Readonly<Record<string, number>> =>
  Object.fromEntries(everybody.map((name) => [name, told(name).length]));

/** Time moves, and the bot looks around, as it does every minute; twice, so that what is said twice shows. */
const minute = async (at_: Date = new Date(now.getTime() + 60_000)): Promise<void> => {
  now = at_;
  for (let looks = 0; looks < 2; looks += 1) {
    await at.bot.eachMinute();
    await at.bot.idle();
  }
};

/** Who hears of what is done, and how often: within a minute, and nothing more an hour later. */
const heardAfter = async (doing: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> => {
  const before = counts();
  await doing();
  const more = (): Readonly<Record<string, number>> => {
    const after = counts();
    return Object.fromEntries(
      everybody.flatMap((name) => {
        const count = (after[name] ?? 0) - (before[name] ?? 0);
        return count === 0 ? [] : [[name, count]];
      }),
    );
  };
  await minute();
  const soon = more();
  await minute();
  expect(more()).toEqual(soon);
  return soon;
};

const logged = async (right: string): Promise<string> => {
  await minute();
  return desk.logs('sam', right, { received_on: date(now.toISOString().slice(0, 10)) });
};
const last = (name: PersonName): string => told(name).at(-1)?.text ?? '';
const answering = (number: string) =>
  desk.fills('priya', number, 'sendForReview', {
    outcome: select('full'),
    letter: text('Dear Quilla Zephyrine, here is everything.'),
  });
const teams = async (number: string): Promise<void> => {
  for (const name of ['jo', 'sam'] as const)
    for (const one of told(name).filter(({ text: said }) => said.startsWith(`${number}: please look into`)))
      await at.desk.person(name).presses(one, 'team_nothing');
  await at.desk.waitFor('every answer', () =>
    (['jo', 'sam'] as const).every((name) =>
      told(name).every(({ text: said }) => !said.startsWith(`${number}: please look into`)),
    ),
  );
};

describe('whoever’s turn it is hears it', () => {
  let number = '';

  it('a new case: its card, once, and nobody alone', async () => {
    expect(
      await heardAfter(async () => {
        number = await logged('access');
      }),
    ).toEqual({});
    await desk.cardSays(number, 'Access');
  });

  it('a case handed over: its new owner', async () => {
    await desk.does('priya', number, 'take');
    expect(await heardAfter(() => desk.fills('priya', number, 'handOver', { to: user(ids.alex) }))).toEqual({
      alex: 1,
    });
    expect(await heardAfter(() => desk.fills('alex', number, 'handOver', { to: user(ids.priya) }))).toEqual({
      priya: 1,
    });
  });

  it('a step given to a colleague: the colleague; the step done: the owner', async () => {
    number = await logged('restriction');
    await desk.does('priya', number, 'take');
    const step = 'lock';
    expect(
      await heardAfter(() =>
        desk.fills('priya', number, 'assignTask', { task: select(step), to: user(ids.jo) }),
      ),
    ).toEqual({ jo: 1 });
    expect(
      await heardAfter(async () => {
        await at.desk.person('jo').types('general', `/privacy case ${number}`);
        await desk.sees('jo', number);
        const view = at.desk.person('jo').view();
        if (view === null) throw new Error('no task');
        await at.desk.person('jo').presses(view, `case_do:markDone:${step}`);
        await desk.sees('jo', '✅');
        await at.desk.person('jo').closes(true);
      }),
    ).toEqual({ priya: 1 });
  });

  it('teams that are asked: each of them, of each team; the last answer: the owner', async () => {
    number = await logged('access');
    await desk.does('priya', number, 'take');
    await desk.works('priya', number, 'crm', 'askTeams');
    expect(await heardAfter(() => desk.fills('priya', number, 'askTeams', {}))).toEqual({ jo: 2, sam: 2 });
    expect(await heardAfter(() => teams(number))).toEqual({ priya: 1 });
    expect(last('priya')).toContain('Every search is answered');
  });

  it('an answer to read: the approver; returned or approved: the owner; sent: whoever logged it', async () => {
    await desk.works('priya', number, '');
    await desk.fills('priya', number, 'logRedaction', {
      reason: select('none_needed'),
      items: text(''),
      note: text(''),
    });
    expect(await heardAfter(() => answering(number))).toEqual({ alex: 1 });
    expect(
      await heardAfter(() =>
        desk.fills('alex', number, 'return', { reason: select('letter'), note: text('Look again.') }),
      ),
    ).toEqual({ priya: 1 });
    // The reason of the list; the approver's own words may name somebody, and stay on top of the letter.
    expect(last('priya')).toContain('The letter has to be changed');
    expect(last('priya')).not.toContain('Look again');
    expect(await heardAfter(() => answering(number))).toEqual({ alex: 1 });
    expect(await heardAfter(() => desk.fills('alex', number, 'approve', {}))).toEqual({ priya: 1 });
    expect(
      await heardAfter(() =>
        desk.fills('priya', number, 'recordResponseSent', {
          sent: date(now.toISOString().slice(0, 10)),
          proof: select('email_sent'),
          unchanged: select('as_approved'),
        }),
      ),
    ).toEqual({ sam: 1 });
  });

  it('a stop that was confirmed too early: whoever logged it reads so where they had read that it is answered', async () => {
    const stop = await logged('direct_marketing_objection');
    expect(await heardAfter(() => desk.does('priya', stop, 'stopAndTell'))).toEqual({ sam: 1 });
    expect(last('sam')).toBe(`${stop} has been answered`);
    expect(await heardAfter(() => desk.does('priya', stop, 'reopen'))).toEqual({});
    expect(last('sam')).toBe(`${stop} is open again`);
    expect(await heardAfter(() => desk.does('priya', stop, 'stopAndTell'))).toEqual({ sam: 1 });
    expect(last('sam')).toBe(`${stop} has been answered`);
    const card = () => JSON.stringify(desk.card(stop)?.blocks);
    expect(card()).toContain('"Reopen"');
    await minute(new Date(now.getTime() + 8 * 86_400_000));
    expect(card()).not.toContain('"Reopen"');
  });

  it('at night and over the holidays: at the next civil hour, once; on the last day at any hour', async () => {
    now = new Date('2026-12-24T10:00:00Z');
    const erasure = await logged('restriction');
    await desk.does('priya', erasure, 'take');
    await desk.works('priya', erasure, '');
    now = new Date('2026-12-24T22:00:00Z');
    // Christmas, a weekend, and a substitute day.
    const before = counts()['alex'] ?? 0;
    expect(await heardAfter(() => answering(erasure))).toEqual({});
    const asker = () => wordsOf(desk.person('priya').view()?.view.blocks ?? []);
    expect(asker()).toMatch(/<@U0ALEX0001> will be told on \*Tue 29 Dec 2026, 09:15\*/);
    await desk.opens('priya', erasure);
    expect(asker()).toContain('will be told on');
    await minute(new Date('2026-12-28T10:00:00Z'));
    expect(told('alex')).toHaveLength(before);
    await minute(new Date('2026-12-29T09:15:30Z'));
    expect(told('alex')).toHaveLength(before + 1);
    await desk.opens('priya', erasure);
    expect(asker()).not.toContain('will be told on');
    await minute(new Date('2026-12-29T15:00:00Z'));
    expect(told('alex')).toHaveLength(before + 1);

    now = new Date('2027-01-25T22:00:00Z');
    expect(await heardAfter(() => desk.fills('alex', erasure, 'approve', {}))).toEqual({ priya: 1 });
  });

  it('no name, contact or word of anybody in any of it', () => {
    expect(desk.public()).not.toMatch(canaryMarks);
    expect(at.desk.problems()).toEqual([]);
  });
});
