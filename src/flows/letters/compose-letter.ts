/** One letter of one case: filled from the case, its gaps named, checked, with its fingerprint. Nothing is stored. */
import { contentHash } from '../../letters/content-hash.ts';
import { holdsBack } from '../../letters/contradictions.ts';
import { type FactName, factFields, isFactName, type LetterFacts } from '../../letters/fact-fields.ts';
import { factFromWords, type ReadFact } from '../../letters/facts-from-words.ts';
import { factsOfCase, type PersonalFacts } from '../../letters/facts-of-case.ts';
import { fill } from '../../letters/fill.ts';
import { error, type Finding } from '../../letters/finding.ts';
import type { LetterDesk } from '../../letters/letter-desk.ts';
import { lint } from '../../letters/lint.ts';
import { sameProvision } from '../../letters/provision-in-words.ts';
import { type LetterRecord, recordOf } from '../../letters/record.ts';
import { rightWordings } from '../../letters/right-wording.ts';
import type { Template } from '../../letters/template.ts';
import type { TemplateNode } from '../../letters/template-syntax.ts';
import { verdictOf } from '../../letters/verdict.ts';
import type { Case } from '../../requests/case/case.ts';
import { caseClock } from '../../requests/case/case-clock.ts';
import type { ArrivalChannel, CaseEvent, CaseOutcome } from '../../requests/case/case-events.ts';
import { retentionOf } from '../../requests/case/retention.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import type { ClockEventType, Deadline } from '../../requests/clock/clock-case.ts';
import { type HolidayTable, regimeOf } from '../../requests/clock/holidays.ts';
import type { RegimeData } from '../../requests/clock/regime.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { stopRights } from '../../requests/decisions/case-actions.ts';
import { restrictedUntilDecided } from '../../requests/decisions/guards.ts';
import type { Origin, Prefill } from './prefill.ts';

export type LetterGap = {
  readonly name: FactName;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'list' | 'rows' | 'confirmed';
  readonly columns: readonly string[];
  /** False where the letter is whole without it. */
  readonly needed: boolean;
  readonly typed: string;
  /** What is wrong with what was typed. */
  readonly problem: string | null;
  /** Where the words come from that nobody has typed; null where somebody has. */
  readonly origin: Origin | null;
  /** Somebody has typed it, or emptied it; all else goes on following the register. */
  readonly byHand: boolean;
};

/** What the letter says of itself, for whoever chooses an outcome. */
export type LetterSays = {
  /** A part is named as withheld, kept or refused. */
  readonly holdsBack: boolean;
  /** Of a complaint: what its findings come to; null where that cannot be read from them. */
  readonly verdict: CaseOutcome | null;
};

export type Composed = {
  readonly text: string;
  readonly gaps: readonly LetterGap[];
  readonly findings: readonly Finding[];
  readonly hash: string;
  readonly says: LetterSays;
};

export const saysNothing: LetterSays = { holdsBack: false, verdict: null };

export type TypedFields = Readonly<Record<string, string>>;

export type LetterSource = {
  readonly request: Case;
  readonly history: readonly CaseEvent[];
  readonly now: Date;
  readonly table: HolidayTable;
  /** Other cases of the same letter that this one speaks of as well. */
  readonly also?: readonly Pick<Case, 'number' | 'right'>[];
  /** Of a refusal: the ground that was chosen for the register, as a letter names it. */
  readonly provision?: string;
};

const how: Readonly<Record<ArrivalChannel, string | undefined>> = {
  email: 'by e-mail',
  slack: undefined,
  phone: 'by phone',
  in_person: 'in person',
  letter: 'by post',
  web_form: 'through the form on our website',
  chat: 'in a support chat',
  social_media: 'on social media',
  other: undefined,
};

