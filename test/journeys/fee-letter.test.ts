/** A fee is asked for in one form: the finding, the amount and the letter; an approver agrees, and the same letter goes out. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { canaryMarks, caseDesk, select, written } from '../support/case-desk.ts';

let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
beforeAll(async () => {
  at = await startBotAtDesk();
  desk = caseDesk(at);
});
afterAll(() => at.stop());

it('is proposed by the letter itself, agreed to, and recorded as it was written', async () => {
  const number = await desk.logs('sam', 'access');
  await desk.does('priya', number, 'take');
  await desk.opens('priya', number);
  const before = desk.person('priya').view()?.id;
  await desk.makes('priya', 'askForFee');
  await at.desk.waitFor('the letter', () => desk.person('priya').view()?.id !== before);
  await desk.sees('priya', 'The request is');
  const fields = {
    fact_finding_code: select('excessive'),
    fact_finding: written('This is the eighth request for the same data this year.'),
    fact_feeBasis: written('an hour of work at cost.'),
    fact_alternatives: written('ask for what has changed since March'),
  };
  await desk.person('priya').submits({ ...fields, fact_amount: written('a lot') });
  await desk.sees('priya', 'Please give an amount');
  expect((await at.register.history(number)).at(-1)?.type).toBe('taken');

  await desk.person('priya').submits({ ...fields, fact_amount: written('15') });
  await desk.sees('priya', 'The fee is £15.00');
  await desk.person('priya').submits({});
  await desk.sees('priya', 'an approver decides about the fee');
  const proposed = (await at.register.history(number)).find(({ type }) => type === 'approval_requested');
  expect(proposed).toMatchObject({ proposal: { kind: 'fee', finding: 'excessive', pence: 1_500 } });

  await desk.fills('alex', number, 'agree', {});
  await desk.opens('priya', number);
  const there = desk.person('priya').view();
  if (there === null) throw new Error('no case');
  await desk.person('priya').presses(there, `open_letters:${number}`);
  const letters = await at.desk.waitFor('the letters', () => {
    const view = desk.person('priya').view();
    return view?.id === there.id ? null : view;
  });
  if (!String(letters?.view.private_metadata).includes('"letter":"fee"'))
    await desk.person('priya').presses(letters ?? there, 'choose_letter', {
      selected_option: { value: 'fee', text: { type: 'plain_text', text: 'We ask for a fee' } },
    });
  await desk.sees('priya', 'an hour of work at cost');
  for (const words of ['The fee is £15.00', 'eighth request', 'what has changed since March'])
    await desk.sees('priya', words);
  await desk.person('priya').submits({});
  await desk.sees('priya', '✅');
  expect((await at.register.history(number)).at(-1)).toMatchObject({ type: 'letter_sent', letter: 'fee' });
  expect(desk.public()).not.toMatch(canaryMarks);
  expect(at.desk.problems()).toEqual([]);
}, 60_000);
