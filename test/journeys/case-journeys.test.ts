import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';
import {
  canaryMarks,
  caseDesk,
  date,
  select,
  text,
  ticks,
  time,
  today,
  user,
  written,
} from '../support/case-desk.ts';

let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
beforeAll(async () => {
  at = await startBotAtDesk();
  desk = caseDesk(at);
});
afterAll(() => at.stop());

const day = (id: string) => ({ [id]: date(today()), [`${id}_time`]: time(null) });
const letter = text('Dear Quilla Zephyrine, here is everything we hold.');
const words = (name: 'priya' | 'alex') => wordsOf(desk.person(name).view()?.view.blocks ?? []);

/** From the finished checklist to a closed case, with a second person in between. */
const answers = async (number: string, outcome = 'full'): Promise<void> => {
  await desk.fills('priya', number, 'sendForReview', { outcome: select(outcome), letter });
  await desk.fills('alex', number, 'approve', {});
  await desk.fills('priya', number, 'recordResponseSent', {
    ...day('sent'),
    proof: select('email_sent'),
    unchanged: select('as_approved'),
  });
  await desk.works('priya', number);
  await desk.does('priya', number, 'close');
  await desk.cardSays(number, 'closed');
};

const recipient = { recipient: select('processor'), result: select('told'), name: text('') };

