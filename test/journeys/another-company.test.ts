import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { type BotAtDesk, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { canaryMarks, caseDesk, date, select, text, ticks, time } from '../support/case-desk.ts';
import { shippedCompany } from '../support/company.ts';
import type { PersonName } from '../support/workspace.ts';

const clinic = join(projectRoot, 'test/data/companies/clinic');

let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
beforeAll(async () => {
  at = await startBotAtDesk({
    from: '2026-12-01T10:00:00Z',
    company: { file: join(clinic, 'company.yaml'), policies: join(clinic, 'policies') },
  });
  desk = caseDesk(at);
});
afterAll(() => at.stop());

const person = (name: PersonName) => at.desk.person(name);
const words = (name: PersonName) => wordsOf(person(name).view()?.view.blocks ?? []);
const dayOf = (on: string) => date(on);
const sent = (id: string) => ({ [id]: dayOf('2026-12-01'), [`${id}_time`]: time(null) });
const answerOf = async (question: string): Promise<string> => {
  const before = person('sam').messages('support').length;
  await person('sam').types('support', `/privacy ${question}`);
  const message = await at.desk.waitFor('an answer', () => {
    const now = person('sam').messages('support');
    const last = now.at(-1);
    return now.length > before && last !== undefined && wordsOf(last.blocks).includes('Only you')
      ? last
      : null;
  });
  return wordsOf(message.blocks);
};

/** What only the shipped company says of itself: names, teams, systems, whom it tells, first questions. */
const strangers = [
  ...shippedCompany.names,
  ...shippedCompany.tools,
  ...Object.values(shippedCompany.sameWords).flat(),
  ...shippedCompany.teams.map(({ name }) => name),
  ...shippedCompany.systems.map(({ name }) => name),
  ...shippedCompany.recipients.slice(2, 4).map(({ name }) => name),
  ...shippedCompany.examples.slice(0, 1),
  ...shippedCompany.houseRules.map((rule) => rule.text),
  'client workspace',
  'client leaving',
  'chat log',
  shippedCompany.contact ?? '',
];
/** The workspace itself is called Slack, and people there work in support; neither is a system or team of the clinic. */
const ofTheWorkspace = ['Slack', 'Support', 'Operations', 'Senior management', 'Marketing', 'Backups'];

describe('a clinic', () => {
  it('answers in its own words, with its own contact where the policy does not say', async () => {
    expect(await answerOf('who can see the whole record?')).toContain('Doctors, nurses and physiotherapists');
    expect(await answerOf('do we keep a patient’s phone number?')).not.toContain('That cannot be done here');
    expect(await answerOf('do we use data to train an ai model?')).toContain('privacy@riverbank.example');
  });

  it('offers first questions that its policy answers', async () => {
    await person('sam').types('general', '/privacy help');
    const menu = await at.desk.waitFor('the menu', () =>
      person('sam')
        .messages('general')
        .find((message) => wordsOf(message.blocks).includes('Or type')),
    );
    expect(wordsOf(menu.blocks)).toContain('/privacy Who can see your record?');
    await person('sam').opensHome();
    await at.desk.waitFor('the Home tab', () =>
      JSON.stringify(person('sam').home()?.view ?? '').includes('Who can see your record?'),
    );
  });

  it('asks in the intake about its patients, and offers no client who leaves', async () => {
    await person('sam').types('general', '/privacy request');
    const form = JSON.stringify((await desk.sees('sam', 'Which right?')).view);
    expect(form).toContain('A patient, a carer or a relative');
    expect(form).not.toMatch(/client/iu);
    await person('sam').closes(true);
  });

  /** The round of searches, asked of the clinic's own people: whoever keeps the records finds something, reception nothing. */
  const searches = async (number: string): Promise<void> => {
    await desk.fills('priya', number, 'askTeams', {});
    const asked = (name: PersonName) =>
      at.desk.waitFor(`${name} to be asked about ${number}`, () =>
        person(name)
          .messages('dm')
          .find(
            (message) =>
              message.text.includes(number) && JSON.stringify(message.blocks).includes('team_found'),
          ),
      );
    const records = await asked('jo');
    const where = { type: 'checkboxes', selected_options: ticks('clinipad').value.selected_options };
    await person('jo').presses(records, 'team_found', {}, { where_0: { team_where: where } });
    await person('sam').presses(await asked('sam'), 'team_nothing');
    const asks = (name: PersonName): boolean =>
      person(name)
        .messages('dm')
        .some(
          ({ text: said, blocks }) => said.includes(number) && JSON.stringify(blocks).includes('team_found'),
        );
    await at.desk.waitFor('the searches to be answered', () => !asks('jo') && !asks('sam'));
  };

  let number = '';
  it('gives a case to whoever the rota names, and asks its own teams about its own systems', async () => {
    number = await desk.logs('sam', 'access', { received_on: date('2026-12-01') });
    await desk.opens('priya', number);
    expect(words('priya')).toContain('Owner: <@U0PRIYA001>');
    await desk.unfolds('priya', 'steps');
    for (const team of ['Reception', 'Partners']) expect(words('priya')).toContain(team);
    await desk.works('priya', number, '', 'askTeams');
    await desk.makes('priya', 'askTeams');
    const form = JSON.stringify((await desk.sees('priya', 'Each team gets one message')).view);
    for (const name of ['Clinipad patient record', 'Telephone recordings', 'Paper notes', 'Medical records'])
      expect(form).toContain(name);
    expect(form).not.toContain('Staff rota');
    await person('priya').closes(true);
    await searches(number);
  });

  it('searches for a rectification nowhere that only matters for other rights', async () => {
    const other = await desk.logs('sam', 'portability', { received_on: date('2026-12-01') });
    await desk.opens('priya', other);
    await desk.makes('priya', 'askTeams');
    const form = JSON.stringify((await desk.sees('priya', 'Each team gets one message')).view);
    expect(form).toContain('Clinipad patient record');
    expect(form).not.toContain('Telephone recordings');
    await person('priya').closes(true);
  });

  it('writes its letters in its own name', async () => {
    const other = await desk.logs('sam', 'access', { received_on: date('2026-12-01') });
    await desk.opens('priya', other);
    await desk.makes('priya', 'acknowledge');
    const letter = await at.desk.waitFor('the letter', () =>
      /Dear Quilla/u.test(words('priya')) ? words('priya') : null,
    );
    expect(letter).toContain('Riverbank Clinic LLP');
    expect(letter).toContain('privacy@riverbank.example');
    expect(letter).toContain('The information governance lead');
    await person('priya').closes(true);
  });

  it('records that its own recipients were told, and closes an erasure', async () => {
    const erasure = await desk.logs('sam', 'erasure', {
      received_on: date('2026-12-01'),
      name: text('Zephyrine Marmalade'),
      contact: text('zm@canary.example'),
    });
    await desk.works('priya', erasure, '', 'askTeams');
    await searches(erasure);
    await desk.works('priya', erasure);
    await desk.fills('priya', erasure, 'proposeDeletion', {
      erase: text('All but the record of care.'),
      keep: text('The record of care: the law on records.'),
    });
    await desk.fills('alex', erasure, 'agree', {});
    await desk.works('priya', erasure, '', 'recordErasure');
    await desk.fills('priya', erasure, 'recordErasure', {
      erased_clinipad: select('erased'),
      recipient: select('hospital'),
      result: select('told'),
    });
    await desk.works('priya', erasure);
    await desk.fills('priya', erasure, 'sendForReview', {
      outcome: select('full'),
      letter: text('Dear Quilla Zephyrine, it is gone.'),
    });
    await desk.fills('alex', erasure, 'approve', {});
    await desk.fills('priya', erasure, 'recordResponseSent', {
      ...sent('sent'),
      proof: select('email_sent'),
      unchanged: select('as_approved'),
    });
    await desk.does('priya', erasure, 'close');
    await desk.cardSays(erasure, 'closed');
  });

  it('reminds, week by week', async () => {
    for (let weeks = 0; weeks < 5; weeks += 1) expect((await at.desk.travel('week')).ok).toBe(true);
    const digests = person('priya')
      .messages('privacy')
      .filter(({ text: words }) => words.startsWith('Privacy reminders'));
    expect(digests.length).toBeGreaterThan(2);
    await person('priya').opensHome();
    await person('priya').types('general', '/privacy report');
    await desk.sees('priya', 'Complaints');
    await person('priya').types('general', '/privacy gaps');
    await person('priya').types('general', '/privacy about-me');
  });

  it('says nothing of the shipped company, in no message, view, letter or line of the log', () => {
    const all = `${JSON.stringify(at.desk.changes)}\n${at.logged()}`;
    expect(all.length).toBeGreaterThan(100_000);
    const isSaid = (word: string) =>
      all.toLowerCase().includes(JSON.stringify(word).slice(1, -1).toLowerCase());
    expect(
      ['Clinipad patient record', 'Medical records', 'A hospital'].filter((word) => !isSaid(word)),
    ).toEqual([]);
    expect(strangers.filter((word) => word !== '' && !ofTheWorkspace.includes(word)).filter(isSaid)).toEqual(
      [],
    );
    expect(desk.public()).not.toMatch(canaryMarks);
    // Team names of the shipped company that the workspace's own people bear are looked for where teams stand.
    for (const name of ['Operations', 'Senior management', 'Accounts'])
      expect(all).not.toMatch(new RegExp(`\\\\n${name}\\b`, 'u'));
  });
});
