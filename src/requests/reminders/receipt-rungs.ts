/** Rungs after a request has come: what has to happen at once, the acknowledgement, an owner, news of a complaint. */
import { type Case, workLeft } from '../case/case.ts';
import type { CalendarDate } from '../clock/calendar-date.ts';
import {
  acknowledgeDays,
  checkDays,
  outcomeAfter,
  type RungRow,
  rows,
  unownedDays,
  updateEvery,
} from './reminder-table.ts';
import { countOf, type Rung, type RungScene, repeatedRungs, rungAfter } from './rung.ts';

/** What has to happen at once, whatever the month says: has it? */
export const checkRungs = (scene: RungScene): readonly Rung[] => {
  const { request } = scene;
  const toStop = request.right === 'direct_marketing_objection' || request.right === 'consent_withdrawal';
  const toRestrict = request.right === 'restriction' || request.right === 'objection';
  const open = toStop ? workLeft(request) : toRestrict && !request.restricted;
  const row = toStop ? rows.stopped : rows.restrictedYet;
  return open ? checkDays.map((days) => rungAfter(scene, 'check', row, scene.received, days)) : [];
};

const noAcknowledgement: readonly Case['right'][] = [
  'direct_marketing_objection',
  'consent_withdrawal',
  'client_data_deletion',
  'client_information_retention',
];

const toAcknowledge = ({ acknowledgedAt, right }: Case): boolean =>
  acknowledgedAt === null && !noAcknowledgement.includes(right);

/** What is done already is not asked for. */
export const loggedRow = (request: Case): RungRow => {
  const asks = [
    ...(request.owner === null ? ['take it'] : []),
    ...(toAcknowledge(request) ? ['acknowledge it'] : []),
  ];
  return asks.length === 0
    ? rows.logged
    : { ...rows.logged, ask: `New in the register: ${asks.join(' and ')}.` };
};

export const acknowledgeRungs = (scene: RungScene): readonly Rung[] =>
  toAcknowledge(scene.request)
    ? acknowledgeDays.map((days) => rungAfter(scene, 'acknowledge', rows.acknowledge, scene.received, days))
    : [];

export const updateRungs = (scene: RungScene, until: CalendarDate): readonly Rung[] =>
  scene.request.right === 'complaint'
    ? repeatedRungs(
        scene,
        'update',
        rows.update,
        scene.received,
        { first: updateEvery, every: updateEvery },
        until,
      ).map((rung) => (rung.name === `update+${outcomeAfter}` ? { ...rung, row: rows.outcome } : rung))
    : [];

/** Without a date nothing can be said to be late. */
const unownedRow = (days: number, dated: boolean): RungRow => {
  if (days < unownedDays.again) return rows.unowned;
  if (days < unownedDays.long) return dated ? rows.unownedAgain : rows.unownedUndated;
  return dated ? rows.unownedLong : rows.unownedLongUndated;
};

const isDated = ({ deadline }: RungScene): boolean =>
  deadline !== null && (deadline.due !== null || deadline.cautiousDue !== null);

export const unownedRungs = (scene: RungScene, until: CalendarDate): readonly Rung[] =>
  scene.request.owner === null
    ? repeatedRungs(scene, 'unowned', rows.unowned, scene.loggedOn, unownedDays, until).map((rung) => ({
        ...rung,
        row: unownedRow(countOf(rung), isDated(scene)),
      }))
    : [];
