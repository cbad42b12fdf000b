import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { canaryMarks, caseDesk } from '../support/case-desk.ts';

let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
beforeAll(async () => {
  at = await startBotAtDesk();
  desk = caseDesk(at);
});
afterAll(() => at.stop());

describe('the card of a case', () => {
  it('appears once in the privacy channel, with number, right, date and next step, and never the person', async () => {
    const number = await desk.logs('sam', 'access');
    const card = await desk.cardSays(number, 'Access');
    const words = wordsOf(card.blocks);
    expect(words).toMatch(/Due \*.+\* · \d+ days left \(\d+ working days\)/);
    expect(words).toContain('Nobody has this case yet');
    expect(labelsOf(card.blocks)).toEqual(['Open case', 'Take']);
    expect(desk.public()).not.toMatch(canaryMarks);
  });

  it('is edited in place when somebody takes the case', async () => {
    const number = await desk.logs('sam', 'erasure');
    const card = await desk.cardSays(number, 'Erasure');
    await desk.person('priya').pressesLabel(card, 'Take');
    const after = await desk.cardSays(number, 'in progress');
    expect(after.ts).toBe(card.ts);
    expect(wordsOf(after.blocks)).toContain(`<@${desk.person('priya').id}>`);
    const cards = desk
      .person('priya')
      .messages('privacy')
      .filter(({ text }) => text.includes(number));
    expect(cards.filter(({ ephemeralFor }) => ephemeralFor === null)).toHaveLength(1);
  });

  it('refuses whoever is not on the team, and nothing changes', async () => {
    const number = await desk.logs('sam', 'portability');
    const card = await desk.cardSays(number, 'Portability');
    await at.desk.as(desk.person('jo').id).act({
      type: 'act',
      place: { channel: card.channel, ts: card.ts },
      blockId: 'case_card',
      actionId: 'case_do:take',
      action: { type: 'button', value: `take ${number}` },
      state: {},
    });
    await desk.person('priya').closes(true);
    await desk.person('priya').pressesLabel(card, 'Open case');
    const view = await desk.sees('priya', 'Nobody has this case yet');
    expect(wordsOf(view.view.blocks)).toContain('nobody yet');
  });
});

describe('the list of cases', () => {
  it('shows open cases to the team, each with a button that opens it', async () => {
    const number = await desk.logs('sam', 'rectification');
    await desk.person('priya').closes(true);
    await desk.person('priya').types('general', '/privacy cases');
    const list = await desk.sees('priya', number);
    await desk.person('priya').presses(list, `open_case:${number}`);
    await desk.sees('priya', 'Quilla Zephyrine');
  });

  it('tells anybody else who can', async () => {
    await desk.person('jo').types('general', '/privacy cases');
    await at.desk.waitFor('the refusal', () =>
      desk
        .person('jo')
        .messages('general')
        .some(({ text }) => text.includes('Only the privacy team')),
    );
  });

  it('opens a case by a number as people type it', async () => {
    await desk.person('priya').closes(true);
    await desk.person('priya').types('general', `/privacy case dsr ${new Date().getUTCFullYear()}-1`);
    await desk.sees('priya', 'Next:');
  });
});
