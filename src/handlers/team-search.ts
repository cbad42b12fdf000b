/** What a team was asked: answered from a direct message or its form, corrected afterwards. */
import { faceOf } from '../flows/cases/case-face.ts';
import type { Changed } from '../flows/cases/change-case.ts';
import { type SeenQuestion, seeQuestion } from '../flows/cases/look-at-cases.ts';
import { answerRound } from '../flows/cases/search-round.ts';
import { type Case, isOpen } from '../requests/case/case.ts';
import type { TeamResult } from '../requests/case/case-events.ts';
import { teamResults } from '../requests/case/event-codes.ts';
import { answerDay } from '../requests/reminders/search-days.ts';
import type { Message } from '../views/blocks.ts';
import { carried } from '../views/carried.ts';
import { refusalNotice, whyNot } from '../views/cases/case-notices.ts';
import { answeredMessageOf } from '../views/cases/team-messages.ts';
import { teamSearchFormId, teamSearchPlace, teamSearchView } from '../views/cases/team-search.ts';
import { tickedIn } from '../views/cases/tick-boxes.ts';
import { noticeView } from '../views/notice.ts';
import type { Feature, InteractionOutcome, Press, Submission } from './bolt/interaction.ts';
import { type Opening, openSoon } from './bolt/open-soon.ts';
import { text } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';
import { kept } from './form-drafts.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'after' | 'cases' | 'drafts' | 'newId' | 'slack' | 'whoCan'>;

type SearchForm = Omit<
  Parameters<typeof teamSearchView>[0],
  'request' | 'asked' | 'answered' | 'personal' | 'by' | 'entry'
>;

/** What was asked of a team, in its form. */
export const questionOpening = async (
  deps: Pick<Takes, 'cases' | 'drafts' | 'newId'>,
  { request, asked, answered, personal }: SeenQuestion,
  user: string,
  more: SearchForm = {},
): Promise<Opening> => {
  const { table } = deps.cases;
  const by = answerDay(request, faceOf(deps.cases, request), asked[0]?.askedAt ?? request.loggedAt, table);
  const view = teamSearchView({ request, asked, answered, personal, by, entry: deps.newId(), ...more });
  return { view: await kept(deps, user, view) };
};

/** What stands now for the systems that were asked about together. */
const standing = (request: Case, team: string): Message =>
  answeredMessageOf(
    request,
    team,
    request.asked.filter((each) => each.team === team),
    isOpen(request),
  );

const told = async (deps: Takes, team: string, done: Changed): Promise<Message> =>
  done.ok
    ? standing(done.request, team)
    : refusalNotice(done, deps.cases.defaults.timeZone, await deps.whoCan());

/** What is asked about in the form instead of recorded. */
const contradictions: readonly string[] = [
  'search_ticked_but_nothing',
  'search_ticked_but_not_ours',
  'search_found_nowhere',
];

/** A press in the message; what cannot be so, or is not said for several systems, the form asks. */
const answered =
  (deps: Takes, result: TeamResult) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const [number = '', team = ''] = press.value.split(' ');
    const where = tickedIn(press.fields, 'where');
    const entry = `${team}-${press.messageTs ?? deps.newId()}`;
    const given = { entry, team, result, where, foreign: [], findings: '' };
    const done = await answerRound(deps.cases, number, press.user, given);
    if (!done.ok && contradictions.includes(done.code)) {
      const problem = whyNot(done, deps.cases.defaults.timeZone);
      const chosen = { given: { result: result === 'found' ? result : null, where }, problem };
      return openSoon(deps, press, () => questionAgain(deps, number, team, press.user, chosen));
    }
    // The message that asked is redrawn; a reminder that repeated the question is not.
    if (done.ok && press.actionId.includes(':')) await press.privately(await told(deps, team, done));
    if (!done.ok) await press.privately(await whatStands(deps, number, team, press.user, done));
    return done.ok ? result : 'refused';
  };

/** Whoever answers what has been answered reads what that was. */
const whatStands = async (
  deps: Takes,
  number: string,
  team: string,
  user: string,
  done: Changed,
): Promise<Message> => {
  const seen =
    done.ok || done.code !== 'already_done' ? null : await seeQuestion(deps.cases, number, user, team);
  return seen?.ok === true ? standing(seen.request, team) : told(deps, team, done);
};

const questionAgain = async (
  deps: Takes,
  number: string,
  team: string,
  user: string,
  more: SearchForm = {},
): Promise<Opening> => {
  const seen = await seeQuestion(deps.cases, number, user, team);
  return seen.ok
    ? questionOpening(deps, seen, user, more)
    : { instead: refusalNotice(seen, deps.cases.defaults.timeZone, await deps.whoCan()) };
};

const corrected =
  (deps: Takes) =>
  (press: Press): Promise<InteractionOutcome> => {
    const [number = '', team = ''] = press.value.split(' ');
    return openSoon(deps, press, () => questionAgain(deps, number, team, press.user));
  };

const resultOf = (given: string): TeamResult | null => teamResults.find((known) => known === given) ?? null;

/** Which field of the form a refusal is about. */
const fieldOfRefusal: Readonly<Record<string, string>> = {
  search_ticked_but_nothing: 'result',
  search_ticked_but_not_ours: 'result',
  search_some_not_ours: 'result',
  search_found_nowhere: 'where_0',
  search_ticked_twice: 'foreign_0',
  same_value: 'result',
};

const answerForm =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const place = carried(teamSearchPlace, sent.view.private_metadata);
    const result = resultOf(text(sent.fields['result']));
    if (place === null || result === null) {
      await sent.reject({ result: 'Please choose one.' });
      return 'refused';
    }
    const { number, team, entry, correcting = false } = place;
    const given = {
      entry,
      team,
      result,
      where: tickedIn(sent.fields, 'where'),
      foreign: tickedIn(sent.fields, 'foreign'),
      findings: text(sent.fields['findings']),
    };
    const done = await answerRound(deps.cases, number, sent.user, given, correcting);
    const field = done.ok ? undefined : fieldOfRefusal[done.code];
    if (!done.ok && field !== undefined) {
      await sent.reject({ [field]: whyNot(done, deps.cases.defaults.timeZone) });
      return 'refused';
    }
    await sent.show(noticeView('Search', await whatStands(deps, number, team, sent.user, done)));
    return done.ok ? result : 'refused';
  };

/** What a team that was asked answers, corrects and adds. */
export const answeringSearches = (deps: Takes): Feature => ({
  presses: {
    // Ticking is no answer yet; the ticks travel with the press.
    team_where: () => Promise.resolve('ticked'),
    team_found: answered(deps, 'found'),
    team_nothing: answered(deps, 'not_found'),
    team_not_ours: answered(deps, 'not_ours'),
    team_correct: corrected(deps),
  },
  forms: { [teamSearchFormId]: answerForm(deps) },
});
