import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/answer/answer.ts';
import { KnowledgeClosed } from '../../src/knowledge/answer/knowledge-closed.ts';
import { startProblem } from '../../src/runtime/start-errors.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';

let at: BotAtDesk | undefined;
afterEach(async () => {
  await at?.stop();
  at = undefined;
});

const asking =
  (ask: (question: string, real: Knowledge) => ReturnType<Knowledge['ask']>) =>
  (real: Knowledge): Knowledge => ({ ...real, ask: (question) => ask(question, real) });

const fromBot = ({ desk }: BotAtDesk, channel: 'dm' | 'support') =>
  desk
    .person('sam')
    .messages(channel)
    .filter(({ user }) => user === desk.botUser);

describe('when something breaks', () => {
  it('tells the person a reference that stands in the log, and logs nobody’s words', async () => {
    at = await startBotAtDesk({
      knowledge: asking((question) => Promise.reject(new Error(`cannot read ${question}`))),
    });
    const here = at;
    await here.desk.person('sam').types('support', '/privacy who saw the canary?');
    const told = await here.desk.waitFor('an apology', () => fromBot(here, 'support').at(-1));
    const reference = /`([0-9a-f]{12})`/.exec(told.text)?.[1] ?? 'none';
    expect(told.ephemeralFor).toBe(here.desk.person('sam').id);
    expect(here.logged()).toContain(reference);
    expect(here.logged()).not.toContain('canary');
    expect(told.text).not.toMatch(/Error|at \//);
  });

  it('says whom to ask while no question can be read, in private and in a thread, and tells the privacy channel once', async () => {
    at = await startBotAtDesk({
      knowledge: asking(() => Promise.reject(new KnowledgeClosed('notice.map.yaml: no topics.'))),
    });
    const here = at;
    await here.desk.person('sam').types('support', '/privacy who can see client data?');
    await here.desk.person('sam').types('dm', 'who can see client data?');
    for (const channel of ['support', 'dm'] as const) {
      const told = await here.desk.waitFor('a refusal', () => fromBot(here, channel).at(-1));
      expect(told.text).toContain(here.bot.parts.contact);
    }
    await here.bot.policiesClosed('notice.map.yaml: no topics.');
    await here.bot.policiesClosed('notice.map.yaml: no topics.');
    const alerts = here.desk
      .person('priya')
      .messages('privacy')
      .filter(({ blocks }) => JSON.stringify(blocks).includes('notice.map.yaml'));
    expect(alerts).toHaveLength(1);
  });

  it('answers an unknown command of an old manifest and an unknown shortcut politely', async () => {
    const { parse } = await import('yaml');
    const { projectRoot } = await import('../../src/base/root.ts');
    const manifest = parse(await readFile(join(projectRoot, 'manifest.yml'), 'utf8'));
    manifest.features.slash_commands.push({ command: '/oldname', description: 'gone' });
    at = await startBotAtDesk({ manifest });
    const here = at;
    const result = await here.desk.person('sam').types('support', '/oldname');
    expect(result.error).toBeNull();
    const told = await here.desk.waitFor('an answer', () => fromBot(here, 'support').at(-1));
    expect(told.text).toContain('/privacy help');
  });
});

describe('duplicates', () => {
  it('answers once what is delivered twice', async () => {
    at = await startBotAtDesk();
    const here = at;
    here.desk.fault({ type: 'duplicate', times: 1 });
    await here.desk.person('sam').types('dm', 'who can see client data?');
    await here.desk.waitFor('an answer', () => fromBot(here, 'dm').length > 0);
    await here.desk.person('sam').types('dm', 'how long is it kept?');
    await here.desk.waitFor('the next answer', () => fromBot(here, 'dm').length > 1);
    expect(fromBot(here, 'dm').length).toBe(2);
  });

  it('leaves no words on the disk when an answer is given', async () => {
    at = await startBotAtDesk();
    const here = at;
    await here.desk.person('sam').types('dm', 'who can see the canary?');
    await here.desk.waitFor('an answer', () => fromBot(here, 'dm').length > 0);
    await here.bot.working.idle();
    const inbox = join(here.dataDir, 'inbox');
    for (const name of await readdir(inbox)) {
      expect(await readFile(join(inbox, name), 'utf8')).not.toContain('canary');
    }
  });
});

describe('stopping', () => {
  it('lets a running answer finish and takes nothing new', async () => {
    const gate: { open: () => void } = { open: () => {} };
    const opened = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    at = await startBotAtDesk({
      knowledge: asking(async (question, real) => {
        await opened;
        return real.ask(question);
      }),
    });
    const here = at;
    void here.desk.person('sam').types('dm', 'who can see client data?');
    await here.desk.waitFor(
      'the sign of life',
      () => fromBot(here, 'dm').length > 0 || here.bot.working.count() > 0,
    );
    const stopped = here.bot.stop(5_000);
    gate.open();
    await stopped;
    expect(here.bot.working.count()).toBe(0);
    expect(fromBot(here, 'dm').length).toBe(1);
  });
});

describe('why a start failed', () => {
  const place = {
    apiUrl: 'http://127.0.0.1:9/api/',
    botToken: 'x',
    by: { type: 'http', signingSecret: 'x', port: 3000 },
  } as const;
  it.each([
    ['invalid_auth', { data: { error: 'invalid_auth' } }, 'SLACK_BOT_TOKEN'],
    ['not_authed', { data: { error: 'not_authed' } }, 'token'],
    ['account_inactive', { data: { error: 'account_inactive' } }, 'Install the app again'],
    ['port taken', Object.assign(new Error('x'), { code: 'EADDRINUSE' }), 'Set PORT'],
    ['unreachable', { original: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }, 'SLACK_API_URL'],
    ['no hello', Object.assign(new Error('x'), { name: 'NoHello' }), 'Socket Mode'],
  ])('%s is told in one sentence with the fix', (_, error, fix) => {
    expect(startProblem(error, place)).toContain(fix);
  });
});
