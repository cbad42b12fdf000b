import type { App } from '@slack/bolt';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtPage } from '../support/bot.ts';
import { launchBrowser, openPage, whyNoBrowser } from '../support/browser.ts';
import { sampleApp } from '../support/sample-app.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** A small app with one of most things. */
const register = (app: App): void => {
  app.command('/sample', async ({ ack, respond, command }) => {
    await ack();
    if (command.text === 'silence') return;
    await respond({
      text: 'an answer',
      blocks: [
        {
          type: 'section',
          text: { type: 'mrkdwn', text: '*Quoted* <https://a.example|here>\n&gt; _word for word_' },
        },
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'form', text: plain('Open form'), style: 'primary' },
            {
              type: 'button',
              action_id: 'risky',
              text: plain('Delete'),
              style: 'danger',
              confirm: {
                title: plain('Delete it?'),
                text: plain('Really.'),
                confirm: plain('Delete it'),
                deny: plain('Keep it'),
              },
            },
          ],
        },
      ],
    });
  });
  app.action('risky', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'Gone.', replace_original: true });
  });
  app.action('form', async ({ ack, body, client }) => {
    await ack();
    if (!('trigger_id' in body)) return;
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'form',
        title: plain('A form'),
        submit: plain('Send it'),
        blocks: [
          {
            type: 'input',
            block_id: 'rights',
            label: plain('Which right?'),
            element: {
              type: 'multi_static_select',
              action_id: 'v',
              options: ['Access', 'Erasure', 'Portability'].map((text) => ({
                text: plain(text),
                value: text,
              })),
            },
          },
          {
            type: 'input',
            block_id: 'words',
            label: plain('Their words'),
            hint: plain('As they wrote them.'),
            element: { type: 'plain_text_input', action_id: 'v', multiline: true },
          },
        ],
      },
    });
  });
  app.view('form', async ({ ack, view }) => {
    const words = view.state.values['words']?.['v']?.value ?? '';
    if (words.length < 5) return ack({ response_action: 'errors', errors: { words: 'Please say more.' } });
    const chosen = view.state.values['rights']?.['v']?.selected_options
      ?.map((one) => one.value)
      .join(' and ');
    return ack({
      response_action: 'push',
      view: {
        type: 'modal',
        title: plain('Thank you'),
        close: plain('Done'),
        blocks: [{ type: 'section', text: plain(`${chosen}: ${words}`) }],
      },
    });
  });
  app.shortcut('look_at_it', async ({ ack, shortcut, client }) => {
    await ack();
    if (shortcut.type !== 'message_action') return;
    await client.chat.postEphemeral({
      channel: shortcut.channel.id,
      user: shortcut.user.id,
      text: `Looked at: ${shortcut.message.text}`,
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'header', text: plain('Good morning') }] },
    });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'Answered here.', thread_ts: event.ts });
  });
};

