/** Every action on a case: its button and its form. */

import { none } from '../flows/cases/case-action-row.ts';
import { caseActionRows, isWorkAction, type WorkAction } from '../flows/cases/case-action-rows.ts';
import { caseForForm, doCaseAction } from '../flows/cases/do-case-action.ts';
import { today } from '../flows/cases/intake-moment.ts';
import { readCaseNumber } from '../requests/case/case-number.ts';
import { isCaseAction, rules } from '../requests/decisions/case-actions.ts';
import { gate } from '../requests/decisions/gate.ts';
import { carried } from '../views/carried.ts';
import {
  caseActionForm,
  caseActionFormId,
  type FormPlace,
  formPlace,
} from '../views/cases/case-action-form.ts';
import { doneNotice, refusalNotice, whyNot } from '../views/cases/case-notices.ts';
import { placeAt } from '../views/cases/case-place.ts';
import { doneWords } from '../views/cases/done-words.ts';
import { noticeView, unknownActionNotice } from '../views/notice.ts';
import type { Feature, InteractionOutcome, Press, Submission } from './bolt/interaction.ts';
import { type Opening, openSoon } from './bolt/open-soon.ts';
import type { Dependencies } from './dependencies.ts';
import { kept } from './form-drafts.ts';
import { letterFor } from './letter-of-action.ts';
import { caseOpening } from './open-case.ts';
import { openLetters } from './open-letters.ts';
import { openRound } from './search-round.ts';
import { caseUnder, redrawUnder, showDone } from './under-case.ts';

/** What this feature uses of the whole. */
type Takes = Pick<
  Dependencies,
  'after' | 'canHoldWork' | 'cases' | 'clock' | 'drafts' | 'letters' | 'newId' | 'slack' | 'whoCan'
>;

type WantedAction = { readonly action: WorkAction; readonly number: string; readonly about: string };

/** Reads `<action> <number> <task or proposal>`; null for anything else, whoever sent it. */
const wantedBy = (value: string): WantedAction | null => {
  const [action = '', number = '', about = ''] = value.split(' ');
  const read = readCaseNumber(number);
  return isWorkAction(action) && read !== null ? { action, number: read.number, about } : null;
};

const formFor = async (deps: Takes, press: Press, wanted: WantedAction): Promise<Opening> => {
  const { action, number, about } = wanted;
  const zone = deps.cases.defaults.timeZone;
  const found = await caseForForm(deps.cases, { ...wanted, user: press.user });
  if (!found.ok) return { instead: refusalNotice(found, zone) };
  const { seen } = found;
  const shut = gate(action, seen.request, seen.moment);
  if (shut !== null) return { instead: refusalNotice(shut, zone) };
  const row = caseActionRows[action];
  const place: FormPlace = {
    action,
    number,
    about,
    entry: deps.newId(),
    openedAt: deps.clock().toISOString(),
    ...caseUnder(press),
  };
  const form = caseActionForm({
    place,
    label: rules[action].label,
    intro: row.intro?.(seen, about) ?? [],
    reading: row.reading?.(seen, about) ?? null,
    fields: row.fields(seen, about),
    today: today(deps.cases),
  });
  return { view: await kept(deps, press.user, form) };
};

const goesOn: readonly WorkAction[] = ['take', 'reopen'];
const endsCase: readonly WorkAction[] = ['close', 'confirmStopped', 'stopAndTell'];

/** What was begun and never sent goes with the case: it holds words about the person. */
const dropDrafts = async (deps: Takes, number: string): Promise<void> => {
  for (const id of await deps.drafts.idsOf(`${number}.`)) await deps.drafts.drop(id);
};

/** Actions with nothing to fill in are done by the press itself. */
const doAtOnce = async (deps: Takes, press: Press, wanted: WantedAction): Promise<InteractionOutcome> => {
  const done = await doCaseAction(deps.cases, {
    ...wanted,
    user: press.user,
    entry: deps.newId(),
    openedAt: deps.clock().toISOString(),
    sent: {},
  });
  const under = caseUnder(press);
  if (done.ok && endsCase.includes(wanted.action)) await dropDrafts(deps, wanted.number);
  if (done.ok) {
    const news = doneWords(wanted.action, wanted.number, true);
    if (under.view !== '') await redrawUnder(deps, under, wanted.number, press.user, news);
    else if (goesOn.includes(wanted.action) || press.channel?.startsWith('D') === true) {
      // Whoever takes a case from its card or reopens it, or does a step from their message, goes on with it.
      const opening = await caseOpening(deps, placeAt(wanted.number), press.user, news);
      if ('view' in opening) await press.open(opening.view);
      else await press.privately(opening.instead);
    } else await press.privately(doneNotice(wanted.action, wanted.number));
    return `done ${wanted.action}`;
  }
  const words =
    done.code === 'refused'
      ? refusalNotice(done.refusal, deps.cases.defaults.timeZone)
      : unknownActionNotice();
  await press.privately(words);
  // What was shown is out of date, or it would not have been offered.
  await redrawUnder(deps, under, wanted.number, press.user, null);
  return 'refused';
};

