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
import type { Gesture, Outcome, Press, Reply, Typed } from './bolt/interaction.ts';
import { type Opening, openSoon } from './bolt/open-soon.ts';
import type { Parts } from './dependencies.ts';

/** The case as this person may see it now; `news` is what they have just done. */
export const caseOpening = async (
  parts: Parts,
  number: string,
  user: string,
  news: string | null = null,
): Promise<Opening> => {
  const page = await casePage(parts.cases, number, user);
  if (!page.ok) return { instead: refusalNotice(page, parts.cases.defaults.timeZone) };
  return {
    view:
      page.sees === 'case'
        ? caseView({ seen: page, face: page.face, news, fresh: parts.newId() })
        : taskView(page.number, page.right, page.tasks, news),
  };
};

/** Redraws the case in an open form; whoever may not see it any more reads so there. */
export const redrawCase = async (
  parts: Parts,
  view: string,
  number: string,
  user: string,
  news: string | null,
): Promise<void> => {
  const opening = await caseOpening(parts, number, user, news);
  await parts.slack.updateView(
    { id: view },
    'view' in opening ? opening.view : noticeView('Privacy Assistant', opening.instead),
  );
};

const openNumber = async (
  parts: Parts,
  reply: Reply & { readonly user: string },
  given: string,
): Promise<Outcome> => {
  const read = readCaseNumber(given);
  if (read === null) {
    await reply.privately(noNumberNotice());
    return 'refused';
  }
  return openSoon(parts, reply, () => caseOpening(parts, read.number, reply.user));
};

const listOpening = async (parts: Parts, user: string, page = 0, word = 'all'): Promise<Opening> => {
  const found = await openFaces(parts.cases, user);
  if (!found.ok) return { instead: refusalNotice(found, parts.cases.defaults.timeZone) };
  const filter = readCaseFilter(word);
  const shown = found.faces.filter(fitsFilter(filter, user));
  return { view: caseListView({ all: found.faces, shown, filter, page }) };
};

const openList =
  (parts: Parts) =>
  (reply: Reply & { readonly user: string }): Promise<Outcome> =>
    openSoon(parts, reply, () => listOpening(parts, reply.user));

/** Turns a page of the list, or filters it, in the form where it stands. */
const redrawList =
  (parts: Parts, read: (value: string) => readonly [page: number, filter: string]) =>
  async (press: Press): Promise<Outcome> => {
    const opening = await listOpening(parts, press.user, ...read(press.value));
    if ('instead' in opening || press.view === null) {
      if ('instead' in opening) await press.privately(opening.instead);
      return 'refused';
    }
    await parts.slack.updateView({ id: press.view.id, hash: press.view.hash }, opening.view);
    return 'turned';
  };

type Page = Extract<Awaited<ReturnType<typeof casePage>>, { readonly sees: 'case' }>;

/** A further page of a case: only for whoever may see all of it. */
const further = async (
  parts: Parts,
  press: Press,
  number: string,
  draw: (page: Page) => ModalView,
  where: 'on top' | 'in place',
): Promise<Outcome> => {
  const page = await casePage(parts.cases, number, press.user);
  if (!page.ok || page.sees !== 'case') {
    await press.privately(
      refusalNotice(page.ok ? { code: 'team_only', facts: {} } : page, parts.cases.defaults.timeZone),
    );
    return 'refused';
  }
  const view = draw(page);
  if (where === 'in place' && press.view !== null)
    await parts.slack.updateView({ id: press.view.id, hash: press.view.hash }, view);
  else await press.open(view);
  return 'shown';
};

/** The list of cases and one case: `/privacy cases`, `/privacy case DSR-…`, and every *Open case*. */
export const openingCases = (parts: Parts): Gesture => {
  const open = (press: Press): Promise<Outcome> => openNumber(parts, press, press.value);
  return {
    words: {
      cases: { takes: null, handle: openList(parts) },
      case: {
        takes: /^(?:(?:DSR|CMP|CLT)[\s-]*\d|#?\d+$)/i,
        handle: (typed: Typed) => openNumber(parts, typed, typed.text),
      },
    },
    presses: {
      menu_cases: openList(parts),
      open_case: open,
      cases_page: redrawList(parts, (value) => {
        const [page = '0', filter = 'all'] = value.split(' ');
        return [Number(page) || 0, filter];
      }),
      cases_filter: redrawList(parts, (filter) => [0, filter]),
      case_history: (press) => further(parts, press, press.value, (page) => historyView(page, 0), 'on top'),
      history_page: (press) => {
        const [number = '', page = '0'] = press.value.split(' ');
        return further(parts, press, number, (seen) => historyView(seen, Number(page) || 0), 'in place');
      },
      case_why: (press) => further(parts, press, press.value, whyNotView, 'on top'),
    },
  };
};
