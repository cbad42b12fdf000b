/** Who is to be told of a round of searches: the teams that are asked, and the owner when one of them corrects its answer. */
import { type Case, isOpen } from '../requests/case/case.ts';
import type { CaseEvent } from '../requests/case/case-events.ts';
import { systemNamed } from '../requests/case/systems.ts';
import { whereFound } from '../requests/decisions/decide-outcome.ts';
import { answerDay } from '../requests/reminders/search-days.ts';
import { answeredMessageOf, askedInVainMessage, teamAskedMessage } from '../views/cases/team-messages.ts';
import type { NoticeScene, Told, Turn } from './notice-scene.ts';

/** What changes the message of a team that was asked about these systems. */
const touches = (event: CaseEvent, systems: readonly string[]): boolean => {
  switch (event.type) {
    case 'team_answered':
    case 'search_logged':
      return systems.includes(event.system);
    case 'teams_asked':
      return event.systems.some((system) => systems.includes(system));
    case 'handed_over':
    case 'taken':
    case 'response_recorded':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
    case 'forwarded':
    case 'closed':
    case 'reopened':
      return true;
    default:
      return false;
  }
};

const askedNow = (
  event: Extract<CaseEvent, { readonly type: 'teams_asked' }>,
  { face, request, facts }: NoticeScene,
): Pick<Told, 'message' | 'done'> => {
  const { number, right } = face;
  const { systems, team } = event;
  const rows = request.asked.filter(
    ({ system, askedAt }) => systems.includes(system) && askedAt === event.at,
  );
  const out = rows.filter(({ result }) => result === null);
  const open = isOpen(request);
  if (rows.length === 0) return { done: true, message: askedInVainMessage(number, 'asked again') };
  if (out.length === rows.length && !open)
    return { done: true, message: askedInVainMessage(number, 'ended') };
  if (out.length === 0 || !open) return { done: true, message: answeredMessageOf(request, team, rows, open) };
  const named = out.map(({ system }) => systemNamed(system, request.places));
  const by = answerDay(request, face, event.at, facts.law);
  return { done: false, message: teamAskedMessage({ number, right, team, systems: named, by }) };
};

export const asked = (event: CaseEvent, scene: NoticeScene): readonly Told[] => {
  if (event.type !== 'teams_asked') return [];
  const now = askedNow(event, scene);
  const version = scene.later.filter((each) => touches(each, event.systems)).length;
  return event.people.map((to) => ({ ...now, to, version, among: true }));
};

/** What the searches have come to. */
export const foundWords = (request: Case): string => {
  const names = whereFound(request).map((system) => systemNamed(system, request.places).name);
  return names.length === 0 ? 'nothing was found' : `found in ${names.join(', ')}`;
};

/** One answer may correct several systems: said once, by its last event. An answer that is written already may be wrong now. */
export const correction = (
  event: Extract<CaseEvent, { readonly type: 'team_answered' }>,
  { request, history, later }: NoticeScene,
  turn: Turn,
): readonly Told[] => {
  const together = (each: CaseEvent): each is typeof event =>
    each.type === 'team_answered' && each.at === event.at && each.by === event.by;
  if (later.some(together)) return [];
  const said = history
    .filter(together)
    .map(({ system, result }) => `${systemNamed(system, request.places).name}: ${correctedWords[result]}`);
  const written = ['ready_for_review', 'approved'].includes(request.state)
    ? ' The answer is written already: look whether it still holds, and take it back if not.'
    : '';
  return turn(`A team has corrected its answer. ${said.join('; ')}.${written}`, ['submitted_for_review']);
};

const correctedWords = { found: 'found', not_found: 'nothing there', not_ours: 'not theirs' } as const;