describe('a case from its start to its end', () => {
  it('access: identity, clarification, searches, redaction, review by a second person, answer', async () => {
    const number = await desk.logs('sam', 'access');
    await desk.does('priya', number, 'take');
    await desk.asks('priya', number, 'askForIdentity', {
      fact_doubt_code: select('unknown_address'),
      fact_method_code: select('code_to_known_address'),
    });
    await desk.cardSays(number, 'waiting for proof of identity');
    await desk.fills('priya', number, 'identityReceived', {
      ...day('received'),
      method: select('code_to_known_address'),
      weak: ticks(),
    });
    await desk.asks('priya', number, 'askForClarification', {
      fact_unclear: written('Quilla, which account do you mean?'),
      fact_about_code: select('information'),
      fact_needs_code: select('yes'),
    });
    await desk.cardSays(number, 'paused');
    expect(words('priya')).toContain('No date while the clock is paused');
    await desk.fills('priya', number, 'clarificationReceived', { ...day('received'), answer: text('Mine.') });
    await desk.works('priya', number);
    await desk.fills('priya', number, 'logRedaction', {
      reason: select('none_needed'),
      items: text(''),
      note: text(''),
    });
    await answers(number);
    expect(desk.public()).not.toMatch(canaryMarks);
  });

  it('erasure: nothing can be marked deleted before a second person agreed', async () => {
    const number = await desk.logs('sam', 'erasure');
    await desk.does('priya', number, 'take');
    await desk.works('priya', number);
    await desk.unfolds('priya', 'steps');
    expect(words('priya')).toContain('only after a second person agreed to the deletion');
    await desk.fills('priya', number, 'proposeDeletion', {
      erase: text('All but the invoices.'),
      keep: text('Invoices: tax law.'),
    });
    await desk.cardSays(number, 'A second person has to decide');
    await desk.fills('alex', number, 'agree', {});
    await desk.works('priya', number);
    await answers(number);
  });

  it('rectification with a restriction meanwhile, lifted after the person was told', async () => {
    const number = await desk.logs('sam', 'rectification');
    await desk.does('priya', number, 'take');
    await desk.does('priya', number, 'restrict');
    await desk.cardSays(number, 'restricted');
    await desk.works('priya', number);
    await desk.fills('priya', number, 'recordRecipient', recipient);
    await desk.fills('priya', number, 'tellBeforeLifting', day('sent'));
    await desk.fills('priya', number, 'liftRestriction', { reasons: text('') });
    await desk.fills('alex', number, 'agree', {});
    await answers(number);
  });

  it('objection refused: a ground, reasons, a second person, and then the letter', async () => {
    const number = await desk.logs('sam', 'objection');
    await desk.does('priya', number, 'take');
    await desk.works('priya', number, 'crm', 'stopUse');
    await desk.fills('priya', number, 'goOn', {
      processing: text('Statistics on the use of our Site.'),
      grounds: text('Fraud has to be found.'),
      weighed: text('No harm to the person.'),
    });
    await desk.asks(
      'priya',
      number,
      'writeAnswer',
      {
        fact_ground_code: select('compelling_grounds'),
        fact_register_reasons: written('Balanced in writing.'),
      },
      { outcome: select('refused') },
    );
    await desk.opens('alex', number);
    await desk.sees('alex', 'Dear Quilla Zephyrine');
    await desk.makes('alex', 'approve');
    await desk.sees('alex', '✅');
    await desk.fills('priya', number, 'recordResponseSent', {
      ...day('sent'),
      proof: select('email_sent'),
      unchanged: select('as_approved'),
    });
    await desk.cardSays(number, 'refused');
    await desk.opens('priya', number);
    expect(desk.next('priya')).toBe('case_do:liftRestriction');
    await desk.does('priya', number, 'liftRestriction');
    expect((await at.register.history(number)).slice(-2).map(({ type }) => type)).toEqual([
      'restriction_notice_given',
      'restriction_lifted',
    ]);
    await desk.does('priya', number, 'close');
  });

  it.each(['portability', 'complaint'])('%s', async (right) => {
    const number = await desk.logs('sam', right);
    await desk.does('priya', number, 'take');
    await desk.works('priya', number);
    await answers(number);
  });

  it('a client leaving: both of the client’s steps, then a second person, then deletion', async () => {
    const number = await desk.logs('sam', 'client_data_deletion');
    await desk.does('priya', number, 'take');
    await desk.works('priya', number);
    for (const step of ['client_receipt_confirmed', 'client_deletion_requested'])
      await desk.fills('priya', number, 'recordClientStep', { step: select(step), ...day('on') });
    await desk.works('priya', number);
    await desk.fills('priya', number, 'proposeDeletion', {
      erase: text('All of it.'),
      keep: text('Nothing.'),
    });
    await desk.fills('alex', number, 'agree', {});
    await desk.works('priya', number);
    await answers(number);
  });

  it('a marketing opt-out is done with two presses on its card', async () => {
    const number = await desk.logs('sam', 'direct_marketing_objection');
    const card = await desk.cardSays(number, 'Marketing opt-out');
    expect(labelsOf(card.blocks)).toContain('Mark stopped');
    await desk.person('priya').pressesLabel(card, 'Mark stopped');
    const stopped = await desk.cardSays(number, 'Record response sent');
    await desk.person('priya').pressesLabel(stopped, 'Record response sent');
    await desk.cardSays(number, 'closed');
  });

  it('data in a client’s workspace is passed on', async () => {
    const number = await desk.logs('sam', 'access', { client: text('Orchid Events') });
    await desk.fills('priya', number, 'forward', {
      client: text('Orchid Events'),
      evidence: text('E-mail to their privacy contact.'),
      ...day('sent'),
    });
    await desk.does('priya', number, 'close');
  });

  it('what was stopped and told too early is opened again, from its card, where it was said and in the case', async () => {
    const number = await desk.logs('sam', 'consent_withdrawal');
    const closes = async () => {
      const card = await desk.cardSays(number, 'Mark stopped');
      await desk.person('priya').pressesLabel(card, 'Stopped and told');
      return desk.cardSays(number, 'within a week');
    };
    const isOpenAgain = () => desk.cardSays(number, 'Stop it everywhere now');
    await desk.person('priya').pressesLabel(await closes(), 'Reopen');
    await isOpenAgain();
    expect((await desk.sees('priya', 'open again')).view.callback_id).toBe('case');

    await closes();
    const said = await at.desk.waitFor('what was done to be said', () =>
      desk
        .person('priya')
        .messages('privacy')
        .findLast(
          ({ blocks }) => labelsOf(blocks).includes('Reopen') && !labelsOf(blocks).includes('Open case'),
        ),
    );
    await desk.person('priya').pressesLabel(said, 'Reopen');
    await isOpenAgain();

    await desk.does('priya', number, 'stopAndTell');
    await desk.cardSays(number, 'within a week');
    await desk.does('priya', number, 'reopen');
    await isOpenAgain();
    await desk.works('priya', number);
    await desk.cardSays(number, 'within a week');
    const types = (await at.register.history(number)).map(({ type }) => type);
    expect(types.filter((type) => type === 'reopened')).toHaveLength(3);
  });

  it('an extension needs a second person and then the notice to the person', async () => {
    const number = await desk.logs('sam', 'access');
    await desk.does('priya', number, 'take');
    await desk.fills('priya', number, 'extend', {
      reason: select('complexity'),
      reasons: text('Eleven mailboxes.'),
    });
    await desk.fills('alex', number, 'agree', {});
    await desk.cardSays(number, 'Send the extension notice');
    await desk.opens('priya', number);
    await desk.makes('priya', 'recordExtensionNotice');
    await desk.sees('priya', 'We need more time');
    await desk.person('priya').submits({ proof: select('email_sent') });
    await desk.sees('priya', '✅');
    await desk.cardSays(number, 'extended');
  });

  it('a task goes to somebody who sees only that task, told once', async () => {
    const number = await desk.logs('sam', 'erasure');
    await desk.does('priya', number, 'take');
    await desk.fills('priya', number, 'assignTask', {
      task: select('check-hold'),
      to: user(desk.person('jo').id),
    });
    const told = await at.desk.waitFor('the private message', () =>
      desk
        .person('jo')
        .messages('dm')
        .find(({ text: said }) => said.includes(number)),
    );
    await desk.person('jo').pressesLabel(told, 'Open case');
    const view = await desk.sees('jo', 'Check that nothing has to be kept');
    expect(wordsOf(view.view.blocks)).not.toMatch(canaryMarks);
    expect(wordsOf(view.view.blocks)).not.toContain('Write the answer');
    await desk.person('jo').pressesLabel(view, 'Mark done');
    await desk.sees('jo', '✅');
    const all = desk.person('jo').messages('dm');
    expect(all.filter(({ text: said }) => said.includes(number))).toHaveLength(1);
  });

  it('a step whose button stands in the case goes to nobody who would not find it there', async () => {
    const number = await desk.logs('sam', 'access');
    await desk.does('priya', number, 'take');
    await desk.opens('priya', number);
    const before = desk.person('priya').view()?.id;
    await desk.makes('priya', 'assignTask');
    const form = await at.desk.waitFor('the form', () => {
      const view = desk.person('priya').view();
      return view?.id === before ? null : view;
    });
    expect(JSON.stringify(form?.view.blocks)).toContain('Whoever works on the case');
    const given = (name: 'jo' | 'alex') =>
      desk.person('priya').submits({ task: select('search'), to: user(desk.person(name).id) });
    await given('jo');
    await desk.sees('priya', 'it can only go to somebody who works on the case');
    await given('alex');
    await desk.sees('priya', '✅');
    await desk.opens('alex', number);
    expect(desk.next('alex')).not.toBe('');
  });

  it('keeps the person out of everything but forms', () => {
    expect(desk.public()).not.toMatch(canaryMarks);
    expect(at.desk.problems()).toEqual([]);
  });
});
