/** What the law of a regime gives to sentences for staff: amounts in its currency, its grounds, its period to acknowledge in. */
import type { CalendarDate } from './calendar-date.ts';
import { lengthInWords } from './explain-parts.ts';
import { type HolidayTable, regimeOf } from './holidays.ts';
import { type RegimeData, rowFor } from './regime.ts';

/** In the currency of the regime: "£15.00". `pence` are hundredths; a regime that the data no longer knows has no currency. */
export const moneyIn = (law: HolidayTable, regime: string, pence: number): string => {
  const { currency } = regimeOf(law, regime)?.grounds.letters ?? { currency: '' };
  return `${currency}${(pence / 100).toFixed(2)}`;
};

const wordsOf = ({ grounds: { refusal, exemptions, restriction } }: RegimeData, id: string) =>
  [...refusal, ...exemptions, ...restriction].find((ground) => ground.id === id && ground.words !== undefined)
    ?.words;

/** A ground in the middle of a sentence, by its id; undefined where no law of the table words it. A case can have been moved to another regime since. */
export const groundInWords = (law: HolidayTable, regime: string, id: string): string | undefined => {
  const own = regimeOf(law, regime);
  const all = own === undefined ? Object.values(law.regimes) : [own, ...Object.values(law.regimes)];
  return all.map((one) => wordsOf(one, id)).find((words) => words !== undefined);
};

/** "30 days"; undefined where the law sets no period to acknowledge a complaint in. */
export const acknowledgeWithin = (
  { acknowledge }: RegimeData,
  received: CalendarDate,
): string | undefined => {
  const { within } = rowFor(acknowledge, received);
  return within === undefined ? undefined : lengthInWords(within);
};
