/** What somebody has to look at each January, or when a year is over: tables, states of the law and authorities that may be out of date. */
import { addMonths, type CalendarDate, yearOf } from './calendar-date.ts';
import type { HolidayTable } from './holidays.ts';
import type { RegimeData } from './regime.ts';

export type ReviewItem = {
  readonly regime: string;
  /** A place, "law" or "authority of …". */
  readonly about: string;
  readonly problem: string;
  readonly fix: string;
};

const inThis = (date: CalendarDate | null, today: CalendarDate): boolean =>
  date !== null && yearOf(date) >= yearOf(today);

/** From December on, and in the January after, the next year's list is the one to look for. */
const placeItems = (table: HolidayTable, today: CalendarDate): readonly ReviewItem[] =>
  Object.entries(table.jurisdictions).flatMap(([id, place]): readonly ReviewItem[] => {
    const base = { regime: place.regime, about: id };
    const fix = `Hold data/calendars/${place.regime}.json against the published list, put days it lacks into overrides.json, and set "compared" in data/regimes/${place.regime}/places.yaml.`;
    const compared: readonly ReviewItem[] =
      place.compared === null
        ? [{ ...base, problem: `never compared with a published list (from ${place.source})`, fix }]
        : inThis(place.compared, today)
          ? []
          : [{ ...base, problem: `last compared on ${place.compared}, before this year began`, fix }];
    const ends: readonly ReviewItem[] =
      place.publishedTo <= yearOf(today)
        ? [
            {
              ...base,
              problem: `days after ${place.publishedTo} are projected`,
              fix: `Look for the new list (${place.source}) and raise "published_to".`,
            },
          ]
        : [];
    return [...compared, ...ends];
  });

const regimeItems = (regime: RegimeData, today: CalendarDate): readonly ReviewItem[] => {
  const old = addMonths(regime.checked, 12) < today;
  const law: readonly ReviewItem[] = old
    ? [
        {
          regime: regime.id,
          about: 'law',
          problem: `the state of the law is that of ${regime.checked}`,
          fix: `Read the sources named in data/regimes/${regime.id} again and set "checked".`,
        },
      ]
    : [];
  const newest = regime.answer.at(-1)?.evidence;
  const unread: readonly ReviewItem[] =
    newest === undefined || newest === 'read'
      ? []
      : [
          {
            regime: regime.id,
            about: 'sources of the law',
            problem:
              'its clock was read through others (translations, notes, guidance), never in the text itself',
            fix: `Read the sources named in data/regimes/${regime.id}/regime.yaml and set "evidence: read".`,
          },
        ];
  const stale = Object.entries(regime.grounds.authorities).filter(
    ([, { checked }]) => checked === null || addMonths(checked, 12) < today,
  );
  return [
    ...law,
    ...unread,
    ...stale.map(([place, { checked, web }]) => ({
      regime: regime.id,
      about: place === 'default' ? 'authority' : `authority of ${place}`,
      problem: checked === null ? 'never held against its own page' : `last looked at on ${checked}`,
      fix: `Look at ${web} and set "checked" in data/regimes/${regime.id}/grounds.yaml.`,
    })),
  ];
};

/** Everything that is due for a look on that day, places first. */
export const lawReview = (table: HolidayTable, today: CalendarDate): readonly ReviewItem[] => [
  ...placeItems(table, today),
  ...Object.values(table.regimes).flatMap((regime) => regimeItems(regime, today)),
];