describe.skipIf(whyNoBrowser() !== null)('the page of the local workspace', () => {
  let browser: Browser;
  let workspace: TestWorkspace;
  let app: App;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => await browser.close());
  beforeEach(async () => {
    workspace = await startTestWorkspace({ pages: builtPage });
    app = sampleApp(workspace);
    register(app);
    await app.start();
    ({ page, complaints } = await openPage(browser));
    await page.goto(workspace.url);
    await composer().waitFor();
  });
  afterEach(async () => {
    await page.context().close();
    await app.stop();
    await workspace.stop();
  });

  const composer = () => page.getByRole('textbox', { name: 'Message #support' });
  const ask = async () => {
    await composer().fill('/sample who?');
    await composer().press('Enter');
    await page.getByText('Only visible to you').waitFor();
  };
  const openForm = async () => {
    await ask();
    await page.getByRole('button', { name: 'Open form' }).click();
    await page.getByRole('dialog', { name: 'A form' }).waitFor();
  };

  test('a command is offered while one types, and its answer is drawn for this person alone', async () => {
    await composer().pressSequentially('/sam');
    expect(await page.getByRole('option').allInnerTexts()).toEqual([expect.stringContaining('/sample')]);
    await composer().press('Tab');
    expect(await composer().inputValue()).toBe('/sample ');
    await ask();
    const answer = page.getByRole('article', { name: 'Sample App' });
    expect(await answer.getByRole('link', { name: 'here' }).getAttribute('rel')).toContain('noopener');
    expect(await answer.locator('blockquote em').textContent()).toBe('word for word');
    await answer.getByRole('button', { name: 'Dismiss message' }).click();
    await answer.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  test('a form marks what is wrong under its field, keeps what was typed, and goes on when it is right', async () => {
    await openForm();
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByText('Please complete this required field.').first().waitFor();
    expect(await page.getByLabel('Their words').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Which right?').fill('era');
    await page.keyboard.press('Enter');
    await page.getByLabel('Which right?').fill('acc');
    await page.getByRole('option', { name: 'Access' }).click();
    await page.keyboard.press('Escape');
    await page.getByLabel('Their words').fill('no');
    expect(await page.getByLabel('Their words').getAttribute('aria-invalid')).not.toBe('true');
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByText('Please say more.').waitFor();
    expect(await page.getByLabel('Their words').inputValue()).toBe('no');
    await page.getByLabel('Their words').fill('everything, <b>please</b>');
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByRole('dialog', { name: 'Thank you' }).waitFor();
    await page.getByText('Erasure and Access: everything, <b>please</b>').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('dialog', { name: 'A form' }).waitFor();
    expect(workspace.problems()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('the keyboard stays in a dialog, Escape leaves it, and the focus returns', async () => {
    await openForm();
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate("document.activeElement.closest('[role=dialog]') !== null")).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Open form');
  });

  test('a risky button asks first', async () => {
    await ask();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page
      .getByRole('alertdialog', { name: 'Delete it?' })
      .getByRole('button', { name: 'Keep it' })
      .click();
    expect(await page.getByText('Gone.').count()).toBe(0);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByText('Gone.').waitFor();
  });

  test('shortcuts on messages, threads, the home tab and another person are each a click or two away', async () => {
    const customer = page.getByRole('article').filter({ hasText: 'A customer wrote' });
    await customer.hover();
    await customer.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Look at it' }).click();
    await page.getByText('Looked at: A customer wrote').waitFor();
    await composer().fill('@sample-app how long?');
    await composer().press('Enter');
    await page.getByRole('button', { name: '1 reply' }).click();
    await page.getByRole('complementary', { name: 'Thread' }).getByText('Answered here.').waitFor();
    await page.getByRole('button', { name: /^Sample App/ }).click();
    await page.getByRole('heading', { name: 'Good morning' }).waitFor();
    await page.getByRole('tab', { name: 'Home' }).press('ArrowRight');
    await page.getByRole('textbox', { name: 'Message Sample App' }).waitFor();
    await page.getByRole('button', { name: /^Priya Shah Privacy lead/ }).click();
    await page.getByRole('button', { name: 'privacy', exact: true }).click();
    await page.getByRole('textbox', { name: 'Message #privacy' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('an unknown command and a bot that is gone are said in words', async () => {
    await composer().fill('/nonsense');
    await composer().press('Enter');
    await page.getByText('/nonsense is not a valid command').waitFor();
    await app.stop();
    await page.getByText('Sample App is not connected.', { exact: false }).first().waitFor();
  });

  test('dark and narrow, nothing runs out of the page', async () => {
    await page.getByRole('button', { name: 'Use the dark theme' }).click();
    await page.locator('html[data-theme="dark"]').waitFor();
    await page.reload();
    await composer().waitFor();
    await page.locator('html[data-theme="dark"]').waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    await openForm();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Open the sidebar' }).click();
    await page.getByRole('button', { name: 'general', exact: true }).click();
    await page.getByRole('textbox', { name: 'Message #general' }).waitFor();
  });
});
