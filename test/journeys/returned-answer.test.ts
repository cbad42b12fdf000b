/** An answer that its approver returns comes back as it was sent, with the approver's words on top, also after a restart. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenView } from '../../src/workspace/contract.ts';
import { type BotAtDesk, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { caseDesk, select, text, written } from '../support/case-desk.ts';

let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
beforeAll(async () => {
  at = await startBotAtDesk();
  desk = caseDesk(at);
});
afterAll(() => at.stop());

const canary = {
  fact_processing: 'Velvet marmalade: statistics on the use of our Site.',
  fact_grounds: 'Cobalt walrus: fraud has to be found.',
  fact_weighed: 'Turquoise heron: no harm to the person.',
  // Emptied by its writer, though something was filled in: it stays empty.
  fact_legalBasis: '',
};
const reasons = 'Crimson otter: balanced in writing.';
const note = 'Ochre gannet: say more of the weighing.';

type Field = { readonly block_id?: string; readonly element?: Readonly<Record<string, unknown>> };
const standsIn = (view: OpenView | null, id: string): unknown => {
  const element = (view?.view.blocks as readonly Field[] | undefined)?.find(
    ({ block_id }) => block_id === id,
  )?.element;
  const option = element?.['initial_option'] as { readonly value: string } | undefined;
  return element === undefined ? null : (option?.value ?? element['initial_value'] ?? '');
};
const yes = (value: string) => ({
  value: { type: 'radio_buttons', selected_option: { value, text: { type: 'plain_text', text: value } } },
});

const opens = async (number: string): Promise<OpenView> => {
  await desk.person('priya').closes(true);
  await desk.opens('priya', number);
  await desk.makes('priya', 'writeAnswer');
  return at.desk.waitFor('the letter', () => {
    const view = desk.person('priya').view();
    return standsIn(view, 'fact_weighed') === null ? null : view;
  });
};

const asItWasSent = async (number: string): Promise<void> => {
  const view = await opens(number);
  for (const [field, words] of Object.entries(canary)) expect(standsIn(view, field), field).toBe(words);
  expect(standsIn(view, 'fact_ground_code')).toBe('compelling_grounds');
  expect(standsIn(view, 'fact_register_reasons')).toBe(reasons);
  expect(standsIn(view, 'fact_decidedByAnother')).toBe('yes');
  const shown = wordsOf(view.view.blocks);
  expect(shown).toContain(note);
  expect(shown).toContain('Returned by');
  expect(shown.indexOf(note)).toBeLessThan(shown.indexOf('Only you know') >>> 0);
};

it('comes back whole, with the approver’s words on top, to whoever goes on with it and after another start', async () => {
  const number = await desk.logs('sam', 'objection');
  await desk.does('priya', number, 'take');
  await desk.works('priya', number);
  await desk.asks(
    'priya',
    number,
    'refuse',
    {
      ...Object.fromEntries(Object.entries(canary).map(([field, words]) => [field, written(words)])),
      fact_decidedByAnother: yes('yes'),
      fact_ground_code: select('compelling_grounds'),
      fact_register_reasons: written(reasons),
    },
    { outcome: select('refused') },
  );
  await desk.fills('alex', number, 'return', { reason: select('letter'), note: text(note) });
  await asItWasSent(number);
  await at.another();
  await asItWasSent(number);
  const outside = JSON.stringify(at.desk.changes.filter(({ type }) => type !== 'views')) + at.logged();
  expect(outside).not.toMatch(/marmalade|walrus|heron|otter|gannet/i);
});
