import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeCase } from '../../src/flows/cases/change-case.ts';
import { logRequests } from '../../src/flows/cases/log-request.ts';
import { assignTask, take } from '../../src/requests/decisions/decide-tasks.ts';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { letter } from '../support/desk.ts';

let at: BotAtDesk;
let number: string;
const sam = () => at.desk.person('sam');
const team = () => at.desk.person('priya');
const cases = () => at.bot.parts.cases;
const homeOf = (who: ReturnType<typeof sam>) => wordsOf(who.home()?.view.blocks ?? []);
const shows = (who: ReturnType<typeof sam>, words: string | RegExp) =>
  at.desk.waitFor(`${words} on the Home tab`, () => (homeOf(who).match(words) ? homeOf(who) : null));
const threeDaysAgo = () => new Date(Date.now() - 3 * 86_400_000).toISOString();
const canary = /quilla|zephyrine|Send me what/i;

beforeAll(async () => {
  at = await startBotAtDesk();
  const logged = await logRequests(cases(), letter({ receivedAt: threeDaysAgo() }), sam().id, 'form-1');
  number = logged.ok ? (logged.cases[0]?.request.number ?? '') : '';
});
afterAll(() => at.stop());

describe('the Home tab', () => {
  it('shows what I logged, with its state in plain words and its due date, and nothing of the person', async () => {
    await sam().opensHome();
    const words = await shows(sam(), number);
    expect(words).toContain('Requests I logged');
    expect(words).toMatch(/not taken yet · due .* left\)/);
    expect(words).not.toContain('The register');
    expect(words).not.toMatch(canary);
  });

  it('offers the list of cases to whoever may see it, and to nobody else', async () => {
    const labels = (who: ReturnType<typeof sam>) => labelsOf(who.home()?.view.blocks ?? []);
    await team().opensHome();
    await shows(team(), 'The register');
    expect(labels(team())).toContain('My cases');
    expect(labels(sam())).not.toContain('My cases');
    expect(labels(sam())).toContain('Log a rights request');
  });

  it('shows the privacy team how the register stands', async () => {
    await team().opensHome();
    const words = await shows(team(), 'The register');
    expect(words).toContain('1 open');
    expect(words).toContain('Access 1');
    expect(words).toMatch(new RegExp(`Nobody has taken: .1. \\(${number}\\)`));
    expect(words).not.toMatch(canary);
  });

  it('follows what happens without being opened again, and hands me my task', async () => {
    await changeCase(cases(), number, team().id, take);
    await shows(sam(), 'being worked on');
    const form = letter({ rights: ['erasure'], receivedAt: threeDaysAgo() });
    const logged = await logRequests(cases(), form, at.desk.person('alex').id, 'form-2');
    const other = logged.ok ? (logged.cases[0]?.request.number ?? '') : '';
    await changeCase(cases(), other, team().id, (request, moment) =>
      assignTask(request, 'check-hold', { id: sam().id, roles: ['anyone'] }, moment),
    );
    const words = await shows(sam(), 'My open tasks');
    expect(words).toContain('Check that nothing has to be kept for a dispute');
    expect(labelsOf(sam().home()?.view.blocks ?? [])).toContain('Mark done');
    expect(JSON.stringify(sam().home())).not.toMatch(canary);
  });

  it('stays within Slack’s limits with hundreds of cases', async () => {
    for (let count = 0; count < 40; count += 1)
      await logRequests(
        cases(),
        letter({ rights: ['access', 'erasure'], receivedAt: threeDaysAgo() }),
        sam().id,
        `many-${count}`,
      );
    await sam().opensHome();
    const words = await shows(sam(), /And 7\d more/);
    expect(words).toContain('Requests I logged');
    expect((sam().home()?.view.blocks ?? []).length).toBeLessThanOrEqual(100);
    expect(at.desk.problems()).toEqual([]);
  });
});

describe('/privacy about-me', () => {
  const told = async (who: ReturnType<typeof sam>): Promise<string> => {
    const before = who.messages('support').length;
    await who.types('support', '/privacy about-me');
    const message = await at.desk.waitFor('the answer', () => who.messages('support')[before]);
    return wordsOf(message.blocks);
  };

  it('tells which cases I logged, own and have tasks in, how many entries, and for how long', async () => {
    const words = await told(team());
    expect(words).toContain(`You own 1 case: ${number}`);
    expect(words).toMatch(/2 entries under your Slack id/);
    expect(words).toMatch(/three years/);
    expect(await told(sam())).toMatch(/You logged 81 cases.*tasks in 1 case/s);
    expect(words).not.toMatch(canary);
  });

  it('says so when the register does not name me', async () => {
    expect(await told(at.desk.person('jo'))).toContain('does not name you');
  });
});
