/** Finds dates that are none of the case's. */
import {
  type FactName,
  type FactValue,
  factFields,
  factOf,
  isFactName,
  type LetterFacts,
} from './fact-fields.ts';
import { error, type Finding, type LetterDraft, warning } from './finding.ts';
import { datesIn, type FoundDate, writeDate } from './letter-dates.ts';
import { sentencesOf } from './paragraphs.ts';

const textOf = (value: FactValue): string => {
  if (typeof value === 'boolean') return '';
  if (typeof value === 'string') return value;
  if ('quote' in value) return `${value.leadIn ?? ''} ${value.quote}`;
  return value
    .map((item) => (typeof item === 'string' ? item : Object.values(item).join(' \n ')))
    .join(' \n ');
};

/** The dates a letter may name: those of the clock and the case, and those in the facts that it tells. */
const allowedDates = (facts: LetterFacts): ReadonlySet<string> => {
  const dates = Object.keys(factFields)
    .filter(isFactName)
    .map((name) => factOf(facts, name))
    .flatMap((value) => (value === undefined ? [] : datesIn(textOf(value))))
    .flatMap(({ date }) => (date === null ? [] : [date]));
  return new Set(dates);
};

/** Where a sentence says what a date is, it has to be that date and not another one of the case. */
const places: readonly {
  readonly says: RegExp;
  readonly facts: readonly FactName[];
  readonly what: string;
}[] = [
  {
    says: /\bwe (?:have )?received (?:it|this|your \w+)(?: \w+)? on (?:the )?$/i,
    facts: ['received'],
    what: 'the date of receipt',
  },
  {
    says: /\b(?:answer|reply|respond|write)\b[^.]*\bby (?:the end of )?$/i,
    facts: ['due', 'previousDue', 'wasDue', 'replyBy'],
    what: 'the due date',
  },
  { says: /\bby the end of $/i, facts: ['due', 'previousDue', 'wasDue'], what: 'the due date' },
  { says: /\ban answer by $/i, facts: ['replyBy'], what: 'the day by which an answer would help' },
  { says: /^\W*date: $/i, facts: ['letterDate'], what: 'the date of the letter' },
];

const misplaced = (sentence: string, hit: FoundDate, facts: LetterFacts): string | null => {
  const before = sentence.slice(0, hit.index);
  const place = places.find(({ says }) => says.test(before));
  if (place === undefined || hit.date === null) return null;
  const known = place.facts.map((name) => facts[name]).filter((date) => date !== undefined);
  return known.length === 0 || known.includes(hit.date) ? null : place.what;
};

const lintDate = (
  sentence: string,
  hit: FoundDate,
  facts: LetterFacts,
  allowed: ReadonlySet<string>,
): readonly Finding[] => {
  if (hit.date === null && hit.monthDay === null) {
    return [error('date_impossible', `There is no such day as ${hit.words}.`, hit.words)];
  }
  const known =
    hit.date === null ? [...allowed].some((date) => date.slice(5) === hit.monthDay) : allowed.has(hit.date);
  if (!known) {
    return [
      error('date_unknown', `${hit.words} is no date of this case. Check it against the clock.`, hit.words),
    ];
  }
  if (!hit.weekdayFits) {
    return [
      error('weekday_wrong', `${hit.words} falls on another day: ${writeDate(hit.date ?? '')}.`, hit.words),
    ];
  }
  const what = misplaced(sentence, hit, facts);
  return what === null ? [] : [error('date_in_wrong_place', `${hit.words} is not ${what}.`, hit.words)];
};

/** What a letter tells as done cannot lie ahead of it, nor before the request; what it announces cannot lie behind it. */
const done: readonly FactName[] = [
  'changedOn',
  'erasedOn',
  'searchedOn',
  'restrictedOn',
  'returnedOn',
  'deletedOn',
  'withdrawnOn',
  'forwardedOn',
  'askedOn',
];
const ahead: readonly FactName[] = ['replyBy', 'liftOn', 'backupsUntil', 'returnBy', 'deleteBy'];

const lintOrder = ({ text, facts, template }: LetterDraft): readonly Finding[] => {
  const { letterDate, received, due, deletedOn, ceiling } = facts;
  const says = (date: string): boolean => text.includes(writeDate(date)) || text.includes(date);
  const found = (
    name: FactName,
    wrong: (date: string) => boolean,
    message: string,
    finding: typeof error = error,
  ): readonly Finding[] => {
    const date = facts[name];
    return typeof date === 'string' && says(date) && wrong(date)
      ? [finding('date_out_of_order', message, writeDate(date))]
      : [];
  };
  const today = letterDate ?? '';
  // A client may have had its copy before it asked for the deletion.
  const since = template.audience === 'client' ? '' : (received ?? '');
  return [
    ...done.flatMap((name) =>
      found(
        name,
        (date) => today !== '' && date > today,
        'This is told as done, but the day is still to come.',
      ),
    ),
    ...done.flatMap((name) =>
      found(name, (date) => date < since, 'This lies before the request reached us.', warning),
    ),
    ...ahead.flatMap((name) =>
      found(name, (date) => date <= today, 'This is told as to come, but the day has passed.'),
    ),
    // An answer that comes on or after our own last day helps nobody.
    ...found(
      'replyBy',
      (date) => due !== undefined && due >= today && date >= due,
      `Our own answer is due by ${writeDate(due ?? '')}: ask for an earlier day.`,
    ),
    ...(deletedOn !== undefined && ceiling !== undefined && deletedOn > ceiling && says(ceiling)
      ? [
          error(
            'date_out_of_order',
            'It was deleted after the last day under our policy: say so.',
            writeDate(ceiling),
          ),
        ]
      : []),
  ];
};

/** Every date equals a date of the clock or the case, stands on its weekday, and says what it is. */
export const lintDates = ({ text, template, facts, law }: LetterDraft): readonly Finding[] => {
  const allowed = allowedDates(facts);
  const found = [
    ...sentencesOf(text).flatMap((sentence) =>
      datesIn(sentence).flatMap((hit) => lintDate(sentence, hit, facts, allowed)),
    ),
    ...lintOrder({ text, template, facts, law }),
  ];
  const last =
    template.moment === 'extend'
      ? facts.extensionNoticeDue
      : template.moment === 'refuse'
        ? facts.refusalDue
        : undefined;
  const late = last !== undefined && facts.letterDate !== undefined && facts.letterDate > last;
  return late
    ? [
        ...found,
        // Whatever is late has to go out all the same: a refusal is warned of, an extension has come to nothing.
        template.moment === 'refuse'
          ? warning(
              'sent_too_late',
              `This had to go out by ${writeDate(last)}. Send it now, say sorry, and note the breach.`,
              last,
            )
          : error(
              'sent_too_late',
              `This had to go out by ${writeDate(last)}. Answer now and say sorry.`,
              last,
            ),
      ]
    : found;
};
