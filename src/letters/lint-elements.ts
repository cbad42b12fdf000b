/** Finds what a letter must say and does not. */
import { type Element, elementOf } from './elements.ts';
import { type FactName, type FactValue, factOf, type LetterFacts } from './fact-fields.ts';
import { error, type Finding, type LetterDraft } from './finding.ts';
import { datesIn, writeDate } from './letter-dates.ts';
import { paragraphsOf, plain } from './paragraphs.ts';
import { rightNamed } from './right-wording.ts';
import { holdsUnder } from './template.ts';

/** Every piece of text that a fact puts into a letter. */
const piecesOf = (value: FactValue): readonly string[] => {
  if (typeof value === 'boolean') return [];
  if (typeof value === 'string') return [writeDate(value)];
  if ('quote' in value) return [value.quote];
  return value.flatMap((item) =>
    typeof item === 'string' ? [writeDate(item)] : Object.values(item).map(writeDate),
  );
};

const applies = (element: Element, facts: LetterFacts): boolean =>
  (element.when === undefined || factOf(facts, element.when) !== undefined) &&
  (element.unless === undefined || factOf(facts, element.unless) === undefined);

const stands = (name: FactName, facts: LetterFacts, text: string): boolean => {
  const value = factOf(facts, name);
  if (value === undefined) return false;
  // A date counts however it is written: people shorten "Tuesday 22 December 2026".
  if (typeof value === 'string' && writeDate(value) !== value) {
    return datesIn(text).some(({ date }) => date === value);
  }
  return piecesOf(value).every((piece) => text.includes(plain(piece)));
};

const isPresent = (
  element: Element,
  facts: LetterFacts,
  paragraphs: readonly string[],
  all: string,
): boolean => {
  const { words = [], fact, list } = element;
  const said = words.map((alternatives) => new RegExp(plain(alternatives)));
  const inOne = paragraphs.some(
    (text) =>
      said.every((alternatives) => alternatives.test(text)) &&
      (fact === undefined || stands(fact, facts, text)),
  );
  // A list may lawfully be empty (nothing withheld, nothing kept); then its words have to say so.
  const listed =
    list === undefined || (factOf(facts, list) === undefined ? words.length > 0 : stands(list, facts, all));
  return inOne && listed;
};

const GAP =
  /【[^】]*】|\{\{[^}]*\}\}|\[(?:name|date|address|insert|tbc|todo)[^\]]*\]|\b(?:TBC|TODO|XXX+)\b/gi;

/** What the letter must say and does not, and what has not been filled in. */
export const lintElements = ({ text, template, facts }: LetterDraft): readonly Finding[] => {
  const paragraphs = paragraphsOf(text).map((paragraph) => plain(paragraph.text));
  const all = plain(text.replace(/^\s*>\s?(?:- )?/gm, ''));
  const gaps = (text.match(GAP) ?? []).map((words) =>
    error('gap', `Fill in ${words} before this letter goes out.`, words),
  );
  const absent = template.required
    .map(({ element }) => ({ id: element, element: elementOf(element) }))
    .filter(({ element }) => applies(element, facts) && !isPresent(element, facts, paragraphs, all))
    .map(({ id, element }) => error('element_missing', `The letter has to say ${element.label}.`, id));
  return [...gaps, ...absent];
};

/** The letter must fit the right, and name no other case than those of the same letter. */
export const lintCase = ({ text, template, facts, law }: LetterDraft): readonly Finding[] => {
  const together = [...(facts.alsoAsked ?? []), ...(facts.alsoStops ?? []), facts.alsoComplains ?? ''].join(
    '\n',
  );
  const findings = [...text.matchAll(/\b(?:DSR|CMP|CLT)-\d{4}-\d+\b/gi)]
    .filter(
      ([number]) => number.toUpperCase() !== facts.reference && !together.includes(number.toUpperCase()),
    )
    .map(([number]) => error('other_case', `${number} is another case; take it out.`, number));
  const right = rightNamed(facts.rightName);
  if (right !== undefined && !template.rights.includes(right)) {
    findings.push(error('wrong_letter', `This letter is not made for ${facts.rightName}.`, template.id));
  }
  if (!holdsUnder(template, law.id)) {
    findings.push(error('wrong_letter', 'This letter is not made for the law of this case.', template.id));
  }
  return findings;
};
