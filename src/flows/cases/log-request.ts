/** From "someone just rang" to cases in the register: one for each right in the letter, each with its own clock. */
import { identifiersIn } from '../../register/subject-keys.ts';
import type { Case } from '../../requests/case/case.ts';
import { caseClock } from '../../requests/case/case-clock.ts';
import { type IntakeForm, type IntakeHint, letterLinks, logRequest } from '../../requests/case/intake.ts';
import { replay } from '../../requests/case/replay.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import type { Moment, Refusal } from '../../requests/decisions/decision.ts';
import { type Casework, momentBefore } from './casework.ts';
import { clockBehind } from './clock-behind.ts';

export type LoggedCase = { readonly request: Case; readonly deadline: Deadline | null };

export type LoggedRequest =
  | {
      readonly ok: true;
      readonly cases: readonly LoggedCase[];
      readonly hints: readonly IntakeHint[];
      /** Numbers of earlier cases that may be of the same person: a hint, never a reason to refuse. */
      readonly maybeSame: readonly string[];
    }
  | Refusal;

/** The cases of one letter name each other; a second submission finds that done. */
const linkTogether = async (desk: Casework, numbers: readonly string[], moment: Moment): Promise<void> => {
  for (const number of numbers) {
    const history = await desk.register.history(number);
    const known = replay(history).links.map((link) => link.to);
    const [first, ...rest] = letterLinks(
      number,
      numbers.filter((other) => !known.includes(other)),
      moment,
    );
    if (first !== undefined) await desk.register.append(number, history.length, first, ...rest);
  }
};

/**
 * Durable when it resolves. `requestId` was made when the form opened: the same form submitted twice is the same cases.
 * An impossible form is refused with its reason and nothing is saved.
 */
export const logRequests = async (
  desk: Casework,
  form: IntakeForm,
  user: string,
  requestId: string,
): Promise<LoggedRequest> => {
  const behind = clockBehind(desk, null);
  if (behind !== null) return behind;
  const moment = await momentBefore(desk, user);
  const intake = logRequest(form, moment);
  if (!intake.ok) return intake;
  const earlier = await desk.register.withSubject(identifiersIn(form.personal));
  const year = Number(moment.dateOf(moment.at).slice(0, 4));
  const numbers: string[] = [];
  for (const { right, series, events } of intake.cases) {
    const { id } = await desk.register.create({
      prefix: series,
      year,
      requestId: `${requestId}:${right}`,
      events,
    });
    numbers.push(id);
  }
  if (numbers.length > 1) await linkTogether(desk, numbers, moment);
  const cases: LoggedCase[] = [];
  for (const number of numbers) {
    const request = replay(await desk.register.history(number));
    const clock = caseClock(request, desk.table);
    cases.push({ request, deadline: clock.ok ? clock.deadline : null });
  }
  return {
    ok: true,
    cases,
    hints: intake.hints,
    maybeSame: earlier.filter((number) => !numbers.includes(number)),
  };
};
