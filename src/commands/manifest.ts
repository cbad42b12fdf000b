/** `privacy manifest`: the app manifest, for Socket Mode or for HTTP. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../base/root.ts';
import { done, type Verb, wrongUse } from './io.ts';

const manifestSchema = z.looseObject({
  features: z.looseObject({ slash_commands: z.array(z.looseObject({ command: z.string() })) }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({ bot_events: z.array(z.string()) }),
    interactivity: z.looseObject({ is_enabled: z.boolean() }),
  }),
});

/** The same app for HTTP: Socket Mode off, and the one address in the four places where Slack wants it. */
export const httpManifest = (socketManifest: unknown, url: string): unknown => {
  const manifest = manifestSchema.parse(socketManifest);
  const { features, settings } = manifest;
  return {
    ...manifest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((command) => ({ ...command, url })),
    },
    settings: {
      ...settings,
      event_subscriptions: { request_url: url, ...settings.event_subscriptions },
      interactivity: { ...settings.interactivity, request_url: url },
      socket_mode_enabled: false,
    },
  };
};

const usage = 'Usage: privacy manifest [--http https://bot.example.com]';

/** `manifest [--http URL]`: what to paste into "App Manifest" at api.slack.com. */
export const manifest: Verb = async (args, io) => {
  const text = await readFile(join(projectRoot, 'manifest.yml'), 'utf8');
  const [flag, base, ...more] = args;
  if (flag === undefined) {
    io.out(text.trimEnd());
    return done;
  }
  if (
    flag !== '--http' ||
    base === undefined ||
    more.length > 0 ||
    !URL.canParse(base) ||
    !base.startsWith('https://')
  ) {
    io.err(usage);
    return wrongUse;
  }
  const { pathname, href } = new URL(base);
  const url = pathname === '/' ? new URL('/slack/events', href).href : href;
  io.out(stringify(httpManifest(parse(text), url)).trimEnd());
  return done;
};
