/** Cases of all rights, played with the decisions of today, each with a letter that it calls for. */
import { readHolidayTable } from '../../src/base/calendars.ts';
import { composeLetter } from '../../src/flows/letters/compose-letter.ts';
import type { Composed } from '../../src/flows/letters/composed-letter.ts';
import type { TypedFields } from '../../src/flows/letters/letter-source.ts';
import { columnsOf, factFields, factOf, isFactName } from '../../src/letters/fact-fields.ts';
import type { LetterDesk } from '../../src/letters/letter-desk.ts';
import { carveOutIn, remainingFacts } from '../../src/letters/remaining.ts';
import type { Template } from '../../src/letters/template.ts';
import type { CaseEvent } from '../../src/requests/case/case-events.ts';
import { type IntakeForm, logRequest } from '../../src/requests/case/intake.ts';
import { replay } from '../../src/requests/case/replay.ts';
import type { Right } from '../../src/requests/clock/rights.ts';
import * as ending from '../../src/requests/decisions/decide-ending.ts';
import * as decideEntries from '../../src/requests/decisions/decide-entries.ts';
import * as decideTasks from '../../src/requests/decisions/decide-tasks.ts';
import * as waiting from '../../src/requests/decisions/decide-waiting.ts';
import { ada, by, form, moment, type Step, sam, story, tess } from '../support/case-story.ts';
import { goodFacts, policies, templates, verify } from './good-facts.ts';

const table = readHolidayTable();

/** The place of the case under each regime. */
const places = { uk: 'england-and-wales', eu: 'ireland', ch: 'zurich' } as const;
const zones = { uk: 'Europe/London', eu: 'Europe/Dublin', ch: 'Europe/Zurich' } as const;
export type StoryRegime = keyof typeof places;

const logged = (right: Right, regime: StoryRegime, more: Partial<IntakeForm>): readonly CaseEvent[] => {
  const intake = logRequest(
    form(right, {
      receivedAt: '2026-11-25T10:00:00Z',
      regime,
      jurisdiction: places[regime],
      timeZone: zones[regime],
      personal: { name: 'Ada Fenwick', contact: 'ada.fenwick@example.org', words: 'please' },
      ...more,
    }),
    moment('2026-11-25T11:00:00Z', sam),
  );
  if (!intake.ok) throw new Error(intake.code);
  const [first] = intake.cases;
  if (first === undefined) throw new Error('nothing logged');
  return first.events(right === 'complaint' ? 'CMP-2026-0042' : 'DSR-2026-0042');
};

/** Finishes what can be finished now: an erasure waits for its second person. */
const finishAllowed = (history: readonly CaseEvent[], when: string): readonly CaseEvent[] =>
  replay(history).tasks.reduce<readonly CaseEvent[]>((events, { id, system }) => {
    const done = decideTasks.markTaskDone(
      replay(events),
      { task: id, result: system ? 'found' : 'done' },
      moment(when, tess),
    );
    return done.ok ? events.concat(done.events) : events;
  }, history);

const at = (day: string) => `${day}T09:00:00Z`;
const take = by('take', at('2026-11-26'));
const searched =
  (system: string, result: 'found' | 'not_found'): Step =>
  (c) =>
    decideEntries.logSearch(c, { entry: `s-${system}`, system, result }, moment(at('2026-12-03'), tess));
const search = [searched('mailboxes', 'found'), searched('product_database', 'not_found')];
const searchInVain = [searched('mailboxes', 'not_found'), searched('product_database', 'not_found')];
const mustKeep: Step = (c) =>
  decideEntries.logExemption(
    c,
    { entry: 'k1', exemption: 'legal_obligation' },
    moment(at('2026-12-04'), tess),
  );
const told: Step = (c) =>
  decideEntries.recordRecipient(
    c,
    { entry: 'r1', recipient: 'the mailing provider', result: 'told' },
    moment(at('2026-12-04'), tess),
  );
const toldNobody: Step = (c) =>
  decideEntries.recordRecipient(
    c,
    { entry: 'r1', recipient: 'nobody', result: 'no_recipients' },
    moment(at('2026-12-04'), tess),
  );
const ownExemption = (regime: string) => (regime === 'ch' ? 'third_party' : 'rights_of_others_in_copy');
const redacted: Step = (c) =>
  decideEntries.logRedaction(
    c,
    { entry: 'x1', reason: ownExemption(c.regime), items: 2 },
    moment(at('2026-12-04'), tess),
  );
const rightAsItIs: Step = (c) =>
  decideEntries.logExemption(c, { entry: 'a1', exemption: 'accurate' }, moment(at('2026-12-04'), tess));
const exempted: Step = (c) =>
  decideEntries.logExemption(
    c,
    { entry: 'e1', exemption: ownExemption(c.regime) },
    moment(at('2026-12-04'), tess),
  );
