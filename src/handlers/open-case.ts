import type { ModalView } from '@slack/types';
import { fitsFilter, readCaseFilter } from '../flows/cases/case-filter.ts';
import { casePage, openFaces } from '../flows/cases/case-page.ts';
import { readCaseNumber } from '../requests/case/case-number.ts';
import { historyView } from '../views/case-history.ts';
import { caseListView } from '../views/case-list.ts';
import { noNumberNotice, refusalNotice } from '../views/case-notices.ts';
import { taskView } from '../views/case-tasks.ts';
import { caseView } from '../views/case-view.ts';
import { whyNotView } from '../views/case-why.ts';
import { noticeView } from '../views/notice.ts';
import type { Feature, InteractionOutcome, Press, Reply, TypedCommand } from './bolt/interaction.ts';
import { type Opening, openSoon } from './bolt/open-soon.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'after' | 'cases' | 'newId' | 'slack'>;

/** The case as this person may see it now; `news` is what they have just done. */
export const caseOpening = async (
  deps: Takes,
  number: string,
  user: string,
  news: string | null = null,
): Promise<Opening> => {
  const page = await casePage(deps.cases, number, user);
  if (!page.ok) return { instead: refusalNotice(page, deps.cases.defaults.timeZone) };
  return {
    view:
      page.sees === 'case'
        ? caseView({ seen: page, face: page.face, news, fresh: deps.newId() })
        : taskView(page.number, page.right, page.tasks, news, page.company),
  };
};

/** Redraws the case in an open form; whoever may not see it any more reads so there. */
export const redrawCase = async (
  deps: Takes,
  view: string,
  number: string,
  user: string,
  news: string | null,
): Promise<void> => {
  const opening = await caseOpening(deps, number, user, news);
  await deps.slack.updateView(
    { id: view },
    'view' in opening ? opening.view : noticeView('Privacy Assistant', opening.instead),
  );
};

const openNumber = async (
  deps: Takes,
  reply: Reply & { readonly user: string },
  given: string,
): Promise<InteractionOutcome> => {
  const read = readCaseNumber(given);
  if (read === null) {
    await reply.privately(noNumberNotice());
    return 'refused';
  }
  return openSoon(deps, reply, () => caseOpening(deps, read.number, reply.user));
};

const listOpening = async (deps: Takes, user: string, page = 0, word = 'all'): Promise<Opening> => {
  const found = await openFaces(deps.cases, user);
  if (!found.ok) return { instead: refusalNotice(found, deps.cases.defaults.timeZone) };
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

type Page = Extract<Awaited<ReturnType<typeof casePage>>, { readonly sees: 'case' }>;

/** A further page of a case: only for whoever may see all of it. */
const further = async (
  deps: Takes,
  press: Press,
  number: string,
  draw: (page: Page) => ModalView,
  where: 'on top' | 'in place',
): Promise<InteractionOutcome> => {
  const page = await casePage(deps.cases, number, press.user);
  if (!page.ok || page.sees !== 'case') {
    await press.privately(
      refusalNotice(page.ok ? { code: 'team_only', facts: {} } : page, deps.cases.defaults.timeZone),
    );
    return 'refused';
  }
  const view = draw(page);
  if (where === 'in place' && press.view !== null)
    await deps.slack.updateView({ id: press.view.id, hash: press.view.hash }, view);
  else await press.open(view);
  return 'shown';
};

/** The list of cases and one case: `/privacy cases`, `/privacy case DSR-…`, and every *Open case*. */
export const openingCases = (deps: Takes): Feature => {
  const open = (press: Press): Promise<InteractionOutcome> => openNumber(deps, press, press.value);
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
      case_why: (press) => further(deps, press, press.value, whyNotView, 'on top'),
    },
  };
};
