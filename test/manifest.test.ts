import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../src/base/root.ts';
import { httpManifest } from '../src/commands/manifest.ts';
import type { Feature } from '../src/handlers/bolt/interaction.ts';
import { startBotAtDesk } from './support/bot.ts';

const shape = z.object({
  display_information: z.object({ name: z.string().max(35), description: z.string().max(140) }),
  features: z.object({
    app_home: z.record(z.string(), z.boolean()),
    agent_view: z.object({
      agent_description: z.string().max(300),
      suggested_prompts: z.array(z.unknown()).max(4),
    }),
    assistant_view: z.undefined().optional(),
    slash_commands: z.array(
      z.object({ command: z.string().regex(/^\/.{1,31}$/), url: z.string().optional() }),
    ),
    shortcuts: z.array(
      z.object({
        name: z.string().max(24),
        type: z.enum(['global', 'message']),
        callback_id: z.string(),
        description: z.string().max(150),
      }),
    ),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()), request_url: z.string().optional() }),
    interactivity: z.object({ is_enabled: z.boolean(), request_url: z.string().optional() }),
    socket_mode_enabled: z.boolean(),
  }),
});

const source: unknown = parse(readFileSync(join(projectRoot, 'manifest.yml'), 'utf8'));
const manifest = shape.parse(source);
const scopes = manifest.oauth_config.scopes.bot;
const events = manifest.settings.event_subscriptions.bot_events;

const { allFeatures } = await import('../src/handlers/index.ts');
const featuresOfTheBot = async (): Promise<readonly Feature[]> => {
  const at = await startBotAtDesk();
  await at.stop();
  return allFeatures(at.bot.parts);
};
const features = await featuresOfTheBot();
const keys = (pick: (action: Feature) => object | undefined): string[] =>
  features.flatMap((feature) => Object.keys(pick(feature) ?? {})).sort();

describe('the manifest and the handlers name the same things', () => {
  it('commands', () => {
    expect(keys(({ commands }) => commands)).toEqual(
      manifest.features.slash_commands.map(({ command }) => command).sort(),
    );
  });
  it('shortcuts, global and on messages', () => {
    const of = (type: string) =>
      manifest.features.shortcuts
        .filter((one) => one.type === type)
        .map(({ callback_id: id }) => id)
        .sort();
    expect(keys(({ shortcuts }) => shortcuts)).toEqual(of('global'));
    expect(keys(({ messageShortcuts }) => messageShortcuts)).toEqual(of('message'));
  });
  it('events', () => {
    const heard = [
      // Not actions: the app itself hears that it is gone.
      'app_uninstalled',
      'tokens_revoked',
      ...(features.some(({ onDirectMessage }) => onDirectMessage) ? ['message.im'] : []),
      ...(features.some(({ onMention }) => onMention) ? ['app_mention'] : []),
      ...(features.some(({ onOpened }) => onOpened) ? ['app_home_opened'] : []),
    ];
    expect([...events].sort()).toEqual(heard.sort());
  });
});

describe('what Slack’s own schema does not check', () => {
  const needs: Readonly<Record<string, string | null>> = {
    app_mention: 'app_mentions:read',
    'message.im': 'im:history',
    app_home_opened: null,
    app_uninstalled: null,
    tokens_revoked: null,
  };
  it.each(events)('event %s has its scope', (event) => {
    expect(Object.keys(needs)).toContain(event);
    const scope = needs[event];
    if (scope != null) expect(scopes).toContain(scope);
  });
  it('commands, shortcuts and the agent view have theirs, and interactivity is on', () => {
    expect(scopes).toEqual(expect.arrayContaining(['commands', 'assistant:write', 'chat:write']));
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });
  it('people may write to the bot and open its Home tab', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });
  it('has at most five shortcuts of a kind, and no name twice', () => {
    for (const type of ['global', 'message'])
      expect(manifest.features.shortcuts.filter((one) => one.type === type).length).toBeLessThanOrEqual(5);
    expect(new Set(manifest.features.shortcuts.map(({ callback_id: id }) => id)).size).toBe(
      manifest.features.shortcuts.length,
    );
  });
  it('names no address in Socket Mode', () => {
    expect(JSON.stringify(source)).not.toMatch(/request_url|"url"/);
  });
  it('gives every scope a reason in the operating guide, and no scope is explained that is not asked for', () => {
    const guide = readFileSync(join(projectRoot, 'docs/operate.md'), 'utf8');
    const explained = [...guide.matchAll(/^\| `([a-z_]+:?[a-z.]*)` \|/gm)]
      .map(([, scope]) => scope)
      .filter((scope) => /:|^commands$/.test(scope ?? ''));
    expect([...new Set(explained)].sort()).toEqual([...scopes].sort());
  });
});

describe('the HTTP variant', () => {
  const http = shape.parse(httpManifest(source, 'https://bot.example.com/slack/events'));
  it('names the address in every place and switches Socket Mode off', () => {
    const url = 'https://bot.example.com/slack/events';
    expect(http.features.slash_commands.map((command) => command.url)).toEqual(
      http.features.slash_commands.map(() => url),
    );
    expect(http.settings.event_subscriptions.request_url).toBe(url);
    expect(http.settings.interactivity.request_url).toBe(url);
    expect(http.settings.socket_mode_enabled).toBe(false);
  });
});

const schemaFile =
  process.env['MANIFEST_SCHEMA'] ?? join(projectRoot, '../shared/slack/manifest.v2.schema.json');
describe.skipIf(!existsSync(schemaFile))('Slack’s manifest schema (set MANIFEST_SCHEMA to its file)', () => {
  it.each([
    ['Socket Mode', source],
    ['HTTP', httpManifest(source, 'https://bot.example.com/slack/events')],
  ])('accepts the manifest for %s', (_, candidate) => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const valid = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    valid(candidate);
    expect(valid.errors ?? []).toEqual([]);
  });
});
