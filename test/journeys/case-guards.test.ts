import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { caseActionRows } from '../../src/flows/cases/case-action-rows.ts';
import { RegisterUnavailable } from '../../src/register/errors.ts';
import { type CaseAction, rules } from '../../src/requests/decisions/case-actions.ts';
import { caseActionFormId } from '../../src/views/cases/case-action-form.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { canaryMarks, caseDesk, date, select, text, ticks, time, today, user } from '../support/case-desk.ts';

let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
let diskFull = false;
beforeAll(async () => {
  at = await startBotAtDesk({
    register: (real) => ({
      ...real,
      append: (...order) =>
        diskFull
          ? Promise.reject(
              new RegisterUnavailable(
                'Saving the case was not possible: the disk is full. Nothing was saved.',
              ),
            )
          : real.append(...order),
    }),
  });
  desk = caseDesk(at);
});
afterEach(() => {
  diskFull = false;
});
afterAll(() => at.stop());

const day = (id: string) => ({ [id]: date(today()), [`${id}_time`]: time(null) });
const filled = {
  ...day('sent'),
  ...day('received'),
  ...day('paid'),
  ...day('on'),
  note: text('x'),
  reasons: text('x'),
  letter: text('x'),
  words: text('x'),
  question: text('x'),
  client: text('x'),
  evidence: text('x'),
  to: user('U0JO000001'),
  weak: ticks(),
};

let triggers = 0;

/** A button as Slack sends it, from anybody, with any value. */
const presses = (by: string, value: string): Promise<void> =>
  at.bot.app.processEvent({
    body: {
      type: 'block_actions',
      team: { id: 'T0DESK0001' },
      user: { id: by, team_id: 'T0DESK0001' },
      api_app_id: 'A1',
      trigger_id: `forged.${++triggers}`,
      channel: { id: 'C0SUPPORT1' },
      container: { type: 'message', message_ts: '1.000001', channel_id: 'C0SUPPORT1' },
      actions: [{ type: 'button', action_id: 'case_do', block_id: 'b', value }],
    },
    ack: async () => {},
  });

/** A form as Slack sends it, from anybody, whether it was ever open or not: what the bot answers. */
const sendsForm = async (
  by: string,
  action: string,
  number: string,
  about = '',
  fields = {},
  openedAt = new Date().toISOString(),
) => {
  let answer: unknown;
  await at.bot.app.processEvent({
    body: {
      type: 'view_submission',
      team: { id: 'T0DESK0001' },
      user: { id: by, team_id: 'T0DESK0001' },
      api_app_id: 'A1',
      trigger_id: `forged.${++triggers}`,
      view: {
        id: 'V0FORGED',
        type: 'modal',
        callback_id: caseActionFormId,
        private_metadata: JSON.stringify({
          action,
          number,
          about,
          entry: `forged ${action}`,
          openedAt,
          view: '',
          beneath: '',
        }),
        blocks: [],
        state: { values: { ...filled, ...fields } },
      },
    },
    ack: async (given: unknown) => {
      answer = given;
    },
  });
  return JSON.stringify(answer ?? null);
};

const length = async (number: string) => (await at.register.history(number)).length;
const names = Object.keys(caseActionRows) as CaseAction[];
const jo = 'U0JO000001';
const priya = 'U0PRIYA001';

describe('who may do it is checked when it is done', () => {
  let number = '';
  beforeAll(async () => {
    number = await desk.logs('sam', 'access');
    await desk.does('priya', number, 'take');
  });

  it.each(names)(
    '%s by somebody outside the team, in a form that was forged: nothing is appended',
    async (action) => {
      const before = await length(number);
      const answer = await sendsForm(jo, action, number, 'scope');
      expect(answer).toMatch(/privacy team|somebody else|approver/);
      expect(await length(number)).toBe(before);
    },
  );

  it.each(names.filter((action) => rules[action].who === 'approver'))(
    '%s by the team without an approver: nothing is appended',
    async (action) => {
      const before = await length(number);
      await sendsForm(priya, action, number);
      expect(await length(number)).toBe(before);
    },
  );

  it('no step with an act of its own is marked done, from a form or a button, whoever crafts it', async () => {
    const own = (await at.register.list())
      .find(({ id }) => id === number)
      ?.summary.tasks.filter((task) => task.status === 'open' && task.act !== undefined);
    expect(own?.map(({ id }) => id)).toContain('review');
    const before = await length(number);
    for (const { id } of own ?? [])
      for (const by of [jo, priya, 'U0ALEX0001']) {
        expect(await sendsForm(by, 'markDone', number, id)).toMatch(/ticked off|somebody else|privacy team/);
        await presses(by, `markDone ${number} ${id}`);
      }
    expect(await length(number)).toBe(before);
  });

  it('a button with a value of somebody’s own making does nothing', async () => {
    const before = await length(number);
    const card = await desk.cardSays(number, 'Access');
    for (const value of ['close', 'close DSR-9', `nonsense ${number}`, '__proto__ DSR-2026-0001', '']) {
      await at.desk.as(priya).act({
        type: 'act',
        place: { channel: card.channel, ts: card.ts },
        blockId: 'case_card',
        actionId: 'open_case',
        action: { type: 'button', value },
        state: {},
      });
    }
    expect(await length(number)).toBe(before);
  });

  it('refuses a choice that is not on the list, on its field', async () => {
    const answer = await sendsForm(priya, 'placeHold', number, '', { reason: select('because') });
    expect(answer).toContain('Please choose one from the list.');
  });
});

