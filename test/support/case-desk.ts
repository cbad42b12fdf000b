import type { OpenView, StateValues, WorkspaceMessage } from '../../src/workspace/contract.ts';
import { type BotAtDesk, wordsOf } from './bot.ts';
import { controlsOf, type PersonName } from './workspace.ts';

/** What people at the desk do with a case, by the words they read. */
export const text = (value: string) => ({ value: { type: 'plain_text_input', value } });
export const select = (value: string) => ({
  value: { type: 'static_select', selected_option: { value, text: { type: 'plain_text', text: value } } },
});
export const ticks = (...values: readonly string[]) => ({
  value: {
    type: 'checkboxes',
    selected_options: values.map((value) => ({ value, text: { type: 'plain_text', text: value } })),
  },
});
export const user = (id: string) => ({ value: { type: 'users_select', selected_user: id } });
export const date = (on: string) => ({ value: { type: 'datepicker', selected_date: on } });
export const time = (at: string | null) => ({ value: { type: 'timepicker', selected_time: at } });

/** Nothing of these may ever stand in a message, a log line, a button or what a form carries along. */
export const canary = {
  name: 'Quilla Zephyrine',
  contact: 'quilla@canary.example',
  words: 'Velvet marmalade: send me what you have.',
};
export const canaryMarks = /quilla|zephyrine|canary\.example|marmalade/i;

export const intake = (right: string, change: StateValues = {}): StateValues => ({
  rights: ticks(right),
  received_on: date(today()),
  received_at: time(null),
  channel: select('phone'),
  name: text(canary.name),
  contact: text(canary.contact),
  words: text(canary.words),
  people: select('customer'),
  agent: text(''),
  client: text(''),
  breach: ticks(),
  ...change,
});

export const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());

export const caseDesk = (at: BotAtDesk) => {
  const person = (name: PersonName) => at.desk.person(name);
  const shown = (name: PersonName) => {
    const view = person(name).view();
    return view === null ? '' : `${wordsOf(view.view.blocks)}\n${JSON.stringify(view.errors)}`;
  };
  const sees = (name: PersonName, what: string | RegExp): Promise<OpenView> =>
    at.desk.waitFor(`${name} to see ${what}; sees ${shown(name).slice(0, 1_500)}`, () =>
      (typeof what === 'string' ? shown(name).includes(what) : what.test(shown(name)))
        ? person(name).view()
        : null,
    );
  const card = (number: string): WorkspaceMessage | undefined =>
    person('priya')
      .messages('privacy')
      .find((message) => message.text.includes(number));
  const cardSays = (number: string, what: string): Promise<WorkspaceMessage> =>
    at.desk.waitFor(`the card of ${number} to say ${what}; says ${card(number)?.text}`, () => {
      const found = card(number);
      return found !== undefined && wordsOf(found.blocks).includes(what) ? found : null;
    });
  const opens = async (name: PersonName, number: string): Promise<OpenView> => {
    await person(name).closes(true);
    await person(name).types('general', `/privacy case ${number}`);
    return sees(name, 'Checklist');
  };
  /** Makes a gesture in the open case, by its value, from a button or the menu. */
  const makes = async (name: PersonName, gesture: string): Promise<void> => {
    const view = person(name).view();
    if (view === null) throw new Error('no case is open');
    const controls = controlsOf(view.view.blocks);
    const button = controls.find(
      ({ actionId }) => actionId === `case_do:${gesture}` || actionId.startsWith(`case_do:${gesture}:`),
    );
    if (button !== undefined) {
      await person(name).presses(view, button.actionId);
      return;
    }
    const options = JSON.stringify(view.view.blocks).match(new RegExp(`"value":"(${gesture} [^"]+)"`));
    if (options?.[1] === undefined) throw new Error(`${gesture} is not offered: ${shown(name)}`);
    await person(name).presses(view, 'case_do:more', {
      selected_option: { value: options[1], text: { type: 'plain_text', text: gesture } },
    });
  };
  const marks = (name: PersonName): readonly string[] =>
    controlsOf(person(name).view()?.view.blocks ?? [])
      .map(({ actionId }) => actionId)
      .filter((id) => id.startsWith('case_do:markDone:'));
  return {
    /** Marks every step done that can be marked now; a step at a system needs its result. */
    works: async (name: PersonName, number: string, result = 'found'): Promise<void> => {
      const view = await opens(name, number);
      for (let left = marks(name); left.length > 0; left = marks(name)) {
        const [next = ''] = left;
        await person(name).presses(person(name).view() ?? view, next);
        if (next.split(':').length > 3) {
          await sees(name, 'What came of it?');
          await person(name).submits({ result: select(result), findings: text('Searched by name.') });
        }
        await at.desk.waitFor(`${next} to be marked`, () =>
          person(name).view()?.view.callback_id === 'case' && !marks(name).includes(next) ? true : null,
        );
      }
    },
    person,
    shown,
    sees,
    card,
    cardSays,
    opens,
    makes,
    logs: async (name: PersonName, right: string, change: StateValues = {}): Promise<string> => {
      await person(name).closes(true);
      await person(name).types('support', '/privacy request');
      await sees(name, 'Which right?');
      await person(name).submits(intake(right, change));
      const view = await sees(name, 'in the register');
      const number = /[A-Z]{3}-\d{4}-\d{4}/.exec(wordsOf(view.view.blocks))?.[0];
      if (number === undefined) throw new Error('no number');
      await person(name).closes(true);
      return number;
    },
    /** Opens the case, makes a gesture that has a form, and sends it. */
    fills: async (name: PersonName, number: string, gesture: string, fields: StateValues): Promise<void> => {
      await opens(name, number);
      const before = person(name).view()?.id;
      await makes(name, gesture);
      await at.desk.waitFor(`the form of ${gesture}`, () => person(name).view()?.id !== before);
      await person(name).submits(fields);
      await sees(name, 'Done:');
    },
    does: async (name: PersonName, number: string, gesture: string): Promise<void> => {
      await opens(name, number);
      await makes(name, gesture);
      await sees(name, 'Done:');
    },
    /** Everything that left the bot except forms, which only the person in them sees. */
    public: (): string =>
      JSON.stringify(at.desk.changes.filter(({ type }) => type !== 'views')) + at.logged(),
  };
};
