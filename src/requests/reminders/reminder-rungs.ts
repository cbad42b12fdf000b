/** Every rung of one case, in order of time. */
import { isOpen } from '../case/case.ts';
import { type CalendarDate, parseCalendarDate } from '../clock/calendar-date.ts';
import { dateRungs } from './countdown-rungs.ts';
import { acknowledgeRungs, checkRungs, loggedRow, unownedRungs, updateRungs } from './receipt-rungs.ts';
import { rows } from './reminder-table.ts';
import { type Rung, type RungScene, rungOn } from './rung.ts';
import { approvalRungs, searchRungs, waitingRungs } from './waiting-rungs.ts';

const registerRungs = (scene: RungScene): readonly Rung[] => {
  const { deadline, loggedOn } = scene;
  const about = deadline?.due ?? deadline?.cautiousDue ?? loggedOn;
  return deadline?.flags.includes('outside_holiday_table') === true
    ? [{ name: 'beyond-holidays', row: rows.beyondHolidays, slot: '', anchor: about }]
    : [];
};

/** When an ended case is to be erased. */
const retentionRungs = (scene: RungScene): readonly Rung[] => {
  const until = parseCalendarDate(scene.request.retainUntil ?? '');
  return until === undefined ? [] : [rungOn(scene, 'retention', rows.retention, until, until)];
};

/** Up to a day, in order of time. What stood before the case was logged stands at the first civil moment after that. */
export const rungsOf = (scene: RungScene, until: CalendarDate): readonly Rung[] => {
  const { request, first, loggedOn } = scene;
  const logged: Rung = { name: 'logged', row: loggedRow(request), slot: first, anchor: loggedOn };
  const rungs = isOpen(request)
    ? [
        logged,
        ...dateRungs(scene, until),
        ...waitingRungs(scene),
        ...checkRungs(scene),
        ...acknowledgeRungs(scene),
        ...updateRungs(scene, until),
        ...unownedRungs(scene, until),
        ...approvalRungs(scene, until),
        ...searchRungs(scene, until),
        ...registerRungs(scene),
      ]
    : retentionRungs(scene);
  return rungs
    .map((rung, index) => ({ rung: rung.slot < first ? { ...rung, slot: first } : rung, index }))
    .sort((a, b) => (a.rung.slot < b.rung.slot ? -1 : a.rung.slot > b.rung.slot ? 1 : a.index - b.index))
    .map(({ rung }) => rung);
};
