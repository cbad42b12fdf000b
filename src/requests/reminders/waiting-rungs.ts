/** Rungs for whoever is waited for: the person, the client, the teams that search, the second person. */
import { isClient } from '../case/case.ts';
import { addDays, type CalendarDate } from '../clock/calendar-date.ts';
import { approvalDays, clientChases, rows, searchDays, waitingDays } from './reminder-table.ts';
import { countOf, type Rung, type RungScene, repeatedRungs, rungAfter, rungOn } from './rung.ts';

export const waitingRungs = (scene: RungScene): readonly Rung[] => {
  const { request, deadline } = scene;
  if (isClient(request.right) && deadline?.due === null) {
    const chases = clientChases.days.map((days) =>
      rungOn(scene, `client+${days}`, rows.clientChase, addDays(scene.loggedOn, days), scene.loggedOn),
    );
    const late = addDays(scene.loggedOn, clientChases.lateDays);
    return [
      ...chases,
      rungOn(scene, `client+${clientChases.lateDays}`, rows.clientLate, late, scene.loggedOn),
    ];
  }
  if (request.waitingSince === null) return [];
  const since = scene.dayOf(request.waitingSince);
  const long = waitingDays.longCalendarDays;
  const waits = request.state !== 'in_progress';
  return [
    rungAfter(scene, 'waiting', rows.waitingOwner, since, waitingDays.owner),
    ...waitingDays.chasers.map((days) => rungAfter(scene, 'chase', rows.chaser, since, days)),
    ...(waits ? [rungOn(scene, `paused+${long}`, rows.pausedLong, addDays(since, long), since)] : []),
  ];
};

/** For each round that somebody has not answered. */
export const searchRungs = (scene: RungScene, until: CalendarDate): readonly Rung[] => {
  const out = scene.request.asked.filter(({ result }) => result === null);
  const [first] = out.map(({ askedAt }) => askedAt).toSorted();
  return first === undefined
    ? []
    : repeatedRungs(scene, 'search', rows.searchOut, scene.dayOf(first), searchDays, until).map((rung) =>
        countOf(rung) < searchDays.long ? rung : { ...rung, row: rows.searchLong },
      );
};

export const approvalRungs = (scene: RungScene, until: CalendarDate): readonly Rung[] => {
  const { approvals, review, state } = scene.request;
  const asked = approvals
    .filter(({ status }) => status === 'pending')
    .map(({ id, askedAt }) => ({ id, askedAt }));
  const read =
    state === 'ready_for_review' && review !== null ? [{ id: 'review', askedAt: review.sentAt }] : [];
  return [...asked, ...read].flatMap(({ id, askedAt }) =>
    repeatedRungs(scene, `approval:${id}`, rows.approval, scene.dayOf(askedAt), approvalDays, until),
  );
};
