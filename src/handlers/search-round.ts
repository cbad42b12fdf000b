/** One round of searches: asked from a case, answered from a direct message. */

import type { Changed } from '../flows/cases/change-case.ts';
import { answerRound, seeRound, sendRound } from '../flows/cases/search-round.ts';
import type { TeamResult } from '../requests/case/case-events.ts';
import { carried } from '../views/carried.ts';
import { refusalNotice, whyNot } from '../views/cases/case-notices.ts';
import { placeAt } from '../views/cases/case-place.ts';
import { doneWords } from '../views/cases/done-words.ts';
import {
  roundFormId,
  roundPlace,
  roundView,
  teamSearchFormId,
  teamSearchPlace,
  tickedIn,
} from '../views/cases/search-round.ts';
import { notice, noticeView, unknownActionNotice } from '../views/notice.ts';
import type { Feature, InteractionOutcome, Press, Submission } from './bolt/interaction.ts';
import { openSoon } from './bolt/open-soon.ts';
import type { Dependencies } from './dependencies.ts';
import { kept } from './form-drafts.ts';
import { caseOpening } from './open-case.ts';
import { caseUnder, redrawUnder } from './under-case.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'after' | 'cases' | 'drafts' | 'newId' | 'slack' | 'whoCan'>;

/** From the case's own button. */
export const openRound = (deps: Takes, press: Press, number: string): Promise<'opened' | 'refused'> =>
  openSoon(deps, press, async () => {
    const seen = await seeRound(deps.cases, number, press.user);
    return seen.ok
      ? {
          view: await kept(
            deps,
            press.user,
            roundView({ number, entry: deps.newId(), ...caseUnder(press) }, seen.rows),
          ),
        }
      : { instead: refusalNotice(seen, deps.cases.defaults.timeZone, deps.whoCan) };
  });

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const fieldOf = (fields: Submission['fields']): string => Object.keys(fields)[0] ?? 'ask_0';

const sendForm =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const place = carried(roundPlace, sent.view.private_metadata);
    if (place === null) {
      await sent.show(noticeView('Privacy Assistant', unknownActionNotice()));
      return 'unknown';
    }
    const done = await sendRound(deps.cases, place.number, sent.user, {
      entry: place.entry,
      ask: tickedIn(sent.fields, 'ask'),
      searched: tickedIn(sent.fields, 'searched'),
      found: tickedIn(sent.fields, 'found'),
      terms: text(sent.fields['terms']),
    });
    if (!done.ok) {
      await sent.reject({ [fieldOf(sent.fields)]: whyNot(done, deps.cases.defaults.timeZone) });
      return 'refused';
    }
    const news = doneWords('askTeams', place.number);
    if (place.view === '') await sent.show(noticeView('Done', notice(`✅ ${news}.`)));
    else {
      await sent.close();
      await redrawUnder(deps, place, place.number, sent.user, news);
    }
    return 'asked';
  };

const told = (deps: Takes, number: string, done: Changed) =>
  done.ok
    ? notice(`✅ ${number}: recorded. Thank you.`)
    : refusalNotice(done, deps.cases.defaults.timeZone, deps.whoCan);

/** A press in the message; where it is not said in which of several systems something is, the form asks. */
const answered =
  (deps: Takes, result: TeamResult) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const [number = '', team = ''] = press.value.split(' ');
    const where = tickedIn(press.fields, 'where');
    const several = press.blocks.some((block) => JSON.stringify(block).includes('"where_0"'));
    if (result === 'found' && several && where.length === 0)
      return openSoon(deps, press, () => caseOpening(deps, placeAt(number), press.user));
    const entry = `${team}-${press.messageTs ?? deps.newId()}`;
    const done = await answerRound(deps.cases, number, press.user, {
      entry,
      team,
      result,
      where,
      findings: '',
    });
    if (!done.ok) await press.privately(told(deps, number, done));
    return done.ok ? result : 'refused';
  };

const resultOf = (given: string): TeamResult | null =>
  (['found', 'not_found', 'not_ours'] as const).find((known) => known === given) ?? null;

const answerForm =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const place = carried(teamSearchPlace, sent.view.private_metadata);
    const result = resultOf(text(sent.fields['result']));
    if (place === null || result === null) {
      await sent.reject({ result: 'Please choose one.' });
      return 'refused';
    }
    const done = await answerRound(deps.cases, place.number, sent.user, {
      entry: place.entry,
      team: place.team,
      result,
      where: tickedIn(sent.fields, 'where'),
      findings: text(sent.fields['findings']),
    });
    await sent.show(noticeView('Search', told(deps, place.number, done)));
    return done.ok ? result : 'refused';
  };

export const searching = (deps: Takes): Feature => ({
  presses: {
    // Ticking is no answer yet; the ticks travel with the press.
    team_where: () => Promise.resolve('ticked'),
    team_found: answered(deps, 'found'),
    team_nothing: answered(deps, 'not_found'),
    team_not_ours: answered(deps, 'not_ours'),
  },
  forms: { [roundFormId]: sendForm(deps), [teamSearchFormId]: answerForm(deps) },
});
