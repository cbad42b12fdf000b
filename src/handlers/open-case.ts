/** Opens lists and cases in forms. */
import type { ModalView } from '@slack/types';
import { fitsFilter, readCaseFilter } from '../flows/cases/case-filter.ts';
import { casePage, openFaces } from '../flows/cases/case-page.ts';
import { myDesk } from '../flows/cases/my-desk.ts';
import { readCaseNumber } from '../requests/case/case-number.ts';
import { historyLetterView, historyView } from '../views/cases/case-history.ts';
import { caseListId, caseListView } from '../views/cases/case-list.ts';
import { noNumberNotice, refusalNotice } from '../views/cases/case-notices.ts';
import { type CasePlace, placeAt, readCasePlace, unfoldings } from '../views/cases/case-place.ts';
import { taskView } from '../views/cases/case-tasks.ts';
import { caseView } from '../views/cases/case-view.ts';
import { whyNotView } from '../views/cases/case-why.ts';
import { ownWorkMessage } from '../views/cases/own-work.ts';
import { noticeView } from '../views/notice.ts';
import type { Feature, InteractionOutcome, Press, Reply, TypedCommand } from './bolt/interaction.ts';
import { type Opening, openSoon } from './bolt/open-soon.ts';
import type { Dependencies } from './dependencies.ts';
import { questionOpening } from './team-search.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'after' | 'cases' | 'drafts' | 'newId' | 'slack' | 'whoCan'>;

/** The case as this person may see it now; `news` is what they have just done. */
export const caseOpening = async (
  deps: Takes,
  place: CasePlace,
  user: string,
  news: string | null = null,
): Promise<Opening> => {
  const page = await casePage(deps.cases, place.number, user);
  if (!page.ok) return { instead: refusalNotice(page, deps.cases.defaults.timeZone, await deps.whoCan()) };
  if (page.sees === 'search') return questionOpening(deps, page, user);
  return {
    view:
      page.sees === 'case'
        ? caseView({ seen: page, face: page.face, unheard: page.unheard, news, fresh: deps.newId(), place })
        : taskView(page, news),
  };
};

/** Redraws the case in an open form, and the list beneath it; whoever may not see it any more reads so there. */
export const redrawCase = async (
  deps: Takes,
  view: string,
  place: CasePlace,
  user: string,
  news: string | null,
): Promise<void> => {
  const opening = await caseOpening(deps, place, user, news);
  await deps.slack.updateView(
    { id: view },
    'view' in opening ? opening.view : noticeView('Privacy Assistant', opening.instead),
  );
  if (place.list === null || news === null) return;
  const list = await listOpening(deps, user, place.list.page, place.list.filter);
  if ('view' in list) await deps.slack.updateView({ id: place.list.view }, list.view);
};

/** The list that something was pressed in. */
const listUnder = (press: Press): CasePlace['list'] => {
  if (press.view?.callback_id !== caseListId) return null;
  const [filter = 'all', page = '0'] = press.view.private_metadata.split(' ');
  return { view: press.view.id, filter, page: Number(page) || 0 };
};

const openNumber = async (
  deps: Takes,
  reply: Reply & { readonly user: string },
  given: string,
  list: CasePlace['list'] = null,
): Promise<InteractionOutcome> => {
  const read = readCaseNumber(given);
  if (read === null) {
    await reply.privately(noNumberNotice());
    return 'refused';
  }
  return openSoon(deps, reply, () => caseOpening(deps, { ...placeAt(read.number), list }, reply.user));
};

const listOpening = async (deps: Takes, user: string, page = 0, word = 'all'): Promise<Opening> => {
  const found = await openFaces(deps.cases, user);
  if (!found.ok) {
    const own = ownWorkMessage(await myDesk(deps.cases, user));
    return { instead: own ?? refusalNotice(found, deps.cases.defaults.timeZone, await deps.whoCan()) };
  }
  const filter = readCaseFilter(word);
  const shown = found.faces.filter(fitsFilter(filter, user));
  return { view: caseListView({ all: found.faces, shown, filter, page }) };
};

const openList =
  (deps: Takes) =>
  (reply: Reply & { readonly user: string }): Promise<InteractionOutcome> =>
    openSoon(deps, reply, () => listOpening(deps, reply.user));

/** Turns a page of the list, or filters it, in the form where it stands. */
const redrawList =
  (deps: Takes, read: (value: string) => readonly [page: number, filter: string]) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const opening = await listOpening(deps, press.user, ...read(press.value));
    if ('instead' in opening || press.view === null) {
      if ('instead' in opening) await press.privately(opening.instead);
      return 'refused';
    }
    await deps.slack.updateView({ id: press.view.id, hash: press.view.hash }, opening.view);
    return 'turned';
  };

type OpenedPage = Extract<Awaited<ReturnType<typeof casePage>>, { readonly sees: 'case' }>;

/** A further page of a case: only for whoever may see all of it. */
const further = async (
  deps: Takes,
  press: Press,
  number: string,
  draw: (page: OpenedPage) => ModalView,
  where: 'on top' | 'in place',
): Promise<InteractionOutcome> => {
  const page = await casePage(deps.cases, number, press.user);
  if (!page.ok || page.sees !== 'case') {
    await press.privately(
      refusalNotice(
        page.ok ? { code: 'team_only', facts: {} } : page,
        deps.cases.defaults.timeZone,
        await deps.whoCan(),
      ),
    );
    return 'refused';
  }
  const view = draw(page);
  if (where === 'in place' && press.view !== null)
    await deps.slack.updateView({ id: press.view.id, hash: press.view.hash }, view);
  else await press.open(view);
  return 'shown';
};

/** Unfolds a part of the case in the form where it stands, or folds it again. */
const fold =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const place = readCasePlace(press.view?.private_metadata ?? '');
    const wanted = unfoldings.find((known) => known === press.value) ?? null;
    if (place === null || press.view === null) return 'gone';
    const next = { ...place, unfolded: place.unfolded === wanted ? null : wanted };
    await redrawCase(deps, press.view.id, next, press.user, null);
    return 'folded';
  };

/** The list of cases and one case: `/privacy cases`, `/privacy case DSR-…`, and every *Open case*. */
export const openingCases = (deps: Takes): Feature => {
  const open = (press: Press): Promise<InteractionOutcome> =>
    openNumber(deps, press, press.value, listUnder(press));
  return {
    words: {
      cases: { takes: null, handle: openList(deps) },
      case: {
        takes: /^(?:(?:DSR|CMP|CLT)[\s-]*\d|#?\d+$)/i,
        handle: (typed: TypedCommand) => openNumber(deps, typed, typed.text),
      },
    },
    presses: {
      menu_cases: openList(deps),
      open_case: open,
      cases_page: redrawList(deps, (value) => {
        const [page = '0', filter = 'all'] = value.split(' ');
        return [Number(page) || 0, filter];
      }),
      cases_filter: redrawList(deps, (filter) => [0, filter]),
      case_history: (press) => further(deps, press, press.value, (page) => historyView(page, 0), 'on top'),
      history_page: (press) => {
        const [number = '', page = '0'] = press.value.split(' ');
        return further(deps, press, number, (seen) => historyView(seen, Number(page) || 0), 'in place');
      },
      history_letter: (press) => {
        const [number = '', at = ''] = press.value.split(' ');
        return further(deps, press, number, (seen) => historyLetterView(seen, Number(at)), 'on top');
      },
      case_fold: fold(deps),
      case_why: (press) => further(deps, press, press.value, whyNotView, 'on top'),
    },
  };
};
