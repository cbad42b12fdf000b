/** What a case, its clock and its history tell a letter. */
import type { LetterFacts } from '../../letters/fact-fields.ts';
import { factsOfCase } from '../../letters/facts-of-case.ts';
import type { LetterDesk } from '../../letters/letter-desk.ts';
import { type LetterRecord, recordOf } from '../../letters/record.ts';
import { rightWordings } from '../../letters/right-wording.ts';
import type { Template } from '../../letters/template.ts';
import type { Case } from '../../requests/case/case.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import { regimeOf } from '../../requests/clock/holidays.ts';
import type { RegimeData } from '../../requests/clock/regime.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { stopRights } from '../../requests/decisions/case-actions.ts';
import { personalOf, receivedHow } from './as-logged.ts';
import { askedClock, clocks } from './letter-clock.ts';
import type { LetterSource } from './letter-source.ts';

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
export const caseFacts = (
  letters: LetterDesk,
  template: Template,
  source: LetterSource,
): { readonly facts: LetterFacts; readonly record: LetterRecord; readonly law: RegimeData } | null => {
  const { request, history, now } = source;
  const { clock, before } = clocks(template, source);
  const law = regimeOf(source.table, request.regime);
  if (!clock.ok || law === undefined) return null;
  const record = recordFor(letters, template, source, clock.deadline, law);
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
    receivedHow: receivedHow(history),
    ...alsoFacts(source.also ?? []),
  };
  return { facts, record, law };
};