const clarify: Step = (c) =>
  waiting.askForClarification(
    c,
    { sentAt: at('2026-12-01'), about: 'information', reasonable: true, personal: { question: 'Which?' } },
    moment(at('2026-12-01'), tess),
  );
const askWho = by('askForIdentity', at('2026-11-27'));
const chase = (day: string) => by('chase', at(day));
const restrict = by('restrict', at('2026-11-26'));
const deletion = [by('proposeDeletion', at('2026-12-05')), by('agree', at('2026-12-06'), ada)];
const extension = [by('extend', at('2026-12-07')), by('agree', at('2026-12-08'), ada)];
const withdraw: Step = (c) =>
  ending.withdraw(
    c,
    { confirmed: 'written', byAgent: false, personal: { words: 'forget it' } },
    moment(at('2026-12-09'), tess),
  );

export type LetterStory = {
  readonly letter: string;
  readonly right: Right;
  readonly regime: StoryRegime;
  readonly what: string;
  readonly steps: readonly Step[];
  /** All tasks of the work phase are done after these steps. */
  readonly worked?: boolean;
  /** The day the letter is written; '2026-12-10' where it is left out. */
  readonly today?: string;
  readonly form?: Partial<IntakeForm>;
  readonly after?: readonly Step[];
};

const both = ['uk', 'eu'] as const;
const all = ['uk', 'eu', 'ch'] as const;
const each = (
  regimes: readonly StoryRegime[],
  letter: string,
  right: Right,
  what: string,
  steps: readonly Step[],
  more: Partial<LetterStory> = {},
): readonly LetterStory[] => regimes.map((regime) => ({ letter, right, regime, what, steps, ...more }));

const answered: readonly Right[] = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'automated_decision',
];
const late = { today: '2027-01-20' };
const nextDay = { today: '2026-11-26' };

export const letterStories: readonly LetterStory[] = [
  ...answered.flatMap((right) => each(all, 'acknowledgement', right, 'a new request', [], nextDay)),
  ...each(both, 'acknowledgement', 'rectification', 'restricted at once', [restrict], nextDay),
  ...each(both, 'acknowledgement', 'objection', 'restricted at once', [restrict], nextDay),
  ...each(all, 'marketing-acknowledgement', 'direct_marketing_objection', 'new', [], nextDay),
  ...each(all, 'complaint-acknowledgement', 'complaint', 'new', [], nextDay),
  ...each(all, 'identity-request', 'access', 'in doubt', [take]),
  ...each(all, 'identity-request', 'automated_decision', 'in doubt', [take]),
  ...each(both, 'identity-request', 'access', 'asked after the end', [take], late),
  ...each(all, 'authority-request', 'access', 'an agent', [take], { form: { agent: true } }),
  ...each(all, 'clarification', 'access', 'not clear', [take]),
  ...each(all, 'clarification', 'erasure', 'not clear', [take]),
  ...each(both, 'clarification', 'access', 'asked after the end', [take], late),
  ...each(all, 'fee', 'access', 'excessive', [take]),
  ...each(all, 'chaser', 'access', 'no answer on identity', [take, askWho]),
  ...each(all, 'chaser', 'access', 'no answer to a question', [take, clarify]),
  ...each(all, 'extension', 'access', 'complex', [take, ...extension]),
  ...each(both, 'extension', 'automated_decision', 'complex', [take, ...extension]),
  ...each(all, 'access-answer', 'access', 'nothing withheld', [take, ...search], { worked: true }),
  ...each(all, 'access-answer', 'access', 'with redactions', [take, ...search, redacted, exempted]),
  ...each(all, 'access-answer', 'access', 'late', [take, ...search], late),
  ...each(both, 'access-answer', 'access', 'after a pause', [
    take,
    clarify,
    by('clarificationReceived', at('2026-12-04')),
    ...search,
  ]),
  ...each(all, 'no-data', 'access', 'nothing found', [take, ...searchInVain]),
  ...each(all, 'rectification-answer', 'rectification', 'restricted meanwhile', [
    take,
    restrict,
    rightAsItIs,
    told,
  ]),
  ...each(both, 'rectification-answer', 'rectification', 'nobody to tell', [take, rightAsItIs, toldNobody]),
  ...each(all, 'erasure-answer', 'erasure', 'done', [take, ...search, mustKeep, told], {
    worked: true,
    after: deletion,
  }),
  ...each(both, 'erasure-answer', 'erasure', 'late', [take, ...search, mustKeep, told], {
    worked: true,
    after: deletion,
    ...late,
  }),
  ...each(all, 'restriction-answer', 'restriction', 'restricted', [take, restrict, told]),
  ...each(both, 'restriction-lifting-notice', 'restriction', 'to be lifted', [take, restrict]),
  ...each(all, 'objection-upheld', 'objection', 'upheld', [take, told]),
  ...each(both, 'objection-refused', 'objection', 'refused', [take]),
  ...each(all, 'portability-answer', 'portability', 'nothing withheld', [take, ...search]),
  ...each(all, 'automated-decision-answer', 'automated_decision', 'looked at again', [take], {
    worked: true,
  }),
  ...each(both, 'automated-decision-answer', 'automated_decision', 'late', [take], {
    worked: true,
    ...late,
  }),
  ...answered.flatMap((right) => each(both, 'refusal', right, 'refused', [take])),
  ...each(['ch'], 'refusal', 'access', 'refused', [take]),
  ...each(both, 'refusal', 'access', 'refused late', [take], late),
  ...each(all, 'consent-withdrawn', 'consent_withdrawal', 'withdrawn', [take]),
  ...each(all, 'marketing-stopped', 'direct_marketing_objection', 'stopped', [take]),
  ...each(all, 'complaint-update', 'complaint', 'still looking', [take]),
  ...each(all, 'complaint-outcome', 'complaint', 'found', [take]),
  ...each(all, 'withdrawal-confirmed', 'access', 'withdrawn', [take, withdraw]),
  ...each(both, 'withdrawal-confirmed', 'automated_decision', 'withdrawn', [take, withdraw]),
  ...each(all, 'lapsed', 'access', 'no answer', [take, askWho, chase('2026-12-04'), chase('2026-12-09')]),
  ...each(all, 'forwarded-to-controller', 'access', 'a client’s data', [take], {
    form: { clientWorkspace: true },
  }),
  ...each(both, 'fee-for-copies', 'access', 'a second copy', [take]),
];

