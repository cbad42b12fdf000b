/** Sixty case histories by a hand that had not seen the templates: the register each one leaves, and what a person types into its letter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHolidayTable } from '../../src/base/calendars.ts';
import { projectRoot } from '../../src/base/root.ts';
import { composeLetter } from '../../src/flows/letters/compose-letter.ts';
import type { Composed } from '../../src/flows/letters/composed-letter.ts';
import type { TypedFields } from '../../src/flows/letters/letter-source.ts';
import { prefillOf } from '../../src/flows/letters/prefill.ts';
import { factFields } from '../../src/letters/fact-fields.ts';
import type { LetterDesk } from '../../src/letters/letter-desk.ts';
import type { ArrivalChannel, CaseEvent } from '../../src/requests/case/case-events.ts';
import { type IntakeForm, logRequest } from '../../src/requests/case/intake.ts';
import { replay } from '../../src/requests/case/replay.ts';
import { parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import type { Right } from '../../src/requests/clock/rights.ts';
import { form, moment, sam, tess } from '../support/case-story.ts';
import { templates, verify } from './good-facts.ts';
import { plays } from './history-plays.ts';

export type History = {
  readonly id: string;
  readonly regime: 'uk' | 'eu' | 'ch';
  readonly facts: {
    readonly company: string;
    readonly requester: string;
    readonly dates: Readonly<Record<string, string>>;
  };
  readonly must_say: readonly string[];
  readonly must_not_say: readonly string[];
};

/** One step of a history: the type of the event, its day, and its own fields. */
export type Played = readonly [
  day: string,
  event: Readonly<Record<string, unknown>> & { type: CaseEvent['type'] },
];

export type Play = {
  readonly letter: string;
  readonly right: Right;
  readonly received?: string;
  readonly channel?: ArrivalChannel;
  readonly agent?: true;
  readonly client?: true;
  readonly systems?: readonly string[];
  readonly events?: readonly Played[];
  readonly typed: TypedFields;
  /** Words that the history asks for and the law does not bear, with the reason. */
  readonly otherwise?: Readonly<Record<string, string>>;
};

const table = readHolidayTable();
const places = { uk: 'england-and-wales', eu: 'netherlands', ch: 'zurich' } as const;
const zones = { uk: 'Europe/London', eu: 'Europe/Amsterdam', ch: 'Europe/Zurich' } as const;

const histories: readonly History[] = readFileSync(
  join(projectRoot, 'test/data/letter-histories.jsonl'),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as History);

export const playedHistories = histories.map((history) => ({ history, play: plays[history.id] }));

const systemsOf = (names: readonly string[]): IntakeForm['systems'] =>
  names.map((name, at) => ({ id: `s${at}`, name, team: 'operations', rights: null }));

const historyOf = ({ regime, facts }: History, play: Play): readonly CaseEvent[] => {
  const received = play.received ?? facts.dates['received'] ?? '';
  const at = `${received}T09:00:00Z`;
  const intake = logRequest(
    form(play.right, {
      receivedAt: at,
      channel: play.channel ?? 'email',
      regime,
      jurisdiction: places[regime],
      timeZone: zones[regime],
      agent: play.agent ?? false,
      clientWorkspace: play.client ?? false,
      systems: systemsOf(play.systems ?? []),
      personal: { name: facts.requester, contact: 'the address on file', words: 'please' },
    }),
    moment(at, sam),
  );
  if (!intake.ok) throw new Error(intake.code);
  const [first] = intake.cases;
  if (first === undefined) throw new Error('nothing logged');
  const logged = first.events(play.right === 'complaint' ? 'CMP-2026-0007' : 'DSR-2026-0007');
  const later = [[received, { type: 'taken' }] as Played, ...(play.events ?? [])].map(
    ([day, event]) => ({ at: `${day}T10:00:00Z`, by: tess.id, ...event }) as unknown as CaseEvent,
  );
  return [...logged, ...later];
};

/** What whoever writes the letter says is so, where the letter would say it. */
const confirmed: TypedFields = Object.fromEntries(
  Object.entries(factFields).flatMap(([name, { kind }]) => (kind === 'confirmed' ? [[name, 'yes']] : [])),
);

const deskOf = (company: string): LetterDesk => ({
  templates: new Map(templates.map((template) => [template.id, template])),
  sender: {
    controller: company,
    contact: 'privacy@larkfold.example',
    signedBy: 'The privacy desk',
    regulators: {},
  },
  fromPolicy: async () => ({}),
  remaining: () => ({}),
  recipientName: (id) => id,
  verify,
});

export const letterOfHistory = (history: History, play: Play): Composed => {
  const desk = deskOf(history.facts.company);
  const template = desk.templates.get(play.letter);
  const today = parseCalendarDate(history.facts.dates['letter'] ?? '');
  if (template === undefined || today === undefined) throw new Error(`no letter for ${history.id}`);
  const events = historyOf(history, play);
  const source = { request: replay(events), history: events, now: new Date(`${today}T12:00:00Z`), table };
  const prefill = prefillOf(
    {},
    {
      ...source,
      law: table,
      letter: template.id,
      company: { automatedDecisions: null },
      related: [],
    },
    today,
  );
  const composed = composeLetter(desk, template, source, { ...confirmed, ...play.typed }, prefill);
  if (composed === null) throw new Error(`no clock for ${history.id}`);
  return composed;
};
