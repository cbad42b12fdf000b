import type { OpenView, StateValues, WorkspaceMessage } from '../../src/workspace/contract.ts';
import { type BotAtDesk, wordsOf } from './bot.ts';
import { controlsOf, type PersonName } from './workspace.ts';

/** What people at the desk do with a case, by the words they read. */
export const text = (value: string) => ({ value: { type: 'plain_text_input', value } });
/** Into a field of a letter. */
export const written = (value: string) => ({ letter_typed: { type: 'plain_text_input', value } });
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
    return sees(name, 'Next:');
  };
  const control = (name: PersonName, action: string) =>
    controlsOf(person(name).view()?.view.blocks ?? []).find(
      ({ actionId }) => actionId === `case_do:${action}` || actionId.startsWith(`case_do:${action}:`),
    );
  /** Shows a folded part of the open case. */
  const unfolds = async (name: PersonName, part: 'steps' | 'why' | 'more'): Promise<OpenView> => {
    const view = person(name).view();
    if (view === null) throw new Error('no case is open');
    if (!String(view.view.private_metadata).includes(`"unfolded":"${part}"`)) {
      await person(name).presses(view, `case_fold:${part}`);
      await at.desk.waitFor(`${part} to unfold`, () =>
        String(person(name).view()?.view.private_metadata).includes(`"unfolded":"${part}"`),
      );
    }
    return person(name).view() ?? view;
  };
  /** Makes an action in the open case, by its value, from a button or the menu. */
  const makes = async (name: PersonName, action: string): Promise<void> => {
    const view = person(name).view();
    if (view === null) throw new Error('no case is open');
    const button = control(name, action);
    if (button !== undefined) {
      await person(name).presses(view, button.actionId);
      return;
    }
    const more = await unfolds(name, 'more');
    const there = control(name, action);
    if (there !== undefined) {
      await person(name).presses(more, there.actionId);
      return;
    }
    const options = JSON.stringify(more.view.blocks).match(new RegExp(`"value":"(${action} [^"]+)"`));
    if (options?.[1] === undefined) throw new Error(`${action} is not offered: ${shown(name)}`);
    await person(name).presses(more, 'case_do:more', {
      selected_option: { value: options[1], text: { type: 'plain_text', text: action } },
    });
  };
  /** The next step that the open case offers this person; '' where it offers none. */
  const next = (name: PersonName): string => {
    const view = person(name).view();
    const blocks = (view?.view.blocks ?? []).filter(
      (block) => 'block_id' in block && block.block_id === 'case_step',
    );
    return view?.view.callback_id === 'case' ? (controlsOf(blocks)[0]?.actionId ?? '') : '';
  };
  const doneAfter = (name: PersonName, before: string): Promise<OpenView> =>
    at.desk.waitFor(`it to be done; sees ${shown(name).slice(0, 800)}`, () => {
      const view = person(name).view();
      return view?.view.callback_id === 'case' &&
        wordsOf(view.view.blocks).includes('✅') &&
        JSON.stringify(view.view.blocks) !== before
        ? view
        : null;
    });
  /** Steps that need nothing to be decided, with what their forms ask for. */
  const plainSteps: Readonly<Record<string, StateValues | null>> = {
    markDone: null,
    stopAndTell: null,
    markStopped: null,
    acknowledge: {},
    askTeams: {},
    stopUse: { processing: text('Statistics on the use of our Site.') },
    recordErasure: { erased_crm: select('erased'), recipient: select('processor'), result: select('told') },
    liftRestriction: null,
    restrict: { ground: select('accuracy_contested') },
    recordRecipient: { recipient: select('processor'), result: select('told'), name: text('') },
  };
  return {
    /** Goes on by the next step until something has to be decided, proposed or written. `found` is where a search finds something; `until` stops before that step. */
    works: async (name: PersonName, number: string, found = 'crm', until = ''): Promise<void> => {
      await opens(name, number);
      for (let step = next(name); ; step = next(name)) {
        const [, action = ''] = step.split(':');
        const fields = plainSteps[action];
        if (fields === undefined || action === until) return;
        const view = person(name).view();
        if (view === null) throw new Error('no case is open');
        const before = JSON.stringify(view.view.blocks);
        await person(name).presses(view, step);
        // Where the right says why, it is restricted by the press.
        const [logged] = await at.register.history(number);
        const right = logged?.type === 'logged' ? logged.right : '';
        const asks = action !== 'restrict' || right === 'restriction';
        if (fields !== null && asks) {
          await at.desk.waitFor(`the form of ${action}`, () => person(name).view()?.id !== view.id);
          await person(name).submits(
            action === 'askTeams' && found !== '' ? { found_0: ticks(found) } : fields,
          );
        }
        await doneAfter(name, before);
      }
    },
    /** A letter that asks: its lists and fields, then the letter itself, then the record that it was sent. */
    asks: async (
      name: PersonName,
      number: string,
      action: string,
      fields: StateValues,
      sent: StateValues = {},
    ): Promise<void> => {
      await opens(name, number);
      const before = person(name).view()?.id;
      await makes(name, action);
      await at.desk.waitFor(`the letter of ${action}`, () => person(name).view()?.id !== before);
      await person(name).submits(fields);
      await at.desk.waitFor(`the letter to be read: ${shown(name).slice(0, 600)}`, () =>
        String(person(name).view()?.view.private_metadata).includes('"page":"read"'),
      );
      await person(name).submits(sent);
      await sees(name, '✅');
    },
    unfolds,
    next,
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
    /** Opens the case, makes an action that has a form, and sends it. */
    fills: async (name: PersonName, number: string, action: string, fields: StateValues): Promise<void> => {
      await opens(name, number);
      const before = person(name).view()?.id;
      await makes(name, action);
      // What is signed stands in the case itself.
      if (action === 'approve' || action === 'agree') {
        await sees(name, '✅');
        return;
      }
      await at.desk.waitFor(`the form of ${action}`, () => person(name).view()?.id !== before);
      await person(name).submits(fields);
      await sees(name, '✅');
    },
    does: async (name: PersonName, number: string, action: string): Promise<void> => {
      await opens(name, number);
      await makes(name, action);
      await sees(name, '✅');
    },
    /** Everything that left the bot except forms, which only the person in them sees. */
    public: (): string =>
      JSON.stringify(at.desk.changes.filter(({ type }) => type !== 'views')) + at.logged(),
  };
};