/** What the case and its clock decide: never typed by hand. */
const ofTheCase: readonly FactName[] = [
  'alsoAsked',
  'alsoStops',
  'alsoComplains',
  'received',
  'due',
  'howCounted',
  'noDueReason',
  'previousDue',
  'extensionNoticeDue',
  'refusalDue',
  'rightName',
  'rightArticle',
  'lawName',
  'regulatorName',
  'regulatorContact',
  'requestKept',
  'reference',
  'company',
  'contact',
];

const erasedMark = '[erased]';

const personalOf = (history: readonly CaseEvent[]): PersonalFacts => {
  const [logged] = history;
  const given = (name: string): string | undefined => {
    const value = logged?.personal?.[name];
    return value === undefined || value === erasedMark ? undefined : value;
  };
  return {
    personName: given('name'),
    addressRoute: given('contact'),
    clientName: given('client') ?? given('name'),
    clientContact: given('contact'),
  };
};

/** An extension is announced with the date that it will give. */
const clocks = (template: Template, { request, table, now }: LetterSource) => {
  const clock = caseClock(request, table);
  if (template.moment !== 'extend' || !clock.ok || clock.deadline.extended)
    return { clock, before: undefined };
  const reason = request.extension?.reason ?? 'complexity';
  const told = { type: 'extension_notified', at: now.toISOString(), reason } as const;
  const longer = caseClock({ ...request, clockEvents: [...request.clockEvents, told] }, table);
  return { clock: longer, before: clock.deadline };
};

/** The question that a letter puts, as the clock knows it. */
const asks: Readonly<Record<string, ClockEventType | undefined>> = {
  'identity-request': 'identity_requested',
  'authority-request': 'authority_requested',
  fee: 'fee_requested',
  clarification: 'clarification_requested',
};

/** The clock once the question of this letter is out: as it stands where it is out already, else as if it went out now. */
const askedClock = (template: Template, { request, table, now }: LetterSource, clock: Deadline): Deadline => {
  const type = asks[template.id];
  if (type === undefined || request.waitingSince !== null) return clock;
  const told = { type, at: now.toISOString() } as const;
  const asked = caseClock({ ...request, clockEvents: [...request.clockEvents, told] }, table);
  return asked.ok ? asked.deadline : clock;
};

const recordFor = (
  letters: LetterDesk,
  template: Template,
  source: LetterSource,
  clock: Deadline,
  law: RegimeData,
): LetterRecord => {
  const { request, history, now } = source;
  return recordOf({
    moment: template.moment,
    law,
    recipientName: letters.recipientName,
    request,
    history,
    clock,
    asked: askedClock(template, source, clock),
    today: localDate(now, request.timeZone),
    systemName: (id) => systemNamed(id, request.places).name,
  });
};

/** What came in the same letter: what waits for an answer, and what stops at once. */
const alsoFacts = (also: readonly Pick<Case, 'number' | 'right'>[]): LetterFacts => {
  const say = ({ number, right }: Pick<Case, 'number' | 'right'>): string =>
    `${rightWordings[right].name}, our reference ${number}`;
  const stops = also.filter(({ right }) => stopRights.includes(right));
  const complaints = also.filter(({ right }) => right === 'complaint');
  const waits = also.filter((one) => !stops.includes(one) && !complaints.includes(one));
  return {
    ...(waits.length === 0 ? {} : { alsoAsked: waits.map(say), alsoOne: waits.length === 1 }),
    ...(stops.length === 0 ? {} : { alsoStops: stops.map(say) }),
    ...(complaints.length === 0
      ? {}
      : { alsoComplains: complaints.map(({ number }) => number).join(' and ') }),
  };
};