describe('the same form twice is one event', () => {
  const twice: readonly (readonly [string, string, Record<string, unknown>])[] = [
    ['addNote', '', {}],
    ['logSearch', '', { system: select('crm'), result: select('found') }],
    ['logRedaction', '', { reason: select('third_party'), items: text('3') }],
    ['logExemption', '', { exemption: select('third_party') }],
    ['acknowledge', '', {}],
    ['placeHold', '', { reason: select('dispute') }],
    ['restrict', '', { ground: select('unlawful') }],
    ['assignTask', '', { task: select('letter'), to: user(priya) }],
    ['waiveTask', '', { task: select('letter'), reason: select('not_applicable') }],
    ['markDone', 'advisors', {}],
    ['declareConflict', '', { why: select('named_in_data') }],
    ['link', '', { number: text('DSR-2020-0007'), relation: select('same_person') }],
    ['extend', '', { reason: select('complexity') }],
    ['correctReceipt', '', { received: date('2026-11-20'), reason: select('typing_mistake') }],
    ['withdraw', '', { confirmed: select('written'), agent: ticks('yes') }],
    ['askForClarification', '', { about: select('information'), reasonable: select('no'), ...day('sent') }],
  ];
  let number = '';
  beforeAll(async () => {
    number = await desk.logs('sam', 'access');
    await desk.does('priya', number, 'take');
  });

  it.each(twice)('%s', async (action, about, fields) => {
    const before = await length(number);
    const openedAt = new Date().toISOString();
    await sendsForm(priya, action, number, about, fields, openedAt);
    expect(await length(number)).toBe(before + 1);
    await sendsForm(priya, action, number, about, fields, openedAt);
    expect(await length(number)).toBe(before + 1);
  });

  it('even when both arrive at the same moment', async () => {
    const other = await desk.logs('sam', 'restriction');
    const before = await length(other);
    const form = () => sendsForm(priya, 'restrict', other, '', { ground: select('unlawful') });
    await Promise.all([form(), form()]);
    expect(await length(other)).toBe(before + 1);
  });
});

describe('envelopes that Slack delivers twice', () => {
  it('make each step once', async () => {
    at.desk.fault({ type: 'duplicate', times: 1_000 });
    const number = await desk.logs('sam', 'restriction');
    await desk.does('priya', number, 'take');
    await desk.fills('priya', number, 'addNote', { note: text('A note.') });
    await desk.fills('priya', number, 'restrict', { ground: select('accuracy_contested') });
    await desk.cardSays(number, 'restricted');
    const types = (await at.register.history(number)).map(({ type }) => type);
    // The same person is logged over and over here: each case names the earlier ones.
    expect(types.filter((type) => type !== 'linked')).toEqual([
      'logged',
      'taken',
      'note_added',
      'restricted',
    ]);
  });
});

describe('when the disk is full', () => {
  it('says so on the form, keeps what was typed, and saves nothing', async () => {
    const number = await desk.logs('sam', 'portability');
    await desk.opens('priya', number);
    const before = await length(number);
    diskFull = true;
    await desk.makes('priya', 'addNote');
    await desk.sees('priya', 'Sealed in the register');
    await desk.person('priya').submits({ note: text('Velvet marmalade.') });
    const view = await desk.sees('priya', 'the disk is full');
    expect(Object.keys(view.errors)).toEqual(['note']);
    expect(JSON.stringify(view.state)).toContain('Velvet marmalade.');
    expect(await length(number)).toBe(before);
  });

  it('says so for a button too', async () => {
    const number = await desk.logs('sam', 'erasure');
    const card = await desk.cardSays(number, 'Erasure');
    diskFull = true;
    await desk.person('priya').pressesLabel(card, 'Take');
    await at.desk.waitFor('the sentence', () =>
      desk
        .person('priya')
        .messages('privacy')
        .some(({ text: said, ephemeralFor }) => ephemeralFor !== null && said.includes('the disk is full')),
    );
  });
});

it('keeps the person out of messages, logs, buttons and what forms carry along, errors included', () => {
  expect(desk.public()).not.toMatch(canaryMarks);
  const carried = at.desk.changes
    .filter(({ type }) => type === 'views')
    .flatMap((change) => ('views' in change ? change.views : []))
    .map(({ view }) =>
      JSON.stringify([view.type === 'modal' ? view.private_metadata : '', values(view.blocks)]),
    );
  expect(carried.join('\n')).not.toMatch(canaryMarks);
});

/** What buttons, menus and blocks carry along: values and ids. */
const values = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap(values);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['value', 'action_id', 'block_id'].includes(key) ? [inner] : values(inner),
  );
};
