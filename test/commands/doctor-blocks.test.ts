import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBlocks } from '../../src/commands/doctor/blocks-check.ts';
import { callSlack } from '../../src/commands/doctor/slack-checks.ts';
import { type OwnView, ownViews } from '../../src/runtime/own-views.ts';
import { shippedCompany } from '../support/company.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace();
});
afterAll(() => workspace.stop());

const now = new Date('2026-11-23T10:00:00Z');
const all = ownViews(shippedCompany, now);

describe('the doctor shows Slack what the bot shows', () => {
  it('every kind of view, for each right, and Slack would take it', async () => {
    expect(all.length).toBeGreaterThan(60);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(await checkBlocks(all, callSlack(workspace.apiUrl))).toMatchObject({
      name: 'blocks',
      status: 'ok',
    });
  });

  it('names what Slack would refuse, and where', async () => {
    const wrong: OwnView = {
      name: 'the wrong one',
      message: {
        text: 'x',
        blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(200) } }],
      },
    };
    const found = await checkBlocks([...all.slice(0, 3), wrong], callSlack(workspace.apiUrl));
    expect(found.status).toBe('error');
    expect(found.message).toMatch(/1 of 4.*the wrong one.*\/blocks\/0\/text/);
  });

  it('says so where nobody answers, and asks no further', async () => {
    let asked = 0;
    const found = await checkBlocks(all, async () => {
      asked += 1;
      return { error: 'unreachable', body: null, scopes: [], date: null };
    });
    expect(found.status).toBe('warning');
    expect(asked).toBe(1);
  });

  it('sends no token along, and nothing of a person but what is invented', async () => {
    const tokens: unknown[] = [];
    await checkBlocks(all.slice(0, 5), async (_, token) => {
      tokens.push(token);
      return { error: null, body: {}, scopes: [], date: null };
    });
    expect(new Set(tokens)).toEqual(new Set([null]));
  });
});
