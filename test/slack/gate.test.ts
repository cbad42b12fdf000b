import { describe, expect, it } from 'vitest';
import { floodGate, floodLimits } from '../../src/slack/floods.ts';
import { gateFrom } from '../../src/slack/gate.ts';
import { payloadFrom } from '../../src/slack/payload-shape.ts';
import { type belongingOf, strangersFrom } from '../../src/slack/strangers.ts';

const home = { team: 'T0HOME', enterprise: null };
const profiles: Readonly<Record<string, Parameters<typeof belongingOf>[0]>> = {
  U0SAM: { team_id: 'T0HOME' },
  U0GUEST: { team_id: 'T0HOME', is_restricted: true },
  U0VISITOR: { team_id: 'T0OTHER', is_stranger: true },
  U0COUSIN: { team_id: 'T0SISTER', enterprise_user: { enterprise_id: 'E0HOUSE' } },
  U0BOT: { team_id: 'T0HOME', is_bot: true },
};
const profileOf = async (user: string) => {
  const found = profiles[user];
  if (found === undefined) throw new Error('Slack is down');
  return found;
};
const strangers = (
  allowed: readonly string[] = [],
  where: { team: string; enterprise: string | null } = home,
) =>
  strangersFrom(
    profileOf,
    () => where,
    allowed,
    () => new Promise(() => {}),
    () => undefined,
  );

/** The same person in every kind of payload that Slack sends. */
const payloads = (user: string, team: string): Readonly<Record<string, Record<string, unknown>>> => ({
  command: { command: '/privacy', user_id: user, team_id: team },
  press: { type: 'block_actions', user: { id: user, team_id: team }, team: { id: team } },
  'press of an org app': { type: 'block_actions', user: { id: user, team_id: team }, team: null },
  form: { type: 'view_submission', user: { id: user, team_id: team }, view: {} },
  shortcut: { type: 'shortcut', user: { id: user, team_id: team }, team: { id: team } },
  'message shortcut': { type: 'message_action', user: { id: user }, team: { id: team } },
  suggestion: { type: 'block_suggestion', user: { id: user, team_id: team } },
  'direct message': { team_id: 'T0HOME', event: { type: 'message', user, user_team: team, channel: 'D1' } },
  mention: { team_id: 'T0HOME', event: { type: 'app_mention', user, team, channel: 'C1' } },
});
const kinds = Object.keys(payloads('', ''));

const whoIs = (kind: string, user: string, team: string, ...more: Parameters<typeof strangers>) =>
  strangers(...more).whoIs(payloadFrom(payloads(user, team)[kind]) ?? {});

describe.each(kinds)('a %s', (kind) => {
  it('of a colleague comes in', async () => {
    expect(await whoIs(kind, 'U0SAM', 'T0HOME')).toBe('colleague');
  });
  it('of another company does not, whatever Slack says of them', async () => {
    expect(await whoIs(kind, 'U0VISITOR', 'T0OTHER')).toBe('stranger');
    expect(await whoIs(kind, 'U0SAM', 'T0OTHER')).toBe('stranger');
  });
  it('of a guest does not', async () => {
    expect(await whoIs(kind, 'U0GUEST', 'T0HOME')).toBe('guest');
  });
  it('of those the operator lets in does', async () => {
    expect(await whoIs(kind, 'U0VISITOR', 'T0OTHER', ['T0OTHER'])).toBe('colleague');
    expect(await whoIs(kind, 'U0GUEST', 'T0HOME', ['guests'])).toBe('colleague');
    expect(await whoIs(kind, 'U0GUEST', 'T0HOME', ['T0OTHER'])).toBe('guest');
  });
  it('of another workspace of the same enterprise comes in, of another enterprise not', async () => {
    const house = { team: 'T0HOME', enterprise: 'E0HOUSE' };
    expect(await whoIs(kind, 'U0COUSIN', 'T0SISTER', [], house)).toBe('colleague');
    expect(await whoIs(kind, 'U0VISITOR', 'T0OTHER', [], house)).toBe('stranger');
  });
  it('is judged by its team alone while Slack does not say who somebody is', async () => {
    expect(await whoIs(kind, 'U0NOBODY', 'T0HOME')).toBe('colleague');
    expect(await whoIs(kind, 'U0NOBODY', 'T0OTHER')).toBe('stranger');
  });
});

describe('work', () => {
  it.each([
    ['U0SAM', true],
    ['U0BOT', false],
    ['U0GUEST', false],
    ['U0VISITOR', false],
    ['U0NOBODY', null],
  ])('can be held by %s: %s', async (user, can) => {
    expect(await strangers().canHoldWork(user)).toBe(can);
  });
});

describe('a flood', () => {
  let now = 0;
  const colleague = { whoIs: async () => 'colleague' as const };
  const gate = () =>
    gateFrom(
      colleague,
      floodGate(() => new Date(now)),
    );
  const form = (user: string) => ({
    type: 'view_submission',
    user: { id: user },
    view: { callback_id: 'log_request' },
  });
  const message = (user: string) => ({ event: { type: 'message', user, channel: 'D1' } });

  it('of requests logged by one person is refused, every time with the reason, until a minute is over', async () => {
    const through = gate();
    const tries = async (user: string) => (await through(form(user)))?.message?.text ?? null;
    for (let sent = 0; sent < floodLimits.logged.most; sent += 1) expect(await tries('U1')).toBeNull();
    expect(await tries('U1')).not.toBeNull();
    expect(await tries('U1')).not.toBeNull();
    expect(await tries('U2')).toBeNull();
    now += 61_000;
    expect(await tries('U1')).toBeNull();
  });

  it('of messages is told once, then ignored', async () => {
    const through = gate();
    for (let sent = 0; sent < floodLimits.messages.most; sent += 1)
      expect(await through(message('U1'))).toBeNull();
    expect((await through(message('U1')))?.message).not.toBeNull();
    expect(await through(message('U1'))).toEqual({ why: 'too_much', message: null });
  });

  it('of a stranger brings one friendly line a minute', async () => {
    const through = gateFrom(
      { whoIs: async () => 'stranger' },
      floodGate(() => new Date(now)),
    );
    expect((await through(message('U9')))?.message).not.toBeNull();
    expect(await through(message('U9'))).toEqual({ why: 'stranger', message: null });
  });
});

it('takes every null out of a payload, at any depth, and knows what is no payload', () => {
  expect(payloadFrom({ a: null, b: [{ c: null, d: 0 }, null], e: { f: null } })).toEqual({
    b: [{ d: 0 }],
    e: {},
  });
  for (const odd of [null, undefined, 7, 'null', [], true]) expect(payloadFrom(odd)).toBeNull();
});
