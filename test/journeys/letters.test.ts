import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { changeCase } from '../../src/flows/cases/change-case.ts';
import { logRequests } from '../../src/flows/cases/log-request.ts';
import { contentHash } from '../../src/letters/content-hash.ts';
import type { Right } from '../../src/requests/clock/rights.ts';
import { agree } from '../../src/requests/decisions/decide-approvals.ts';
import * as decideEntries from '../../src/requests/decisions/decide-entries.ts';
import * as decideRelations from '../../src/requests/decisions/decide-relations.ts';
import * as review from '../../src/requests/decisions/decide-review.ts';
import * as decideTasks from '../../src/requests/decisions/decide-tasks.ts';
import { askForFee } from '../../src/requests/decisions/decide-waiting.ts';
import type { OpenView, StateValues } from '../../src/workspace/contract.ts';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { caseDesk, ticks } from '../support/case-desk.ts';
import { letter } from '../support/desk.ts';

let at: BotAtDesk;
beforeAll(async () => {
  at = await startBotAtDesk();
});
const people = ['sam', 'priya', 'alex'] as const;
afterEach(async () => {
  for (const name of people) await at.desk.person(name).closes(true);
});
afterAll(() => at.stop());

type Person = ReturnType<BotAtDesk['desk']['person']>;
const sam = () => at.desk.person('sam');
const team = () => at.desk.person('priya');
const approver = () => at.desk.person('alex');
const cases = () => at.bot.parts.cases;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

let form = 0;
const logged = async (right: Right = 'access', by = sam().id): Promise<string> => {
  form += 1;
  const outcome = await logRequests(
    cases(),
    letter({ rights: [right], receivedAt: daysAgo(3) }),
    by,
    `form-${form}`,
  );
  return outcome.ok ? (outcome.cases[0]?.request.number ?? '') : '';
};
const summary = async (number: string) =>
  (await cases().register.list()).find(({ id }) => id === number)?.summary;

/** A message of the bot with the button that the case and the Logged form show, then a press on it. */
const presses = async (who: Person, number: string, action: string) => {
  const posted = await at.bot.app.client.chat.postMessage({
    channel: who.channelId('support'),
    text: 'buttons',
    blocks: [
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            text: { type: 'plain_text', text: 'Letters' },
            action_id: `${action}:${number}`,
            value: number,
          },
        ],
      },
    ],
  });
  const message = await at.desk.waitFor('the button', () =>
    who.messages('support').find(({ ts }) => ts === posted.ts),
  );
  await who.presses(message, `${action}:${number}`);
};
const opensLetters = async (who: Person, number: string, action = 'open_letters') => {
  await presses(who, number, action);
  return at.desk.waitFor('the letters', () =>
    words(who).includes('One moment') || words(who).includes('Looking in the register') ? null : who.view(),
  );
};
const words = (who: Person) => wordsOf(who.view()?.view.blocks ?? []);
const shows = (who: Person, text: string | RegExp) =>
  at.desk.waitFor(`${text} in the form`, () => (words(who).match(text) ? words(who) : null));
const written = (value: string) => ({ letter_typed: { type: 'plain_text_input', value } });
const pageOf = (who: Person) => /"page":"(\w+)"/.exec(who.view()?.view.private_metadata ?? '')?.[1];
const reads = (who: Person) => at.desk.waitFor('the preview', () => pageOf(who) === 'read');
const select = (value: string) => ({
  value: { type: 'static_select', selected_option: { value, text: { type: 'plain_text', text: value } } },
});
const choose = async (who: Person, id: string) => {
  const view = who.view();
  if (view === null) throw new Error('no form');
  await who.presses(view, 'choose_letter', {
    selected_option: { value: id, text: { type: 'plain_text', text: id } },
  });
  return at.desk.waitFor(`the letter ${id}`, () => {
    const now = who.view();
    return now?.view.private_metadata?.includes(`"${id}"`) ? now : null;
  });
};
const submitOf = ({ view }: OpenView): string | undefined =>
  view.type === 'modal' ? view.submit?.text : undefined;