export const historyOfStory = ({
  right,
  regime,
  form: more = {},
  steps,
  worked,
  after = [],
}: LetterStory) => {
  const done = story(logged(right, regime, more), ...steps);
  return story(worked === true ? finishAllowed(done, at('2026-12-04')) : done, ...after);
};

const desk: LetterDesk = {
  templates: new Map(templates.map((template) => [template.id, template])),
  sender: {
    controller: 'Smartxpo Solutions Limited',
    contact: 'info@smartxpo.com',
    signedBy: 'The privacy team',
    regulators: {},
  },
  fromPolicy: async () => ({}),
  recipientName: (id) => id,
  remaining: () =>
    remainingFacts((carveOut) => {
      const ref = carveOutIn(policies, carveOut);
      return ref === null ? null : (verify([ref])?.[0] ?? null);
    }),
  verify,
};

/** What a person would type into the gaps, from the facts of a good letter. */
const typedFor = (template: Template, regime: StoryRegime): TypedFields => {
  const facts = goodFacts(template, regime);
  return Object.fromEntries(
    Object.keys(facts).flatMap((name) => {
      if (!isFactName(name)) return [];
      const value = factOf(facts, name);
      if (factFields[name].kind === 'confirmed') return [[name, 'yes'] as const];
      if (value === undefined || typeof value === 'boolean' || 'quote' in Object(value)) return [];
      const words = Array.isArray(value)
        ? value
            .map((item) =>
              typeof item === 'string'
                ? item
                : columnsOf(name)
                    .map((column) => item[column])
                    .join(' | '),
            )
            .join('\n')
        : String(value);
      return factFields[name].kind === 'quote' ? [] : [[name, words] as const];
    }),
  );
};

/** Which typed facts would contradict the story. */
const untyped: Readonly<Record<string, readonly string[]>> = {
  'nothing withheld': ['withheld', 'notSearched'],
  late: ['withheld'],
  'after a pause': ['withheld'],
};

/** What the usual facts of a good letter would not say of this story. */
const other: Readonly<Record<string, TypedFields>> = {
  chaser: { replyBy: '18 December 2026' },
  'automated-decision-answer': {
    changes: 'Payment day | 5 December 2026 | 1 December 2026 | event database',
  },
};

export const letterOfStory = (one: LetterStory): Composed => {
  const template = desk.templates.get(one.letter);
  if (template === undefined) throw new Error(`no letter ${one.letter}`);
  const history = historyOfStory(one);
  const now = new Date(at(one.today ?? '2026-12-10'));
  const typed = Object.entries(typedFor(template, one.regime)).filter(
    ([name]) =>
      untyped[one.what]?.includes(name) !== true && !['meanwhile', 'statement', 'needed'].includes(name),
  );
  const source = { request: replay(history), history, now, table };
  const composed = composeLetter(desk, template, source, {
    ...Object.fromEntries(typed),
    ...other[one.letter],
  });
  if (composed === null) throw new Error(`no clock for ${one.what}`);
  return composed;
};
