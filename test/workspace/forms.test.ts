import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleApp } from '../support/sample-app.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

const form = (extra: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: 'A form' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [
    {
      type: 'input',
      block_id: 'reason',
      label: { type: 'plain_text', text: 'Reason' },
      element: { type: 'plain_text_input', action_id: 'value', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'day',
      optional: true,
      label: { type: 'plain_text', text: 'Day' },
      element: { type: 'datepicker', action_id: 'value' },
    },
    {
      type: 'actions',
      block_id: 'row',
      elements: [
        {
          type: 'button',
          action_id: 'press',
          text: { type: 'plain_text', text: 'Press' },
          value: 'from the app',
        },
      ],
    },
  ],
  ...extra,
});
const typed = (value: string) => ({ reason: { value: { type: 'plain_text_input', value } } });

let now = 0;
const ticks = (): number => now;
let workspace: TestWorkspace;
let app: App;
beforeEach(async () => {
  now = new Date('2026-03-02T10:00:00Z').getTime();
  workspace = await startTestWorkspace({ ticks, ackMs: 150 });
  app = sampleApp(workspace);
  app.shortcut('do_it', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form() });
  });
});
afterEach(async () => {
  await app.stop();
  await workspace.stop();
});

const openForm = async () => {
  const sam = workspace.person('sam');
  await sam.usesShortcut('do_it');
  await workspace.waitFor('the form', () => sam.view());
  return sam;
};
const errorOf = (error: unknown): string => {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : error;
  return typeof data === 'object' && data !== null && 'error' in data ? String(data.error) : String(error);
};

test('a title of 25 characters is refused with its pointer and shown as a problem', async () => {
  const errors: unknown[] = [];
  app.command('/sample', async ({ ack, command, client }) => {
    await ack();
    const view = form({ title: { type: 'plain_text', text: 'x'.repeat(25) } });
    await client.views
      .open({ trigger_id: command.trigger_id, view })
      .catch((error: unknown) => errors.push(error));
  });
  await app.start();
  await workspace.person('sam').types('support', '/sample');
  await workspace.waitFor('the refusal', () => errors[0]);
  expect(errorOf(errors[0])).toBe('invalid_arguments');
  expect(workspace.problems()).toMatchObject([
    {
      method: 'views.open',
      details: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
    },
  ]);
  expect(workspace.person('sam').view()).toBeNull();
});

describe('submitting', () => {
  test('required and over-long answers are asked for without bothering the app', async () => {
    await app.start();
    const sam = await openForm();
    expect((await sam.submits()).error).toBe('invalid_answers');
    expect(sam.view()?.errors).toEqual({ reason: 'Please complete this required field.' });
    await sam.submits(typed('far more than twenty characters'));
    expect(Object.keys(sam.view()?.errors ?? {})).toEqual(['reason']);
    expect(workspace.problems()).toEqual([]);
  });

  test('the app gets every field, null where nothing was chosen, and an empty answer closes the form', async () => {
    const values: unknown[] = [];
    app.view('form', async ({ ack, view }) => {
      values.push(view.state.values);
      await ack();
    });
    await app.start();
    const sam = await openForm();
    await sam.submits(typed('because'));
    expect(values).toEqual([
      {
        reason: { value: { type: 'plain_text_input', value: 'because' } },
        day: { value: { type: 'datepicker', selected_date: null } },
      },
    ]);
    expect(sam.view()).toBeNull();
  });

  test('errors are put on their fields and what was typed stays', async () => {
    app.view(
      'form',
      async ({ ack }) => await ack({ response_action: 'errors', errors: { reason: 'Say more.' } }),
    );
    await app.start();
    const sam = await openForm();
    await sam.submits(typed('no'));
    expect(sam.view()).toMatchObject({ errors: { reason: 'Say more.' }, state: typed('no') });
  });

  test('update shows the next view under the same id with a new hash', async () => {
    const next = form({ title: { type: 'plain_text', text: 'Second' } });
    app.view('form', async ({ ack }) => await ack({ response_action: 'update', view: next }));
    await app.start();
    const sam = await openForm();
    const before = sam.view();
    await sam.submits(typed('kept'));
    const after = sam.view();
    expect(after?.view).toMatchObject({ title: { text: 'Second' } });
    expect(after?.id).toBe(before?.id);
    expect(after?.hash).not.toBe(before?.hash);
    expect(after?.state['reason']).toEqual(typed('kept').reason);
  });

  test('push goes up to three views, then there is trouble; clear closes all', async () => {
    app.view('form', async ({ ack, view }) => {
      const value = view.state.values['reason']?.['value']?.value;
      await (value === 'end'
        ? ack({ response_action: 'clear' })
        : ack({ response_action: 'push', view: form() }));
    });
    await app.start();
    const sam = await openForm();
    await sam.submits(typed('on'));
    await sam.submits(typed('on'));
    expect(sam.state().views.length).toBe(3);
    expect((await sam.submits(typed('on'))).ok).toBe(false);
    expect(sam.state().views.length).toBe(3);
    expect(sam.view()?.trouble).toContain('trouble connecting');
    await sam.submits(typed('end'));
    expect(sam.state().views).toEqual([]);
  });

  test.each([
    ['an error on a block that is not an input', { response_action: 'errors', errors: { row: 'x' } }],
    [
      'a view that breaks a limit',
      { response_action: 'update', view: form({ title: { type: 'plain_text', text: 'x'.repeat(25) } }) },
    ],
  ] as const)(
    '%s in the answer only looks like trouble connecting, and is a problem',
    async (_name, body) => {
      app.view('form', async ({ ack }) => await ack(body));
      await app.start();
      const sam = await openForm();
      await sam.submits(typed('x'));
      expect(sam.view()?.trouble).toBe('We had some trouble connecting. Try again?');
      expect(workspace.problems()).toMatchObject([
        { method: 'view_submission', error: 'invalid_acknowledgement' },
      ]);
    },
  );

  test('no answer in time leaves the form open with the line about trouble', async () => {
    app.view('form', async () => undefined);
    await app.start();
    const sam = await openForm();
    expect((await sam.submits(typed('x'))).error).toBe('operation_timeout');
    expect(sam.view()).toMatchObject({
      trouble: 'We had some trouble connecting. Try again?',
      state: typed('x'),
    });
  });
});

