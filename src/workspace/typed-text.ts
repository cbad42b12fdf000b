/** What becomes of typed text on its way to an app. */
import type { World } from './world.ts';

/** Slack's escaping: exactly these three (docs `/messaging/formatting-message-text`). */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const mentions = (world: World): ReadonlyMap<string, string> =>
  new Map([
    ...world.groups.map((group): [string, string] => [
      group.handle.toLowerCase(),
      `<!subteam^${group.id}|@${group.handle}>`,
    ]),
    ...[...world.people.values()].flatMap((person): [string, string][] => [
      [person.name.toLowerCase(), `<@${person.id}>`],
      [person.realName.toLowerCase(), `<@${person.id}>`],
    ]),
    ['here', '<!here>'],
    ['channel', '<!channel>'],
    ['everyone', '<!everyone>'],
  ]);

/** What somebody typed, in the form Slack stores it: escaped, with @names, #names and links in angle brackets. */
export const typedText = (world: World, text: string): string => {
  const names = mentions(world);
  const known = [...names.keys()].sort((a, b) => b.length - a.length).map(literal);
  const person = new RegExp(`(^|[\\s(])@(${known.join('|')})(?![\\w-])`, 'giu');
  return escapeText(text)
    .replaceAll(/\bhttps?:\/\/[^\s<>]+/g, (url) => `<${url}>`)
    .replaceAll(person, (whole, before: string, name: string) => {
      const mention = names.get(name.toLowerCase());
      return mention === undefined ? whole : `${before}${mention}`;
    })
    .replaceAll(/(^|[\s(])#([a-z0-9_-]+)/g, (whole, before: string, name: string) => {
      const channel = [...world.channels.values()].find(
        (other) => other.kind !== 'dm' && other.name === name,
      );
      if (channel === undefined) return whole;
      return `${before}<#${channel.id}|${channel.kind === 'private' ? '' : channel.name}>`;
    });
};

/** The text of a command: as typed, or with mentions resolved when the manifest says `should_escape`. */
export const commandText = (world: World, text: string, shouldEscape: boolean): string => {
  if (!shouldEscape) return text;
  return typedText(world, text).replaceAll(/<@(U\w+)>/g, (whole, id: string) => {
    const person = world.people.get(id);
    return person === undefined ? whole : `<@${id}|${person.name}>`;
  });
};
