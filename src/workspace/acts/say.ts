/** Typing a message or a command. */
import { report } from '../changes.ts';
import type { ActResult, Channel, Person } from '../contract.ts';
import type { Manifest } from '../manifest.ts';
import { findMessage, post } from '../messages.ts';
import { channelNamed, newResponseUrl } from '../payloads.ts';
import { respondTo } from '../response-url.ts';
import { newTrigger } from '../triggers.ts';
import { commandText, typedText } from '../typed-text.ts';
import type { World } from '../world.ts';
import { channelFor, done, notice, refused, send, tellFailure } from './interact.ts';

type Command = Manifest['features']['slash_commands'][number];

/** Typed into a composer: a message, or a command where it begins with "/". */
export const say = async (
  world: World,
  person: Person,
  typed: { readonly channel: string; readonly text: string; readonly threadTs?: string },
): Promise<ActResult> => {
  const channel = channelFor(world, person, typed.channel);
  if (channel === null) return refused('channel_not_found');
  if (typed.text.trim() === '') return refused('no_text');
  if (typed.text.startsWith('/')) return await command(world, person, channel, typed.text, typed.threadTs);
  if (!channel.members.includes(person.id)) return refused('not_in_channel');
  const withBot = channel.kind === 'dm' && channel.members.includes(world.app.botUser);
  const tab = world.manifest.features.app_home;
  if (withBot && (!tab.messages_tab_enabled || tab.messages_tab_read_only_enabled))
    return refused('messages_tab_disabled');
  const parent = typed.threadTs === undefined ? undefined : findMessage(world, channel.id, typed.threadTs);
  if (typed.threadTs !== undefined && parent === undefined) return refused('thread_not_found');
  const threadTs = parent === undefined ? null : (parent.threadTs ?? parent.ts);
  const text = typedText(world, typed.text);
  post(world, { channel, user: person.id, botId: null, text, blocks: [], threadTs });
  // Slack itself says so to whoever mentions an app that is not there; the app never hears of it.
  if (text.includes(`<@${world.app.botUser}>`) && !channel.members.includes(world.app.botUser)) {
    const { name } = world.app;
    notice(
      world,
      person,
      channel.id,
      `${name} is not in this channel, so it cannot hear you. To invite it, type: /invite @${name}`,
    );
  }
  return done();
};

const command = async (
  world: World,
  person: Person,
  channel: Channel,
  text: string,
  threadTs: string | undefined,
): Promise<ActResult> => {
  const [, name = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const known = world.manifest.features.slash_commands.find((other) => other.command === name);
  if (known === undefined) {
    notice(
      world,
      person,
      channel.id,
      `${name} is not a valid command. Messages that begin with "/" are read as commands.`,
    );
    return refused('unknown_command');
  }
  if (threadTs !== undefined) {
    notice(world, person, channel.id, `${name} is not supported in threads. Sorry!`);
    return refused('not_supported_in_threads');
  }
  return await sendCommand(world, person, channel, known, rest.trimEnd());
};

const sendCommand = async (
  world: World,
  person: Person,
  channel: Channel,
  known: Command,
  rest: string,
): Promise<ActResult> => {
  if (!world.manifest.oauth_config.scopes.bot.includes('commands')) {
    report(world, known.command, 'missing_scope', ['needed: commands']);
    return refused('missing_scope');
  }
  const url = newResponseUrl(world, { channel: channel.id, user: person.id });
  const delivery = await send(world, 'slash_commands', {
    token: 'local',
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: channel.id,
    channel_name: channelNamed(channel)['name'],
    user_id: person.id,
    user_name: person.name,
    command: known.command,
    text: commandText(world, rest, known.should_escape),
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: url,
    trigger_id: newTrigger(world, person.id),
  });
  if (delivery.outcome !== 'acked') return tellFailure(world, person, channel.id, known.command, delivery);
  const answer = delivery.payload;
  if (answer !== undefined && answer !== null && answer !== '' && !isEmpty(answer)) {
    const hook = { channel: channel.id, user: person.id, message: null, threadTs: null, at: 0, uses: 0 };
    const shown = respondTo(world, hook, answer);
    if (shown.status !== 200) {
      notice(world, person, channel.id, `${known.command} failed with the error "dispatch_failed"`);
      return refused('dispatch_failed', delivery.waitMs);
    }
  }
  return done(delivery.waitMs);
};

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
