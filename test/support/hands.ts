/** People who work a case by its next step, and how often they press, send a form and type on the way. */
import type { Company } from '../../src/company/company.ts';
import type { OpenView, StateValues, WorkspaceMessage } from '../../src/workspace/contract.ts';
import { ids } from '../../src/workspace/seed.ts';
import { type BotAtDesk, wordsOf } from './bot.ts';
import { canary, date, select, text, ticks, time } from './case-desk.ts';
import { controlsOf, type PersonName } from './workspace.ts';

/** Operations and accounts are Jo's, support and marketing Sam's; and the company has said whether machines decide. */
export const teamsAtDesk = (company: Company): Company => ({
  ...company,
  automatedDecisions: 'We make no decisions about you by machines alone.',
  teams: company.teams.map((team) => ({
    ...team,
    slack: ['support', 'marketing'].includes(team.id)
      ? [ids.sam]
      : team.id === 'senior_management'
        ? []
        : [ids.jo],
  })),
});

/** What people say, who never use the words of the law. */
const saidFor: Readonly<Record<string, string>> = {
  access: 'Please send me a copy of everything that you have about me.',
  rectification: 'You have my date of birth wrong, please correct it.',
  erasure: 'Please delete all my data.',
  restriction: 'Please keep my data but stop using it until this is cleared up.',
  objection: 'I do not want you to use my data for statistics.',
  portability: 'Please move my data to my new provider.',
  consent_withdrawal: 'I take back my consent to the survey.',
  direct_marketing_objection: 'No more newsletters please.',
  complaint: 'I am not happy with how you treated my personal data and want to complain.',
  client_data_deletion: 'We have ended our contract, please delete everything in our workspace.',
};

const tickedAtFirst = (view: OpenView): readonly string[] =>
  inputsOf(view).flatMap(({ block_id, element }) =>
    block_id === 'rights' ? (element?.initial_options ?? []).map(({ value }) => value) : [],
  );

type Count = { presses: number; forms: number; typed: number; readonly people: Set<PersonName> };
export type Counted = {
  readonly presses: number;
  readonly forms: number;
  readonly typed: number;
  readonly people: number;
};

const radio = (value: string) => ({
  value: { type: 'radio_buttons', selected_option: { value, text: { type: 'plain_text', text: value } } },
});

/** What has to be typed into a letter that nobody else can know, in the shape its field asks for. */
const wordsFor = (hint: string): string => {
  if (hint.includes('date')) return '1 December 2026';
  const columns = hint.includes('One line for each, ') ? hint.split(' | ').length : 1;
  return Array.from({ length: columns }, () => 'one thing').join(': ');
};

type Block = {
  readonly type: string;
  readonly block_id?: string;
  readonly hint?: { readonly text: string };
  readonly optional?: boolean;
  readonly element?: {
    readonly type: string;
    readonly initial_value?: string;
    readonly initial_options?: readonly { readonly value: string }[];
    readonly options?: readonly { readonly value: string }[];
  };
};
const inputsOf = (view: OpenView): readonly Block[] =>
  (view.view.blocks as readonly Block[]).filter(({ type }) => type === 'input');