const canary = /quilla|zephyrine|Send me what/i;
const outside = () => JSON.stringify(at.desk.changes.filter(({ type }) => type !== 'views')) + at.logged();

describe('the acknowledgement', () => {
  it('is filled and ready to copy for whoever logged the request, who is not asked to record it', async () => {
    const number = await logged();
    const view = await opensLetters(sam(), number, 'open_acknowledgement');
    expect(words(sam())).toContain('Dear Quilla Zephyrine');
    expect(words(sam())).toContain(number);
    expect(words(sam())).not.toMatch(/\[\[[^…]/);
    expect(submitOf(view)).toBeUndefined();
    expect(view.view.private_metadata).not.toMatch(canary);
  });

  it('is recorded as sent by the team, once', async () => {
    const number = await logged();
    await opensLetters(team(), number);
    expect(words(team())).toContain('We have your request');
    await team().submits();
    await shows(team(), 'the person knows that we have it');
    expect((await summary(number))?.acknowledgedAt).not.toBeNull();
    await team().closes(true);
    const again = await opensLetters(team(), number, 'open_acknowledgement');
    expect(submitOf(again)).toBeUndefined();
  });

  it('speaks of every right of one letter, and is recorded in each of their cases', async () => {
    await caseDesk(at).logs('sam', 'access', { rights: ticks('access', 'erasure') });
    const [first, second] = (await at.register.list()).slice(-2).map(({ id }) => id);
    if (first === undefined || second === undefined) throw new Error('not two cases');
    await opensLetters(team(), first);
    expect(words(team())).toContain(`our reference ${second}`);
    await team().submits();
    await shows(team(), 'the person knows that we have it');
    for (const number of [first, second]) expect((await summary(number))?.acknowledgedAt).not.toBeNull();
    await team().closes(true);
  });

  it('neither names nor touches a case of the same letter from which its writer is kept', async () => {
    await caseDesk(at).logs('sam', 'access', { rights: ticks('access', 'erasure') });
    const [first, second] = (await at.register.list()).slice(-2).map(({ id }) => id);
    if (first === undefined || second === undefined) throw new Error('not two cases');
    const other = at.desk.team.find((user) => user !== team().id) ?? '';
    const declared = await changeCase(cases(), second, other, (request, moment) =>
      decideRelations.declareConflict(request, { user: team().id, why: 'named_in_data' }, moment),
    );
    expect(declared.ok).toBe(true);
    await opensLetters(team(), first);
    expect(words(team())).not.toContain(second);
    await team().submits();
    await shows(team(), 'the person knows that we have it');
    expect((await summary(first))?.acknowledgedAt).not.toBeNull();
    expect((await summary(second))?.acknowledgedAt).toBeNull();
    await team().closes(true);
  });

  it('belongs to nobody else', async () => {
    const number = await logged('access', team().id);
    for (const who of [sam(), at.desk.person('jo')]) {
      await presses(who, number, 'open_acknowledgement');
      await at.desk.waitFor('the refusal', () =>
        who.messages('support').find((message) => /privacy team/.test(message.text)),
      );
      expect(who.view()).toBeNull();
      expect(JSON.stringify(who.messages('support'))).not.toMatch(canary);
    }
  });

  it('refuses a day that has not come, on its field', async () => {
    const number = await logged();
    await opensLetters(team(), number);
    await team().submits({ sent_on: { value: { type: 'datepicker', selected_date: '2999-01-01' } } });
    const view = await at.desk.waitFor('the mark', () => {
      const now = team().view();
      return now !== null && Object.keys(now.errors).length > 0 ? now : null;
    });
    expect(Object.keys(view.errors)).toEqual(['sent_on']);
  });
});

/** Worked through until only the answer is missing. */
const readyForReview = async (right: Right, leaving: string | null = null): Promise<string> => {
  const number = await logged(right);
  const does = async (decide: Parameters<typeof changeCase>[3]) => {
    const changed = await changeCase(cases(), number, team().id, decide);
    if (!changed.ok) throw new Error(`${changed.code} ${JSON.stringify(changed.facts)}`);
  };
  await does(decideTasks.take);
  const tasks = (await summary(number))?.tasks.filter(({ id, phase }) => phase === 'work' && id !== leaving);
  for (const task of tasks ?? []) {
    await does((request, moment) =>
      decideTasks.markTaskDone(request, { task: task.id, result: 'action_taken' }, moment),
    ).catch(() =>
      does((request, moment) =>
        decideTasks.waiveTask(request, { task: task.id, reason: 'not_applicable' }, moment),
      ),
    );
  }
  if (right === 'access') return number;
  await does((request, moment) =>
    decideEntries.recordRecipient(
      request,
      { entry: 'recipients', recipient: 'none', result: 'no_recipients' },
      moment,
    ),
  );
  return number;
};

/** Something in every gap that has to be filled, in the shape its hint asks for. */
const fill = (view: {
  readonly state: StateValues;
  readonly view: { readonly blocks: readonly unknown[] };
}): StateValues =>
  Object.fromEntries(
    (
      view.view.blocks as {
        block_id?: string;
        type: string;
        optional?: boolean;
        hint?: { text: string };
      }[]
    ).flatMap((block) => {
      if (block.type !== 'input' || block.optional === true) return [];
      if (!block.block_id?.startsWith('fact_')) return [];
      const hint = block.hint?.text ?? '';
      if (hint.includes('date')) return [[block.block_id, written('1 November 2026')]];
      const columns = hint.includes('One line for each, ') ? hint.split(' | ').length : 1;
      return [[block.block_id, written(Array.from({ length: columns }, () => 'one thing').join(': '))]];
    }),
  );

describe('the answer', () => {
  it('marks what is missing and sends nothing for review before it is there', async () => {
    const number = await readyForReview('rectification');
    await opensLetters(team(), number);
    const view = await choose(team(), 'rectification-answer');
    expect(words(team())).toContain('Only you know:');
    expect(submitOf(view)).toBe('Preview');
    await team().submits();
    const marked = await at.desk.waitFor('the marks', () => {
      const now = team().view();
      return now !== null && Object.keys(now.errors).length > 0 ? now : null;
    });
    expect(Object.keys(marked.errors).every((field) => field.startsWith('fact_'))).toBe(true);
    expect((await summary(number))?.state).toBe('in_progress');
  });

  it('shows what was typed, makes its reader read it, keeps it sealed, and records only the approved words as sent', async () => {
    const number = await readyForReview('rectification');
    await opensLetters(team(), number);
    await team().submits(fill(await choose(team(), 'rectification-answer')));
    await reads(team());
    expect((await summary(number))?.state).toBe('in_progress');
    expect(words(team())).toContain('one thing');
    expect(words(team())).not.toMatch(/\[\[[^…]/);
    expect(team().view()?.view.private_metadata).not.toMatch(/one thing|quilla/i);
    await team().submits({ outcome: select('full') });
    await shows(team(), 'with the approvers');
    const hash = (await summary(number))?.review?.contentHash ?? '';
    const history = await cases().register.history(number);
    expect(history.at(-1)?.personal?.['letter']).toContain('one thing');
    expect(contentHash(history.at(-1)?.personal?.['letter'] ?? '')).toBe(hash);
    await team().closes(true);
    await changeCase(cases(), number, approver().id, (request, moment) =>
      review.approve(request, hash, moment),
    );
    await opensLetters(team(), number);
    expect(words(team())).toContain('The approved answer');
    expect(words(team())).toContain('Dear Quilla Zephyrine');
    await team().submits({ proof: select('email_sent') });
    await shows(team(), 'its clock has stopped');
    expect((await summary(number))?.state).toBe('responded');
    expect(outside()).not.toMatch(canary);
  });

  it('that nothing is held asks what was left out too, and goes to review in one go', async () => {
    const number = await readyForReview('access', 'others');
    await changeCase(cases(), number, team().id, (request, moment) =>
      decideEntries.logSearch(request, { entry: 'search', system: 'mailboxes', result: 'not_found' }, moment),
    );
    await opensLetters(team(), number);
    const form = await choose(team(), 'no-data');
    expect(words(team())).toContain('Did anything have to be left out?');
    const nothing = {
      value: {
        type: 'radio_buttons',
        selected_option: { value: 'nothing', text: { type: 'plain_text', text: 'nothing' } },
      },
    };
    await team().submits({ ...fill(form), held_back: nothing });
    await reads(team());
    await team().submits({ outcome: select('no_data') });
    await shows(team(), 'with the approvers');
    expect((await summary(number))?.state).toBe('ready_for_review');
  });

  it('cannot be recorded as sent in other words than the approved ones', async () => {
    const number = await readyForReview('rectification');
    const sent = await changeCase(cases(), number, team().id, (request, moment) =>
      review.sendForReview(
        request,
        {
          outcome: 'full',
          contentHash: 'a'.repeat(64),
          personal: { letter: 'Dear Quilla Zephyrine, done.' },
        },
        moment,
      ),
    );
    expect(sent).toMatchObject({ ok: true, request: { state: 'ready_for_review' } });
    await opensLetters(team(), number);
    expect(words(team())).toContain('The answer under review');
    expect(words(team())).toContain('Dear Quilla Zephyrine, done.');
    await team().closes(true);
    await changeCase(cases(), number, approver().id, (request, moment) =>
      review.approve(request, 'a'.repeat(64), moment),
    );
    await opensLetters(team(), number);
    await team().submits({ proof: select('email_sent') });
    const marked = await at.desk.waitFor('the refusal', () => {
      const now = team().view();
      return now !== null && Object.keys(now.errors).length > 0 ? now : null;
    });
    expect(Object.values(marked.errors).join()).toContain('not the one that was approved');
    expect((await summary(number))?.state).toBe('approved');
  });
});

describe('a letter on the way', () => {
  it('is approved word for word by an approver, and then recorded as sent in those words', async () => {
    const number = await logged();
    await changeCase(cases(), number, team().id, decideTasks.take);
    // A fee is agreed to before its letter goes anywhere.
    await changeCase(cases(), number, team().id, (request, moment) =>
      askForFee(
        request,
        { finding: 'excessive', pence: 1_500, personal: { reasons: 'The eighth this year.' } },
        moment,
      ),
    );
    await changeCase(cases(), number, approver().id, (request, moment) => agree(request, 'fee-1', moment));
    await opensLetters(approver(), number);
    await approver().submits(fill(await choose(approver(), 'fee')));
    const read = await at.desk.waitFor('the letter with it', () =>
      pageOf(approver()) === 'read' ? approver().view() : null,
    );
    await approver().pressesLabel(read, 'Approve letter');
    await shows(approver(), 'Approved, word for word');
    expect((await summary(number))?.letters).toMatchObject([{ letter: 'fee', sentAt: null }]);
    await approver().closes(true);
    await opensLetters(team(), number);
    await choose(team(), 'fee');
    expect(words(team())).toContain('approved exactly this wording');
    expect(words(team())).toContain('one thing');
    await team().submits();
    await shows(team(), 'the letter went out');
    const letters = (await summary(number))?.letters ?? [];
    expect(letters).toHaveLength(2);
    expect(new Set(letters.map(({ contentHash: hash }) => hash)).size).toBe(1);
    expect(outside()).not.toMatch(canary);
  });

  it('offers no approval to those who may not give it', async () => {
    const number = await logged();
    await opensLetters(team(), number);
    await choose(team(), 'identity-request');
    expect(labelsOf(team().view()?.view.blocks ?? [])).not.toContain('Approve letter');
  });

  it('tells people to propose an extension in the case first', async () => {
    const number = await logged();
    await changeCase(cases(), number, team().id, decideTasks.take);
    await opensLetters(team(), number);
    await choose(team(), 'extension');
    expect(words(team())).toContain('Propose the extension');
    expect(labelsOf(team().view()?.view.blocks ?? [])).not.toContain('Approve letter');
  });
});

it('leaves no name, contact or word in any message or log line', () => {
  expect(outside()).not.toMatch(canary);
});
