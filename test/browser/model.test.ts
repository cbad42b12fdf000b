import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { launchBrowser, openPage, whyNoBrowser } from '../support/browser.ts';
import { found, naming, type Reply, startModelServer } from '../support/model-server.ts';

const pictures = resolve(projectRoot, process.env['PICTURES'] ?? 'test/browser/output');

describe.skipIf(whyNoBrowser() !== null).each(['light', 'dark'] as const)(
  'a bot with a model, in the browser, %s',
  (theme) => {
    let browser: Browser;
    let at: BotAtDesk;
    let page: Page;
    let server: Awaited<ReturnType<typeof startModelServer>>;
    let slow = false;
    let held: Promise<unknown> | undefined;

    beforeAll(async () => {
      mkdirSync(pictures, { recursive: true });
      browser = await launchBrowser();
      server = await startModelServer(
        (asked): Reply =>
          slow
            ? { hangs: true }
            : {
                ...(held === undefined ? {} : { until: held }),
                content: found({ units: [naming(asked, 'Our operations team and senior')], verdict: 'no' }),
              },
      );
      at = await startBotAtDesk({ page: true, config: { model: { ...server.settings, patienceMs: 2_500 } } });
    });
    afterAll(async () => {
      await browser.close();
      await at.stop();
      await server.stop();
    });
    beforeEach(async () => {
      ({ page } = await openPage(browser, { height: 820, theme }));
      await page.goto(at.desk.url);
      await composer().waitFor();
    });
    afterEach(async () => {
      slow = false;
      held = undefined;
      await page.context().close();
    });

    const composer = () => page.getByRole('textbox', { name: 'Message #support' });
    const types = async (text: string) => {
      await composer().fill(text);
      await composer().press('Enter');
    };
    const lastWith = (text: string) => page.getByRole('article').filter({ hasText: text }).last();
    const picture = (name: string) => page.screenshot({ path: join(pictures, `model-${name}-${theme}.png`) });

    test('who found the answer stands under it, and what was sent can be read', async () => {
      await types('/privacy who can see client data?');
      const answer = lastWith('Found by a language model');
      await answer.getByText('Our operations team and senior management').waitFor();
      await picture('found');
      await types('/privacy what-was-sent');
      await lastWith('byte for byte').waitFor();
      await picture('what-was-sent');
      expect(server.bodies).toHaveLength(1);
    });

    test('a sign says who is looking, and the search answers when the model takes too long', async () => {
      slow = true;
      await types('/privacy what is a cookie?');
      await lastWith('A language model reads it for you').scrollIntoViewIfNeeded();
      await picture('sign');
      await lastWith('took too long').getByText('small text file').first().waitFor();
      await picture('fallback');
    });

    test('in a direct message the answer takes the place of the sign', async () => {
      let release: (() => void) | undefined;
      held = new Promise<void>((resolve) => {
        release = resolve;
      });
      // A new address in the same page would only move within it.
      await page.goto('about:blank');
      await page.goto(`${at.desk.url}#${at.desk.ids.sam}/app/messages`);
      await page.getByRole('tab', { name: 'Messages', selected: true }).waitFor();
      const box = page.getByRole('textbox', { name: /^Message/u });
      await box.fill('who can see client data?');
      await box.press('Enter');
      await lastWith('A language model reads it for you').waitFor();
      await picture('sign-direct');
      release?.();
      await lastWith('Found by a language model').waitFor();
      await page
        .getByRole('article')
        .filter({ hasText: 'A language model reads it for you' })
        .waitFor({ state: 'detached' });
      await picture('answer-direct');
    });
  },
);