/** Null where the clock of the case cannot be worked out: no letter states a date then. */
const caseFacts = (
  letters: LetterDesk,
  template: Template,
  source: LetterSource,
): { readonly facts: LetterFacts; readonly record: LetterRecord; readonly law: RegimeData } | null => {
  const { request, history, now } = source;
  const { clock, before } = clocks(template, source);
  const law = regimeOf(source.table, request.regime);
  if (!clock.ok || law === undefined) return null;
  const record = recordFor(letters, template, source, clock.deadline, law);
  const [logged] = history;
  const facts: LetterFacts = {
    ...letters.remaining(),
    ...factsOfCase({
      request,
      record,
      law: source.table,
      clock: clock.deadline,
      ...(before === undefined ? {} : { before }),
      today: localDate(now, request.timeZone),
      sender: letters.sender,
      personal: personalOf(history),
    }),
    receivedHow: logged?.type === 'logged' ? how[logged.channel] : undefined,
    ...alsoFacts(source.also ?? []),
  };
  return { facts, record, law };
};

const ifNames = (nodes: readonly TemplateNode[]): readonly string[] =>
  nodes.flatMap((node): readonly string[] => {
    if (node.kind === 'if') return [node.name, ...ifNames(node.then), ...ifNames(node.otherwise)];
    return node.kind === 'each' ? ifNames(node.body) : [];
  });

/** What a letter's open fields are filled from. */
type Given = {
  readonly typed: TypedFields;
  readonly prefill: Prefill;
  readonly provision: string | undefined;
};

const gapOf = (
  name: FactName,
  needed: boolean,
  { typed, prefill, provision }: Given,
): readonly LetterGap[] => {
  const field = factFields[name];
  if (field.kind === 'flag' || field.kind === 'quote') return [];
  const begun = typed[name] === undefined ? prefill[name] : undefined;
  const words = typed[name] ?? begun?.words ?? '';
  const read = words.trim() === '' ? null : readFact(name, words, provision);
  return [
    {
      name,
      label: field.label,
      kind: field.kind,
      columns: field.kind === 'rows' ? field.columns : [],
      needed,
      typed: words,
      problem: read === null || read.ok ? null : read.problem,
      origin: begun?.origin ?? null,
      byHand: typed[name] !== undefined,
    },
  ];
};

const gapsOf = (template: Template, facts: LetterFacts, given: Given): readonly LetterGap[] => {
  const needed = fill(template, facts).missing;
  const optional = [...new Set(ifNames(template.body))].filter(
    (name): name is FactName =>
      isFactName(name) && facts[name] === undefined && !ofTheCase.includes(name) && !needed.includes(name),
  );
  return [
    ...needed.flatMap((name) => gapOf(name, true, given)),
    ...optional.flatMap((name) => gapOf(name, false, given)),
  ];
};

/** What stands between the cells of a row where nobody writes bars: a colon, or a dash with room around it. */
const between = /\s*\|\s*|:\s+|\s+[-–—]\s+/u;

/** A row as people write it, with bars between its cells. The last cell keeps what it has of colons and dashes. */
const barred = (line: string, cells: number): string => {
  if (line.split('|').length >= cells) return line;
  const parts: string[] = [];
  let rest = line.replace(/^\s*[-*•]\s*/u, '');
  while (parts.length < cells - 1) {
    const cut = between.exec(rest);
    if (cut === null) return line;
    parts.push(rest.slice(0, cut.index));
    rest = rest.slice(cut.index + cut[0].length);
  }
  return [...parts, rest].join(' | ');
};

/** A part that is refused without its law rests on the ground that was chosen. */
const withGround = (line: string, provision: string | undefined): string => {
  const cells = (text: string): number => text.split('|').length;
  const short = barred(line, 2);
  return provision === undefined || cells(barred(line, 3)) >= 3 || cells(short) !== 2
    ? line
    : `${short} | ${provision}.`;
};

const readFact = (name: FactName, words: string, provision: string | undefined): ReadFact => {
  const field = factFields[name];
  if (field.kind !== 'rows') return factFromWords(name, words);
  const lines = words
    .split(/\r?\n/u)
    .map((line) => (name === 'refused' ? withGround(line, provision) : line))
    .map((line) => barred(line, field.columns.length));
  return factFromWords(name, lines.join('\n'));
};

