/** The methods about users, groups and teams. */
import type { Json } from '../../blockkit/rule.ts';
import type { Person } from '../contract.ts';
import type { World } from '../world.ts';
import { ApiError, isOn, type Method, need, page, personOf } from './call.ts';

const offsetSeconds = (world: World, timeZone: string): number => {
  const part = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(world.clock())
    .find((piece) => piece.type === 'timeZoneName');
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(part?.value ?? '');
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3_600 + Number(match[3]) * 60);
};

const userPayload = (world: World, person: Person, withLocale: boolean): Json => ({
  id: person.id,
  team_id: world.team.id,
  name: person.name,
  deleted: person.deleted,
  real_name: person.realName,
  tz: person.timeZone,
  tz_label: person.timeZone,
  tz_offset: offsetSeconds(world, person.timeZone),
  profile: {
    real_name: person.realName,
    display_name: person.name,
    title: person.title,
    team: world.team.id,
    ...(person.isBot ? { bot_id: world.app.botId, api_app_id: world.app.id } : {}),
  },
  is_admin: false,
  is_owner: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_bot: person.isBot,
  is_app_user: false,
  updated: 0,
  ...(withLocale ? { locale: 'en-GB' } : {}),
});

const info = (world: World, args: Json): Json => ({
  user: userPayload(world, personOf(world, need(args, 'user')), isOn(args['include_locale'])),
});

const list = (world: World, args: Json): Json => {
  const { items, next } = page([...world.people.values()], args);
  return {
    members: items.map((person) => userPayload(world, person, isOn(args['include_locale']))),
    response_metadata: { next_cursor: next },
  };
};

const groups = (world: World, args: Json): Json => ({
  usergroups: world.groups.map((group) => ({
    id: group.id,
    team_id: world.team.id,
    is_usergroup: true,
    name: group.name,
    handle: group.handle,
    user_count: group.users.length,
    ...(isOn(args['include_users']) ? { users: group.users } : {}),
  })),
});

const groupUsers = (world: World, args: Json): Json => {
  const id = need(args, 'usergroup');
  const group = world.groups.find((other) => other.id === id);
  if (group === undefined) throw new ApiError('no_such_subteam');
  return { users: group.users };
};

const authTest = (world: World): Json => ({
  url: world.url,
  team: world.team.name,
  user: world.people.get(world.app.botUser)?.name ?? '',
  team_id: world.team.id,
  user_id: world.app.botUser,
  bot_id: world.app.botId,
  app_id: world.app.id,
  is_enterprise_install: false,
});

const bot = (world: World): Json => ({
  bot: {
    id: world.app.botId,
    app_id: world.app.id,
    user_id: world.app.botUser,
    name: world.app.name,
    deleted: false,
    updated: 0,
    icons: {},
  },
});

const team = (world: World): Json => ({
  team: { id: world.team.id, name: world.team.name, domain: world.team.domain },
});

const read = ['users:read'];
const groupRead = ['usergroups:read'];

export const peopleMethods: Readonly<Record<string, Method>> = {
  'auth.test': { scopes: [], token: 'bot', run: authTest },
  'users.info': { scopes: read, token: 'bot', run: info },
  'users.list': { scopes: read, token: 'bot', run: list },
  'usergroups.list': { scopes: groupRead, token: 'bot', run: groups },
  'usergroups.users.list': { scopes: groupRead, token: 'bot', run: groupUsers },
  'bots.info': { scopes: read, token: 'bot', run: bot },
  'team.info': { scopes: ['team:read'], token: 'bot', run: team },
};
