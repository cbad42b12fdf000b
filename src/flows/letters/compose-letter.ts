/** One letter of one case: filled from the case, its gaps named, checked, with its fingerprint. Nothing is stored. */
import { contentHash } from '../../letters/content-hash.ts';
import { type FactName, factFields, isFactName, type LetterFacts } from '../../letters/fact-fields.ts';
import { factFromWords, type ReadFact } from '../../letters/facts-from-words.ts';
import { factsOfCase, type PersonalFacts } from '../../letters/facts-of-case.ts';
import { fill } from '../../letters/fill.ts';
import type { Finding } from '../../letters/finding.ts';
import type { LetterDesk } from '../../letters/letter-desk.ts';
import { lint } from '../../letters/lint.ts';
import { type LetterRecord, recordOf } from '../../letters/record.ts';
import { rightWordings } from '../../letters/right-wording.ts';
import type { Template } from '../../letters/template.ts';
import type { TemplateNode } from '../../letters/template-syntax.ts';
import type { Case } from '../../requests/case/case.ts';
import { caseClock } from '../../requests/case/case-clock.ts';
import type { ArrivalChannel, CaseEvent } from '../../requests/case/case-events.ts';
import { retentionOf } from '../../requests/case/retention.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import type { ClockEventType, Deadline } from '../../requests/clock/clock-case.ts';
import { type HolidayTable, regimeOf } from '../../requests/clock/holidays.ts';
import type { RegimeData } from '../../requests/clock/regime.ts';
import { localDate } from '../../requests/clock/zone.ts';
import type { Origin, Prefill } from './prefill.ts';

export type LetterGap = {
  readonly name: FactName;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'list' | 'rows';
  readonly columns: readonly string[];
  /** False where the letter is whole without it. */
  readonly needed: boolean;
  readonly typed: string;
  /** What is wrong with what was typed. */
  readonly problem: string | null;
  /** Where the words come from that nobody has typed; null where somebody has. */
  readonly origin: Origin | null;
};

export type Composed = {
  readonly text: string;
  readonly gaps: readonly LetterGap[];
  readonly findings: readonly Finding[];
  readonly hash: string;
};

export type TypedFields = Readonly<Record<string, string>>;

export type LetterSource = {
  readonly request: Case;
  readonly history: readonly CaseEvent[];
  readonly now: Date;
  readonly table: HolidayTable;
  /** Other cases of the same letter that this one speaks of as well. */
  readonly also?: readonly Pick<Case, 'number' | 'right'>[];
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
    ...(source.also === undefined || source.also.length === 0
      ? {}
      : {
          alsoAsked: source.also.map(
            ({ number, right }) => `${rightWordings[right].name}, our reference ${number}`,
          ),
        }),
  };
  return { facts, record, law };
};

const ifNames = (nodes: readonly TemplateNode[]): readonly string[] =>
  nodes.flatMap((node): readonly string[] => {
    if (node.kind === 'if') return [node.name, ...ifNames(node.then), ...ifNames(node.otherwise)];
    return node.kind === 'each' ? ifNames(node.body) : [];
  });

const gapOf = (
  name: FactName,
  needed: boolean,
  typed: TypedFields,
  prefill: Prefill,
): readonly LetterGap[] => {
  const field = factFields[name];
  if (field.kind === 'flag' || field.kind === 'quote') return [];
  const begun = typed[name] === undefined ? prefill[name] : undefined;
  const words = typed[name] ?? begun?.words ?? '';
  const read = words.trim() === '' ? null : readFact(name, words);
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
    },
  ];
};

const gapsOf = (
  template: Template,
  facts: LetterFacts,
  typed: TypedFields,
  prefill: Prefill,
): readonly LetterGap[] => {
  const needed = fill(template, facts).missing;
  const optional = [...new Set(ifNames(template.body))].filter(
    (name): name is FactName =>
      isFactName(name) && facts[name] === undefined && !ofTheCase.includes(name) && !needed.includes(name),
  );
  return [
    ...needed.flatMap((name) => gapOf(name, true, typed, prefill)),
    ...optional.flatMap((name) => gapOf(name, false, typed, prefill)),
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

const readFact = (name: FactName, words: string): ReadFact => {
  const field = factFields[name];
  return field.kind === 'rows'
    ? factFromWords(
        name,
        words
          .split(/\r?\n/u)
          .map((line) => barred(line, field.columns.length))
          .join('\n'),
      )
    : factFromWords(name, words);
};

const withTyped = (facts: LetterFacts, gaps: readonly LetterGap[]): LetterFacts => ({
  ...facts,
  ...Object.fromEntries(
    gaps.flatMap(({ name, typed }) => {
      const read = typed.trim() === '' ? null : readFact(name, typed);
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
    requestKept: `for ${years} years after we close it`,
    // What the policy says of invoices concerns whoever has one.
    invoicesQuote: (facts.kept ?? []).some(({ what }) => /\binvoic|\bbilling\b/i.test(what))
      ? facts.invoicesQuote
      : undefined,
  };
};

const wordsOfPolicy = (prefill: Prefill): string =>
  Object.values(prefill)
    .flatMap(({ words, origin }) => (origin.from === 'policy' ? [words] : []))
    .join('\n');

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
  const first = gapsOf(template, facts, typed, prefill);
  // What is filled in can open a part of the letter with gaps of its own.
  const inner = fill(template, withDerived(withTyped(known.facts, first), record, request))
    .missing.filter((name) => !first.some((gap) => gap.name === name))
    .flatMap((name) => gapOf(name, true, typed, prefill));
  const gaps = [...first, ...inner];
  const all = withDerived(withTyped(known.facts, gaps), record, request);
  const { text } = fill(template, all);
  return {
    text,
    gaps,
    findings: lint(text, template, all, {
      verify: letters.verify,
      record,
      law,
      policyWords: wordsOfPolicy(prefill),
    }),
    hash: contentHash(text),
  };
};
