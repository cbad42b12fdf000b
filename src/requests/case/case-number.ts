/** Case numbers people can say on the phone: DSR-2026-0001, CMP-… for complaints, CLT-… for client terminations. */
import type { Right } from '../clock/rights.ts';

export type CaseSeries = 'DSR' | 'CMP' | 'CLT';

const pattern = /^(DSR|CMP|CLT)-(\d{4})-(\d{4,})$/;

export const seriesOf = (right: Right): CaseSeries =>
  right === 'complaint'
    ? 'CMP'
    : right === 'client_data_deletion' || right === 'client_information_retention'
      ? 'CLT'
      : 'DSR';

/** Accepts what people type: lower case, stray blanks, missing zeros. Null when it is no case number. */
export const readCaseNumber = (
  typed: string,
): {
  readonly number: string;
  readonly series: CaseSeries;
  readonly year: number;
  readonly sequence: number;
} | null => {
  const tidy = /^\s*(DSR|CMP|CLT)\s*-?\s*(\d{4})\s*-\s*(\d{1,9})\s*$/i.exec(typed);
  if (!tidy) return null;
  const [, letters = '', year = '', digits = ''] = tidy;
  const series = (['DSR', 'CMP', 'CLT'] as const).find((each) => each === letters.toUpperCase());
  const sequence = Number(digits);
  if (!series || sequence < 1) return null;
  const number = `${series}-${year}-${String(sequence).padStart(4, '0')}`;
  return pattern.test(number) ? { number, series, year: Number(year), sequence } : null;
};
