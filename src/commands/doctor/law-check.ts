/** Checks of the clock and of the law that new cases are logged under. */
import { readHolidayTable } from '../../base/calendars.ts';
import type { Config } from '../../base/config.ts';
import { acceptedPlace } from '../../requests/clock/holidays.ts';
import { lawReview } from '../../requests/clock/law-review.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { type Check, error, fine, warning, why } from './check.ts';

export const checkTime = ({ clock, timeZone, jurisdiction, reminderTime }: Config, now: Date): Check => {
  const local = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(
    now,
  );
  return clock === null
    ? fine('clock', `It is ${local} (${timeZone}); ${jurisdiction}; reminders at ${reminderTime}.`)
    : warning(
        'clock',
        `CLOCK is set: the bot believes it is ${local} (${timeZone}).`,
        'Remove CLOCK before real work.',
      );
};

/** Of the place and the regime that new cases are logged under. */
export const checkLaw = ({ regime, jurisdiction }: Config, now: Date): Check => {
  try {
    const table = readHolidayTable();
    const review = lawReview(table, localDate(now, 'UTC'));
    const due = review.filter(
      (item) =>
        item.about === jurisdiction ||
        (item.regime === regime && ['law', 'sources of the law'].includes(item.about)),
    );
    // Told, but no warning: the address of an authority is data that everybody starts with.
    const authority = review.find(
      (item) => item.regime === regime && [`authority of ${jurisdiction}`, 'authority'].includes(item.about),
    );
    if (acceptedPlace(table, regime, jurisdiction) !== jurisdiction)
      return error(
        'law',
        `JURISDICTION ${jurisdiction} is no place of REGIME ${regime}.`,
        'Set both to match; npx privacy calendars lists the places of each regime.',
      );
    return due.length === 0
      ? fine(
          'law',
          `${Object.keys(table.regimes).join(', ')}; holiday table ${table.version}.${authority === undefined ? '' : ` ${authority.about} (${regime}): ${authority.problem}; see npx privacy calendars.`}`,
        )
      : warning(
          'law',
          due.map(({ about, problem }) => `${about}: ${problem}.`).join(' '),
          'Run: npx privacy calendars',
        );
  } catch (problem) {
    return error(
      'law',
      problem instanceof Error ? problem.message : why(problem),
      'Mend the files that are named.',
    );
  }
};