export const hands = (at: BotAtDesk) => {
  const count: Count = { presses: 0, forms: 0, typed: 0, people: new Set() };
  const person = (name: PersonName) => {
    count.people.add(name);
    return at.desk.person(name);
  };
  const seen = (name: PersonName): OpenView => {
    const view = person(name).view();
    if (view === null) throw new Error(`${name} sees no form`);
    return view;
  };
  const press = async (
    name: PersonName,
    where: OpenView | WorkspaceMessage,
    actionId: string,
    sure = false,
  ) => {
    count.presses += sure ? 2 : 1;
    await person(name).presses(where, actionId);
  };
  const send = async (name: PersonName, fields: StateValues = {}, chosen = 0, typed = 0) => {
    count.presses += 1 + chosen;
    count.forms += 1;
    count.typed += typed;
    await person(name).submits(fields);
  };
  const waits = <T>(what: string, look: () => T | null | undefined | false): Promise<T> =>
    at.desk.waitFor(what, () => look() || null) as Promise<T>;
  const message = (name: PersonName, number: string, actionId: string): Promise<WorkspaceMessage> =>
    waits(`${name} to be told of ${number} with ${actionId}`, () =>
      at.desk
        .person(name)
        .messages('dm')
        .findLast(
          ({ text: said, blocks }) =>
            said.includes(number) &&
            controlsOf(blocks).some((control) => control.actionId.startsWith(actionId)),
        ),
    );
  const primary = (view: OpenView | null): string | null =>
    (view?.view.callback_id === 'case'
      ? controlsOf((view.view.blocks as readonly Block[]).filter(({ block_id }) => block_id === 'case_step'))
      : [])[0]?.actionId ?? null;
  const newView = (name: PersonName, before: string, what: string): Promise<OpenView> =>
    waits(`${what} for ${name}`, () => {
      const view = at.desk.person(name).view();
      return view !== null && view.id !== before ? view : null;
    });
  /** The case on top again, saying what is now so. */
  const done = (name: PersonName, before: string): Promise<OpenView> =>
    waits(`${name} to read that it is done (${before})`, () => {
      const view = at.desk.person(name).view();
      return view?.view.callback_id === 'case' &&
        wordsOf(view.view.blocks).includes('✅') &&
        JSON.stringify(view.view.blocks) !== before
        ? view
        : null;
    });

  const logs = async (right: string, words: StateValues = {}): Promise<string> => {
    count.presses += 1;
    count.typed += 1;
    const said = `${saidFor[right] ?? ''} ${canary.name}`;
    await person('sam').types('support', `/privacy-request ${said}`);
    const form = await waits('the intake form', () => at.desk.person('sam').view());
    const heard = tickedAtFirst(form);
    const today = at.bot.parts.clock().toISOString().slice(0, 10);
    await send(
      'sam',
      {
        rights: ticks(right),
        received_on: date(today),
        received_at: time(null),
        channel: select('email'),
        name: text(canary.name),
        contact: text(canary.contact),
        words: text(said),
        ...words,
      },
      // What the form did not hear out of the words is ticked, and what it heard wrongly taken away.
      [...new Set([right, ...heard])].filter((each) => each !== right || !heard.includes(right)).length,
      2,
    );
    const view = await waits('the number', () => {
      const now = at.desk.person('sam').view();
      return now !== null && /[A-Z]{3}-\d{4}-\d{4}/.test(wordsOf(now.view.blocks)) ? now : null;
    });
    const number = /[A-Z]{3}-\d{4}-\d{4}/.exec(wordsOf(view.view.blocks))?.[0] ?? '';
    count.presses += 1;
    await person('sam').closes(true);
    rights.set(number, right);
    return number;
  };

  const card = (number: string, label: string): Promise<WorkspaceMessage> =>
    waits(`the card of ${number}`, () =>
      at.desk
        .person('priya')
        .messages('privacy')
        .find((each) => each.text.includes(number) && JSON.stringify(each.blocks).includes(`"${label}"`)),
    );

  /** The teams that were asked answer by the press: Jo finds something in one of several systems, Sam nothing. */
  const teamsAnswer = async (number: string): Promise<void> => {
    const asked = (name: PersonName) =>
      at.desk
        .person(name)
        .messages('dm')
        .filter(
          ({ text: said, blocks }) =>
            said.includes(number) && JSON.stringify(blocks).includes('team_nothing'),
        );
    for (const name of ['jo', 'sam'] as const) {
      await waits(`${name} to be asked`, () => asked(name).length === 2);
      for (const one of asked(name)) {
        const where = controlsOf(one.blocks).find(({ actionId }) => actionId === 'team_where');
        if (name === 'jo' && where !== undefined) {
          count.presses += 2;
          await person(name).presses(
            one,
            'team_found',
            {},
            {
              where_0: {
                team_where: {
                  type: 'checkboxes',
                  selected_options: [{ value: 'crm', text: { type: 'plain_text', text: 'CRM' } }],
                },
              },
            },
          );
        } else await press(name, one, 'team_nothing');
        await waits(
          `${name} to read that it is answered`,
          () => !asked(name).some(({ ts }) => ts === one.ts),
        );
      }
    }
  };

  const fillAnswer = async (name: PersonName): Promise<void> => {
    const view = seen(name);
    const fields: Record<string, StateValues[string]> = {};
    let typed = 0;
    let chosen = 0;
    for (const block of inputsOf(view)) {
      if (block.block_id === 'held_back') {
        fields['held_back'] = radio('nothing');
        chosen += 1;
      } else if (
        block.block_id?.startsWith('fact_') &&
        block.optional !== true &&
        (block.element?.initial_value ?? '') === ''
      ) {
        fields[block.block_id] = {
          letter_typed: { type: 'plain_text_input', value: wordsFor(block.hint?.text ?? '') },
        };
        typed += 1;
      }
    }
    await send(name, fields, chosen, typed);
    await waits('the preview', () =>
      JSON.stringify(at.desk.person(name).view()?.view).includes('"page\\":\\"read') ? true : null,
    );
    // The second page belongs to the same form.
    count.presses += 1;
    await person(name).submits({});
  };

  /** Everything that a form behind a step asks to be chosen. */
  const choices = (number: string, action: string): StateValues => {
    switch (action) {
      case 'restrict':
        return { ground: select('accuracy_contested') };
      case 'recordErasure':
        return { erased_crm: select('erased'), recipient: select('processor'), result: select('told') };
      case 'recordRecipient':
        return { recipient: select('processor'), result: select('told') };
      case 'recordClientStep':
        return {
          step: select(clientSteps.get(number) ?? 'client_receipt_confirmed'),
        };
      default:
        return {};
    }
  };
  const clientSteps = new Map<string, string>();
  const rights = new Map<string, string>();
  const rightOf = (number: string): string => rights.get(number) ?? '';

  /** The form of an action, filled in and sent; then whoever's turn it is. True where the owner has to be told to go on. */
  const sendsForm = async (number: string, action: string, before: string): Promise<boolean> => {
    switch (action) {
      case 'writeAnswer': {
        await fillAnswer('priya');
        await waits(
          `the review; ${JSON.stringify(at.desk.person('priya').view()?.errors)} ${wordsOf(seen('priya').view.blocks).slice(0, 600)}`,
          () => {
            const view = at.desk.person('priya').view();
            return view?.view.callback_id === 'case' && primary(view) === null;
          },
        );
        break;
      }
      case 'askTeams':
        await send('priya');
        await done('priya', before);
        await person('priya').closes(true);
        await teamsAnswer(number);
        return true;
      case 'proposeDeletion':
        await send('priya', { keep: text('Nothing.') }, 0, 1);
        await done('priya', before);
        break;
      case 'stopUse':
        await send('priya', { processing: text('statistics.') }, 0, 1);
        await done('priya', before);
        return false;
      default: {
        const fields = choices(number, action);
        if (action === 'recordClientStep') clientSteps.set(number, 'client_deletion_requested');
        await send('priya', fields, Object.keys(fields).length);
        await done('priya', before);
        return false;
      }
    }
    await person('priya').closes(true);
    // The message opens the case with what is to be signed; the press beneath it signs.
    await press('alex', await message('alex', number, 'approve_read'), 'approve_read');
    const shown = await waits('what is to be signed', () => {
      const view = at.desk.person('alex').view();
      return primary(view) === null ? null : view;
    });
    await press('alex', shown, primary(shown) ?? '');
    await done('alex', JSON.stringify(shown.view.blocks));
    await person('alex').closes(true);
    return true;
  };

  /** Where the right itself says why it is restricted, and where the answer has told of the end, nothing is asked. */
  const atOnce = ['markDone', 'markStopped', 'confirmStopped', 'close', 'liftRestriction'];
  const restrictsAtOnce = ['rectification', 'objection'];

  /** One step; from the case, or from the message that tells whose turn it is. */
  const steps = async (
    number: string,
    where: OpenView | WorkspaceMessage,
    actionId: string,
  ): Promise<boolean> => {
    const action = actionId.split(':')[1] ?? '';
    const before = 'view' in where ? JSON.stringify(where.view.blocks) : '';
    await press('priya', where, actionId, action === 'close');
    if (atOnce.includes(action) || (action === 'restrict' && restrictsAtOnce.includes(rightOf(number)))) {
      if (action === 'close' || action === 'confirmStopped')
        await waits('the end', () =>
          wordsOf(at.desk.person('priya').view()?.view.blocks ?? []).match(/is closed|and closed/),
        );
      else await done('priya', before);
      return false;
    }
    await newView('priya', 'view' in where ? where.id : '', `the form of ${action}`);
    return sendsForm(number, action, before);
  };

  /** From the card to the closed case, by whatever stands as the next step. */
  const works = async (number: string, first = 'Take'): Promise<void> => {
    const start = await card(number, first);
    count.presses += 1;
    await person('priya').pressesLabel(start, first);
    if (first === 'Stopped and told') {
      await waits('the end', () =>
        at.desk
          .person('priya')
          .messages('privacy')
          .some(({ text: said }) => said.includes(`${number}`) && said.includes('closed')),
      );
      return;
    }
    let view = await newView('priya', '', 'the case');
    for (let turn = 0; turn < 25; turn += 1) {
      const action = primary(view);
      if (action === null) throw new Error(`no step for priya: ${wordsOf(view.view.blocks)}`);
      let away = await steps(number, view, action);
      while (away) {
        const told = await message('priya', number, 'case_do');
        const next =
          controlsOf(told.blocks).find(({ actionId }) => actionId.startsWith('case_do:'))?.actionId ?? '';
        away = await steps(number, told, next);
      }
      view = seen('priya');
      if (
        wordsOf(view.view.blocks).includes('is closed') ||
        wordsOf(view.view.blocks).includes('and closed')
      ) {
        await person('priya').closes(true);
        return;
      }
    }
    throw new Error('the case does not end');
  };

  return {
    logs,
    works,
    person,
    press,
    waits,
    message,
    counted: (): Counted => ({
      presses: count.presses,
      forms: count.forms,
      typed: count.typed,
      people: count.people.size,
    }),
  };
};