/** Needs a form: fields to fill in, or words to read before deciding. */
const asksFirst = async (deps: Takes, press: Press, wanted: WantedAction): Promise<boolean> => {
  const row = caseActionRows[wanted.action];
  if (row.reading !== undefined) return true;
  if (row.fields === none) return false;
  const found = await caseForForm(deps.cases, { ...wanted, user: press.user });
  return found.ok && row.fields(found.seen, wanted.about).length > 0;
};

/** What an approver signs stands in the case, above the button that signs it: from anywhere else, that is opened first. */
const signs: readonly WorkAction[] = ['approve', 'agree'];

const showToSign = (deps: Takes, press: Press, number: string): Promise<InteractionOutcome> =>
  openSoon(deps, press, () => caseOpening(deps, placeAt(number), press.user));

const pressed =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const [named = '', given = ''] = press.value.split(' ');
    const read = readCaseNumber(given);
    if (named === 'askTeams' && read !== null) return openRound(deps, press, read.number);
    if (read !== null && isCaseAction(named)) {
      // Where a letter belongs to the action, writing it and recording it are one form.
      const letter = await letterFor(deps, press.user, read.number, named);
      if (letter !== null) return openLetters(deps, press, read.number, letter);
    }
    const wanted = wantedBy(press.value);
    if (wanted === null) {
      await press.privately(unknownActionNotice());
      return 'unknown';
    }
    if (signs.includes(wanted.action) && caseUnder(press).view === '')
      return showToSign(deps, press, wanted.number);
    if (!(await asksFirst(deps, press, wanted))) return doAtOnce(deps, press, wanted);
    const outcome = await openSoon(deps, press, () => formFor(deps, press, wanted));
    // The menu would keep showing what was chosen: the case is drawn afresh beneath the form.
    if (!press.madeRoom()) await redrawUnder(deps, caseUnder(press), wanted.number, press.user, null);
    return outcome === 'opened' ? `form ${wanted.action}` : 'refused';
  };

const givesWork: readonly WorkAction[] = ['handOver', 'assignTask'];

/** Why whoever was chosen cannot be given work; null when they can, or when Slack does not say. */
const noHolder = async (deps: Takes, action: WorkAction, to: unknown): Promise<string | null> =>
  givesWork.includes(action) && typeof to === 'string' && (await deps.canHoldWork(to)) === false
    ? 'Please choose a colleague: a bot, a guest, somebody of another company or a closed account cannot be given work.'
    : null;

const submitted =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const place = carried(formPlace, sent.view.private_metadata);
    const wanted = place === null ? null : wantedBy(`${place.action} ${place.number} ${place.about}`);
    if (place === null || wanted === null) {
      await sent.show(noticeView('Privacy Assistant', unknownActionNotice()));
      return 'unknown';
    }
    const { entry, openedAt } = place;
    const zone = deps.cases.defaults.timeZone;
    const wrongHolder = await noHolder(deps, wanted.action, sent.fields['to']);
    if (wrongHolder !== null) {
      await sent.reject({ to: wrongHolder });
      return 'refused';
    }
    const done = await doCaseAction(deps.cases, {
      ...wanted,
      user: sent.user,
      entry,
      openedAt,
      sent: sent.fields,
    });
    if (done.ok && endsCase.includes(wanted.action)) await dropDrafts(deps, wanted.number);
    if (done.ok) {
      await showDone(deps, sent, place, wanted.number, doneWords(wanted.action, wanted.number));
      return `done ${wanted.action}`;
    }
    if (done.code === 'fields') {
      await sent.reject(done.errors);
      return 'refused';
    }
    if (done.field !== null) await sent.reject({ [done.field]: whyNot(done.refusal, zone) });
    else await sent.show(noticeView('Not possible now', refusalNotice(done.refusal, zone)));
    return 'refused';
  };

/** *Approve* in a message to an approver. The message itself then says what came of it. */
const approveFromMessage =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const wanted = wantedBy(press.value);
    if (wanted !== null && signs.includes(wanted.action)) return showToSign(deps, press, wanted.number);
    await press.privately(unknownActionNotice());
    return 'unknown';
  };

/** Every action on a case: its button or menu entry, and its form. */
export const workingCases = (deps: Takes): Feature => ({
  presses: { case_do: pressed(deps), approve_read: approveFromMessage(deps) },
  forms: { [caseActionFormId]: submitted(deps) },
});