describe('triggers', () => {
  const outcomes: string[] = [];
  const opening = (wait: () => void, times = 1) => {
    outcomes.length = 0;
    app.command('/sample', async ({ ack, command, client }) => {
      await ack();
      wait();
      for (let time = 0; time < times; time += 1) {
        const opened = client.views.open({ trigger_id: command.trigger_id, view: form() });
        outcomes.push(await opened.then(() => 'ok').catch(errorOf));
      }
      outcomes.push('done');
    });
  };
  test('a trigger opens one view', async () => {
    opening(() => undefined, 2);
    await app.start();
    await workspace.person('sam').types('support', '/sample');
    await expect.poll(() => outcomes).toEqual(['ok', 'exchanged_trigger_id', 'done']);
  });
  test('a trigger is gone after three seconds', async () => {
    opening(() => {
      now += 3_001;
    });
    await app.start();
    await workspace.person('sam').types('support', '/sample');
    await expect.poll(() => outcomes).toEqual(['expired_trigger_id', 'done']);
  });
  test('a view is pushed only with a trigger from the view on top', async () => {
    opening(() => undefined, 0);
    const pushes: string[] = [];
    app.action('press', async ({ ack, body, client }) => {
      await ack();
      const trigger = 'trigger_id' in body ? body.trigger_id : '';
      const pushed = client.views.push({ trigger_id: trigger, view: form() });
      pushes.push(await pushed.then(() => 'ok').catch(errorOf));
    });
    await app.start();
    const sam = await openForm();
    for (const expected of [['ok'], ['ok', 'ok'], ['ok', 'ok', 'push_limit_reached']]) {
      const view = sam.view();
      if (view === null) throw new Error('no view');
      await sam.presses(view, 'press');
      await expect.poll(() => pushes).toEqual(expected);
    }
  });
});

test('a stale hash is refused, and an update keeps what was typed', async () => {
  const outcomes: string[] = [];
  app.action('press', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || body.view === undefined) return;
    const { id, hash } = body.view;
    const update = () =>
      client.views.update({ view_id: id, hash, view: form({ private_metadata: 'second' }) });
    outcomes.push(
      await update()
        .then(() => 'ok')
        .catch(errorOf),
    );
    outcomes.push(
      await update()
        .then(() => 'ok')
        .catch(errorOf),
    );
  });
  await app.start();
  const sam = await openForm();
  const view = sam.view();
  if (view === null) throw new Error('no view');
  await sam.presses({ ...view, state: typed('half a sentence') }, 'press');
  await expect.poll(() => outcomes).toEqual(['ok', 'hash_conflict']);
  expect(sam.view()?.state['reason']).toEqual(typed('half a sentence').reason);
});

test('the value of a button comes from the app, not from the page', async () => {
  const values: unknown[] = [];
  app.action({ type: 'block_actions', action_id: 'press' }, async ({ ack, action }) => {
    await ack();
    values.push('value' in action ? action.value : null);
  });
  await app.start();
  const sam = await openForm();
  const view = sam.view();
  if (view === null) throw new Error('no view');
  await sam.presses(view, 'press', { value: 'forged' });
  expect(values).toEqual(['from the app']);
  const act = { place: { view: view.id }, blockId: 'row', action: { type: 'button' }, state: {} };
  expect((await workspace.as(sam.id).act({ type: 'act', ...act, actionId: 'other' })).error).toBe(
    'action_not_found',
  );
  expect((await workspace.as('U0JO000001').act({ type: 'act', ...act, actionId: 'press' })).error).toBe(
    'not_found',
  );
});

test('view_closed is sent only where the view asked for it', async () => {
  const closed: boolean[] = [];
  app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
    await ack();
    if ('is_cleared' in body) closed.push(body.is_cleared);
  });
  app.command('/sample', async ({ ack, command, client }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: form({ notify_on_close: true }) });
  });
  await app.start();
  const sam = await openForm();
  await sam.closes();
  await sam.types('support', '/sample');
  await workspace.waitFor('the form', () => sam.view());
  await sam.closes(true);
  expect(closed).toEqual([true]);
  expect(sam.view()).toBeNull();
});
