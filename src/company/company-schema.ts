/** The shape of the company file, and the one value that it becomes. */
import { z } from 'zod';
import { lawNames } from '../base/regimes.ts';
import { isRight } from '../requests/clock/rights.ts';
import { type Company, people, stepKinds } from './company.ts';

const id = z
  .string('has to be a name in small letters')
  .regex(/^[a-z0-9][a-z0-9_-]*$/u, 'has to be small letters, digits, - and _');
const words = z.string('has to be words').trim().min(1, 'is empty').max(500, 'is longer than 500 characters');
const lines = z.array(words, 'has to be a list').default([]);
const slackIds = z
  .array(
    z
      .string()
      .regex(/^[UWS][A-Z0-9]{2,}$/u, 'is no Slack id: a person begins with U or W, a user group with S'),
  )
  .default([]);

const team = z.strictObject({
  id,
  name: words,
  /** User groups (S…) and people (U…, W…) who are asked. */
  slack: slackIds,
  holds: words.optional(),
  steps: z.array(z.enum(stepKinds, `has to be one of: ${stepKinds.join(', ')}`)).default([]),
});

const system = z.strictObject({
  id,
  name: words,
  team: id,
  hint: words.optional(),
  /** For which rights it matters; for all when left out. */
  rights: z.array(z.string().refine(isRight, 'is no right')).optional(),
  /** For whose requests it matters; for all when left out. */
  for: z.array(z.enum(people, `has to be one of: ${people.join(', ')}`)).optional(),
  /** Whether it is searched unless somebody leaves it out. */
  ticked: z.boolean('has to be true or false').default(true),
});

const houseRule = z.strictObject({
  id: id.optional(),
  text: z
    .string('has to be words')
    .trim()
    .min(20, 'is shorter than 20 characters')
    .max(400, 'is longer than 400 characters'),
  /** Topics of data/knowledge/topics.json beside which it is shown. */
  topics: z.array(z.string()).default([]),
  /** Questions that it answers, in everyday words. */
  asks: z.array(z.string().min(3, 'is shorter than 3 characters')).default([]),
  /** Entries of the law that it goes with. */
  beside: z.array(z.string()).default([]),
  /** Where it comes from; never shown. */
  source: words.optional(),
  checked: z.iso.date('has to be a day, such as 2026-11-22'),
  /** Patterns that no passage of the policy may fit: where one does, rule and policy disagree. */
  contradicts: z
    .array(z.string().refine((text) => patternOf(text) !== null, 'is no regular expression'))
    .default([]),
});

const recipient = z.strictObject({
  id,
  name: words.max(75, 'is longer than 75 characters'),
  hint: words.max(75).optional(),
});

/** One of the names that data/regimes knows. */
const among = (names: readonly string[]) =>
  z
    .string()
    .refine((name) => names.includes(name), `has to be one of: ${names.join(', ')}`)
    .optional();

export const companySchema = z.strictObject({
  /** As `controller` in the policies names it. */
  name: words.nullable(),
  /** Other names that it goes by. */
  also: lines,
  sender: z
    .strictObject({ signed_by: words.default('The privacy team'), contact: words.optional() })
    .prefault({}),
  /** Who watches over this company, as letters name it; else the row of its place in the data of its regime. */
  regulator: z.strictObject({ name: words, contact: words }).optional(),
  regime: among(lawNames().regimes),
  jurisdiction: among(lawNames().jurisdictions),
  /** Words for those whose data is held: patient, pupil, donor. */
  people: lines,
  /** Other companies keep the data of their own people with us: such requests, and the end of their agreement, are cases. */
  clients: z.boolean('has to be true or false').default(false),
  /** Names of products and suppliers that may stand in a question: they identify nobody. */
  tools: lines,
  /** Words of this trade that mean the same as a word of data/knowledge/words.yaml. */
  words: z.record(z.string(), lines).default({}),
  /** First questions to offer; without them the headings of the policies are offered. */
  examples: z.array(words.max(75, 'is longer than 75 characters')).max(4, 'are more than four').default([]),
  teams: z.array(team).default([]),
  systems: z.array(system).default([]),
  /** What people are told about decisions made by machines alone (Art 15(1)(h)); without it each answer asks. */
  automated_decisions: words.optional(),
  /** Who advises from outside. */
  advisors: lines,
  /** Who may have been given data, for the record of who was told. */
  recipients: z.array(recipient).default([]),
  /** Who takes a case that nobody has taken. */
  rota: slackIds,
  house_rules: z.array(houseRule).default([]),
});

const patternOf = (text: string): RegExp | null => {
  try {
    return new RegExp(text, 'iu');
  } catch {
    return null;
  }
};

export type CompanyFile = z.infer<typeof companySchema>;

/** The value of a file that has passed the schema. */
export const companyOf = (path: string, file: CompanyFile): Company => ({
  file: path,
  neutral: false,
  name: file.name,
  names: file.name === null ? file.also : [file.name, ...file.also],
  contact: file.sender.contact ?? null,
  signedBy: file.sender.signed_by,
  regulator: file.regulator ?? null,
  regime: file.regime ?? null,
  jurisdiction: file.jurisdiction ?? null,
  people: file.people,
  clients: file.clients,
  tools: file.tools,
  sameWords: file.words,
  examples: file.examples,
  teams: file.teams.map(({ holds = '', ...rest }) => ({ ...rest, holds })),
  systems: file.systems.map(({ hint = '', rights, for: whose, ...rest }) => ({
    ...rest,
    hint,
    rights: rights?.filter(isRight) ?? null,
    for: whose ?? null,
  })),
  automatedDecisions: file.automated_decisions ?? null,
  advisors: file.advisors,
  recipients: file.recipients.map(({ hint = '', ...rest }) => ({ ...rest, hint })),
  rota: file.rota,
  houseRules: file.house_rules.map(({ id: given, contradicts, source: _, ...rule }, at) => ({
    ...rule,
    id: given ?? `rule-${at + 1}`,
    contradicts: contradicts.flatMap((text) => patternOf(text) ?? []),
  })),
});
