/** The practice data: invented staff, channels and first messages. */
import type { Channel, Person } from './contract.ts';
import type { UserGroup } from './world.ts';

/** The people, channels and first messages of the demonstration workspace. Everybody here is invented staff. */
export const botUser = 'U0BOT00001';
export const ids = {
  sam: 'U0SAM00001',
  priya: 'U0PRIYA001',
  alex: 'U0ALEX0001',
  jo: 'U0JO000001',
  robin: 'U0ROBIN001',
  general: 'C0GENERAL1',
  support: 'C0SUPPORT1',
  privacy: 'C0PRIVACY1',
  random: 'C0RANDOM01',
  privacyTeam: 'S0PRIVACY1',
} as const;

const person = (id: string, name: string, realName: string, title: string, deleted = false): Person => ({
  id,
  name,
  realName,
  title,
  timeZone: 'Europe/London',
  isBot: false,
  deleted,
});

export const seedPeople = (botName: string): readonly Person[] => [
  person(ids.sam, 'sam', 'Sam Carter', 'Support agent'),
  person(ids.priya, 'priya', 'Priya Shah', 'Privacy lead'),
  person(ids.alex, 'alex', 'Alex Morgan', 'Senior management'),
  person(ids.jo, 'jo', 'Jo Lindqvist', 'Operations'),
  person(ids.robin, 'robin', 'Robin Hale', 'Left the company', true),
  {
    id: botUser,
    name: botName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    realName: botName,
    title: 'App',
    timeZone: 'Europe/London',
    isBot: true,
    deleted: false,
  },
];

const everyone = [ids.sam, ids.priya, ids.alex, ids.jo];

export const seedChannels: readonly Channel[] = [
  {
    id: ids.general,
    name: 'general',
    kind: 'public',
    topic: 'News for everybody',
    members: [...everyone, botUser],
  },
  {
    id: ids.support,
    name: 'support',
    kind: 'public',
    topic: 'Customer questions',
    members: [...everyone, botUser],
  },
  {
    id: ids.privacy,
    name: 'privacy',
    kind: 'private',
    topic: 'Case cards and reminders',
    members: [ids.priya, ids.alex, botUser],
  },
  { id: ids.random, name: 'random', kind: 'public', topic: 'The bot is not in here', members: everyone },
];

export const seedGroups: readonly UserGroup[] = [
  { id: ids.privacyTeam, handle: 'privacy-team', name: 'Privacy team', users: [ids.priya] },
];

/** Who does which kind of steps where a company has named nobody in Slack; `other` is for a team of no such kind. */
export const seedStaff: Readonly<Record<string, readonly string[]>> = {
  operations: [ids.jo],
  accounts: [ids.jo],
  support: [ids.sam],
  marketing: [ids.sam],
  senior_management: [ids.alex],
  other: [ids.jo],
};

/** Oldest first, minutes before the workspace opened. */
export const seedMessages: readonly {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly minutesAgo: number;
}[] = [
  {
    channel: ids.general,
    user: ids.alex,
    text: 'Good morning everybody. The new help pages are live.',
    minutesAgo: 190,
  },
  {
    channel: ids.general,
    user: ids.jo,
    text: 'Lovely. Does anybody know how long we keep server logs?',
    minutesAgo: 185,
  },
  {
    channel: ids.general,
    user: ids.priya,
    text: 'Ask the privacy assistant: type `/privacy` and your question. Only you see the answer.',
    minutesAgo: 181,
  },
  {
    channel: ids.support,
    user: ids.sam,
    text: 'Queue is short today. Two questions about invoices, both answered.',
    minutesAgo: 95,
  },
  {
    channel: ids.support,
    user: ids.sam,
    text: 'A customer wrote this morning: "Please send me a copy of everything you hold about me, and tell me who you have shared it with."',
    minutesAgo: 42,
  },
  { channel: ids.random, user: ids.jo, text: 'There is cake in the kitchen.', minutesAgo: 60 },
];
