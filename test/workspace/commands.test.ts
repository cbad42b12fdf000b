import type { App } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleApp } from '../support/sample-app.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;
let app: App;
beforeEach(async () => {
  workspace = await startTestWorkspace();
  app = sampleApp(workspace);
});
afterEach(async () => {
  await app.stop();
  await workspace.stop();
});

test('a command that is acknowledged with a text shows it to that person alone', async () => {
  app.command('/sample', async ({ ack, command }) => await ack(`You typed: ${command.text}`));
  await app.start();
  const result = await workspace.person('sam').types('support', '/sample  two words');
  expect(result.ok).toBe(true);
  expect(workspace.person('sam').messages('support').at(-1)).toMatchObject({
    text: 'You typed: two words',
    ephemeralFor: 'U0SAM00001',
  });
  expect(workspace.person('priya').messages('support').at(-1)?.text).not.toContain('You typed');
  expect(workspace.problems()).toEqual([]);
});
