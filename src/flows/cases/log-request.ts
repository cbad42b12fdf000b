/** From "someone just rang" to cases in the register: one for each right in the letter, each with its own clock. */
import { identifiersIn } from '../../register/history/subject-keys.ts';
import type { Case } from '../../requests/case/case.ts';
import { caseClock } from '../../requests/case/case-clock.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { type IntakeForm, type IntakeHint, letterLinks, logRequest } from '../../requests/case/intake.ts';
import { replay } from '../../requests/case/replay.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import type { Moment, Refusal } from '../../requests/decisions/decision.ts';
import { actorOf, type Casework, maySee, momentBefore } from './casework.ts';
import { clockBehind } from './clock-behind.ts';

export type LoggedCase = { readonly request: Case; readonly deadline: Deadline | null };

export type LoggedRequest =
  | {
      readonly ok: true;
      readonly cases: readonly LoggedCase[];
      readonly hints: readonly IntakeHint[];
      /** Earlier cases that may be of the same person and that whoever logs may see: a hint, never a reason to refuse. */
      readonly maybeSame: readonly string[];
    }
  | Refusal;

/**
 * The team sees on the card that a case is like an earlier one. Cases that fewer people may see are left out of it on both sides: nobody
 * learns by logging a name whether a colleague has complained.
 */
const likenessHints = (likely: readonly Case[], form: IntakeForm, moment: Moment): readonly CaseEvent[] =>
  form.people === 'staff_or_applicant'
    ? []
    : likely
        .filter(({ people }) => people !== 'staff_or_applicant')
        .slice(0, 3)
        .map(({ number: to }) => ({
          type: 'linked',
          at: moment.at,
          by: 'system',
          to,
          relation: 'duplicate_hint',
        }));

/** Who takes it where the company names somebody: in turn, and of those only who works in the privacy team. */
const takeByRota = async (desk: Casework, numbers: readonly string[], moment: Moment): Promise<void> => {
  const { rota } = desk.company;
  if (rota.length === 0) return;
  const turn = (await desk.register.list()).length;
  const away = (await desk.saidAway?.(rota)) ?? new Set();
  // Whoever is away is passed over; where all are, the turn stands, and reminders reach the approvers too.
  const here = rota.filter((user) => !away.has(user));
  const takers = here.length === 0 ? rota : here;
  for (const number of numbers) {
    const history = await desk.register.history(number);
    const request = replay(history);
    const next = takers[turn % takers.length] ?? '';
    const owner = await actorOf(desk, next);
    if (request.owner !== null || !owner.roles.includes('team')) continue;
    await desk.register.append(number, history.length, {
      type: 'handed_over',
      at: moment.at,
      by: 'system',
      to: next,
    });
  }
};

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
  const likely = (await desk.register.list())
    .map(({ summary }) => summary)
    .filter(({ number }) => earlier.includes(number));
  const hints = likenessHints(likely, form, moment);
  const numbers: string[] = [];
  for (const { right, series, events } of intake.cases) {
    const { id } = await desk.register.create({
      prefix: series,
      year,
      requestId: `${requestId}:${right}`,
      events: (number) => {
        const [first, ...rest] = events(number);
        return [first, ...rest, ...hints];
      },
    });
    numbers.push(id);
  }
  if (numbers.length > 1) await linkTogether(desk, numbers, moment);
  await takeByRota(desk, numbers, moment);
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
    maybeSame: likely
      .filter((request) => maySee(request, moment.actor))
      .map(({ number }) => number)
      .filter((number) => !numbers.includes(number)),
  };
};
