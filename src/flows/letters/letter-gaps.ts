/** The open fields of a letter: what it still needs to be told, and what it could be told. */
import { type FactName, factFields, isFactName, type LetterFacts } from '../../letters/fact-fields.ts';
import { fill } from '../../letters/fill.ts';
import type { Template } from '../../letters/template.ts';
import type { TemplateNode } from '../../letters/template-syntax.ts';
import type { LetterGap } from './composed-letter.ts';
import type { TypedFields } from './letter-source.ts';
import type { Prefill } from './prefilled.ts';
import { readFact } from './typed-fact.ts';

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

export const gapOf = (
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

export const gapsOf = (template: Template, facts: LetterFacts, given: Given): readonly LetterGap[] => {
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

export const withTyped = (
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
