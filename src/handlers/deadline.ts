/** `/privacy deadline`: a due date and why, without a case. */
import { type DeadlineAnswer, workOutDeadline } from '../flows/cases/work-out-deadline.ts';
import { parseCalendarDate } from '../requests/clock/calendar-date.ts';
import { isRight } from '../requests/clock/rights.ts';
import { deadlineMessage } from '../views/cases/deadline.ts';
import type { Feature, InteractionOutcome, Press, TypedCommand } from './bolt/interaction.ts';
import { readable } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';
import { openIntake } from './log-request.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'cases' | 'drafts' | 'newId' | 'slack'>;

/** A day somewhere in it, in any of our languages, or no more than two words: longer sentences are questions about the policy. */
const aboutADay = new RegExp(
  [
    '^\\d',
    '\\b\\d{1,4}[-/.]\\d{1,2}\\b',
    '\\b\\d{1,2}(?:\\.|st|nd|rd|th|er)?\\s+(?:of\\s+|de\\s+)?(?:jan|feb|fev|fév|mar|mär|apr|avr|abr|may|mai|jun|juin|jul|aug|ao[uû]|ago|sep|set|oct|okt|nov|dec|dez|déc|dic|ene)',
    '\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d',
    '\\b(?:today|yesterday|heute|gestern|vorgestern|hier|aujourd.hui|hoy|ayer|anteayer)\\b',
    '^(?:(?:the|a|letter|e-?mail|call|brief|mail|vom|am|le|el|of|from|on|last|letzten)\\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b',
    '\\b(?:letzten?|am) (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\\b',
    '\\b(?:days?|weeks?|fortnight) ago\\b|\\b(?:vor|hace|il y a) \\S+ (?:tag|woche|día|dia|semana|jour|semaine)',
    '^[^\\s?]+(?:\\s+[^\\s?]+)?$',
  ].join('|'),
  'i',
);

/** A day and rights, nothing of a person: what the button hands on. */
const startOf = (answer: DeadlineAnswer): string =>
  answer.ok ? [answer.received, ...answer.answers.map(({ right }) => right)].join(' ') : '';

const tell =
  (deps: Takes) =>
  async (typed: TypedCommand): Promise<InteractionOutcome> => {
    const answer = workOutDeadline(deps.cases, readable(typed.text));
    await typed.privately(deadlineMessage(answer, startOf(answer)));
    return answer.ok ? 'worked_out' : 'refused';
  };

const log =
  (deps: Takes) =>
  (press: Press): Promise<InteractionOutcome> => {
    const [day = '', ...names] = press.value.split(' ');
    const date = parseCalendarDate(day);
    return openIntake(deps, press, {
      rights: names.filter(isRight),
      ...(date === undefined ? {} : { receivedOn: date }),
    });
  };

/** `/privacy deadline 2026-01-31 erasure`. */
export const workingOutDeadlines = (deps: Takes): Feature => ({
  words: { deadline: { takes: aboutADay, handle: tell(deps) } },
  presses: { deadline_log: log(deps) },
});