const withTyped = (
  facts: LetterFacts,
  gaps: readonly LetterGap[],
  provision: string | undefined,
): LetterFacts => ({
  ...facts,
  ...Object.fromEntries(
    gaps.flatMap(({ name, typed }) => {
      const read = typed.trim() === '' ? null : readFact(name, typed, provision);
      return read?.ok === true ? [[name, read.value] as const] : [];
    }),
  ),
});

/** What follows from other facts of the letter: whether invoices are spoken of, and how long the request is kept if a part is refused. */
const withDerived = (facts: LetterFacts, record: LetterRecord, request: Case): LetterFacts => {
  const parts = [...(facts.kept ?? []), ...(facts.refused ?? []), ...(facts.withheld ?? [])];
  const partly = record.partlyRefused || parts.length > 0;
  const { years } = retentionOf(partly ? { ...request, outcome: request.outcome ?? 'partial' } : request);
  return {
    ...facts,
    // A letter that names a part as withheld does not say as well that there is none.
    nothingWithheld: facts.nothingWithheld === true && parts.length === 0,
    restrictionOver: record.everRestricted && restrictedUntilDecided.includes(request.right),
    onlyOneWay: facts.accepted?.length === 1,
    requestKept: `for ${years} years after we close it`,
    // What the policy says of invoices concerns whoever has one.
    invoicesQuote: (facts.kept ?? []).some(({ what }) => /\binvoic|\bbilling\b/i.test(what))
      ? facts.invoicesQuote
      : undefined,
  };
};

/** Words that nobody wrote into this letter: of the policy, the company and its systems. What people recorded is looked at like the rest. */
const wordsNotOurs = (prefill: Prefill, { places }: Case): string =>
  [
    ...Object.values(prefill).flatMap(({ words, origin }) => (origin.from === 'register' ? [] : [words])),
    ...places.map(({ name }) => name),
  ].join('\n');

/** The ground of the register and that of the letter are one. */
const groundFindings = (
  template: Template,
  { refused = [] }: LetterFacts,
  provision: string | undefined,
): readonly Finding[] => {
  if (provision === undefined || template.grounds !== null || refused.length === 0) return [];
  const named = refused.map(({ ground }) => ground);
  return named.some((ground) => sameProvision(ground, provision) !== false)
    ? []
    : [
        error(
          'not_in_register',
          `The letter names ${named.join('; ')} and the ground for the register is ${provision}. Make both the same.`,
          'refused',
        ),
      ];
};

/** Null when the case has no clock to write from. `typed` holds what a person put into the gaps, by fact name. */
export const composeLetter = (
  letters: LetterDesk,
  template: Template,
  source: LetterSource,
  typed: TypedFields = {},
  prefill: Prefill = {},
): Composed | null => {
  const known = caseFacts(letters, template, source);
  if (known === null) return null;
  const { record, law } = known;
  const { request } = source;
  const facts = withDerived(known.facts, record, request);
  const { provision } = source;
  const given = { typed, prefill, provision };
  const first = gapsOf(template, facts, given);
  // What is filled in can open a part of the letter with gaps of its own.
  const inner = fill(template, withDerived(withTyped(known.facts, first, provision), record, request))
    .missing.filter((name) => !first.some((gap) => gap.name === name))
    .flatMap((name) => gapOf(name, true, given));
  const gaps = [...first, ...inner];
  const all = withDerived(withTyped(known.facts, gaps, provision), record, request);
  const { text } = fill(template, all);
  return {
    text,
    gaps,
    findings: [
      ...groundFindings(template, all, provision),
      ...lint(text, template, all, {
        verify: letters.verify,
        record,
        law,
        policyWords: wordsNotOurs(prefill, request),
      }),
    ],
    hash: contentHash(text),
    says: { holdsBack: holdsBack(all), verdict: verdictOf(all) },
  };
};
