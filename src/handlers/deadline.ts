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

/** A day somewhere in it, or no more than two words: longer sentences are questions about the policy. */
const aboutADay =
  /^\d|\b\d{1,4}[-/.]\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\b(?:today|yesterday)\b|^[^\s?]+(?:\s+[^\s?]+)?$/i;

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
