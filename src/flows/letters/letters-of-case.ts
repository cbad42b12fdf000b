/** The letters of a case: which fit, the chosen one as it stands now, and what may be done with it. */
import type { Case } from '../../requests/case/case.ts';
import { replay } from '../../requests/case/replay.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { has, refuse } from '../../requests/decisions/decision.ts';
import { heldBackUnsaid } from '../../requests/decisions/guards.ts';
import { actorOf, isBarred, maySee, momentFor } from '../cases/casework.ts';
import { historyOf } from '../cases/change-case.ts';
import { isAnswer } from './answer-outcomes.ts';
import { chooseLetter } from './choose-letter.ts';
import { chosenLetter } from './chosen-letter.ts';
import { keptAnswer, keptScreen } from './kept-answer.ts';
import { mayRead, type Viewer } from './letter-readers.ts';
import type { Letters, LettersAtDesk } from './letter-screen.ts';
import type { TypedFields } from './letter-source.ts';
import { sameLetter } from './same-letter.ts';

/**
 * The letters that fit a case, best first, and the wanted one (or the best) filled from the case and from what was typed. Whoever may
 * not see the case learns nothing of it.
 */
export const lettersOfCase = async (
  at: LettersAtDesk,
  number: string,
  user: string,
  wanted: string | null,
  typed: TypedFields = {},
): Promise<Letters> => {
  const { desk, letters } = at;
  const actor = await actorOf(desk, user);
  const history = await historyOf(desk, number);
  const request = history === null ? null : replay(history);
  if (history === null || request === null || isBarred(request, user))
    return has(actor, 'team') ? { ok: false, code: 'no_such_case', facts: { number } } : refuse('team_only');
  const viewerOf = (one: Case): Viewer => ({ team: maySee(one, actor), approver: has(actor, 'approver') });
  const opened = { request, history, viewer: viewerOf(request) };
  const { team } = opened.viewer;
  if (!mayRead(request, opened.viewer, user, wanted)) return refuse('team_only');
  const { all, chosen, kept, returned } = chooseLetter(at, opened, wanted);
  const none = { ok: false, code: 'no_letter', facts: { number } } as const;
  if (chosen === undefined) return none;
  const base = {
    ok: true,
    number,
    right: request.right,
    choices: team ? all : [chosen],
    letter: chosen,
    today: localDate(desk.clock(), request.timeZone),
    asksHeldBack: heldBackUnsaid(request),
  } as const;
  if (chosen.id === keptAnswer && kept !== null) return { ...base, ...keptScreen(request, kept) };
  const template = letters.templates.get(chosen.id);
  if (template === undefined || (!team && template.moment !== 'acknowledge')) return none;
  const mayKnow = (other: Case): boolean =>
    !isBarred(other, user) && mayRead(other, viewerOf(other), user, wanted);
  const letter = await chosenLetter(at, opened, template, {
    moment: await momentFor(desk, user, request, history),
    also: template.moment === 'acknowledge' ? await sameLetter(desk, request, template, mayKnow) : [],
    back: isAnswer(template) ? returned : null,
    typed,
  });
  return letter === null ? none : { ...base, ...letter };
};
