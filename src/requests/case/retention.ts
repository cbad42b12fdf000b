/** How long the register keeps its own cases (house rule until management decides: the policy sets no period). */
import type { Case } from './case.ts';

export type Retention = { readonly years: 3 | 6; readonly why: string; readonly bundleMonths: 12 | null };

/** Six years where a claim could follow (limitation), three otherwise; a disclosed bundle is kept for twelve months. */
export const retentionOf = (request: Case): Retention => {
  const bundleMonths =
    (request.right === 'access' || request.right === 'portability') &&
    (request.outcome === 'full' || request.outcome === 'partial')
      ? 12
      : null;
  if (request.right === 'complaint') return { years: 6, why: 'a complaint', bundleMonths };
  if (request.outcome === 'refused' || request.outcome === 'partial')
    return { years: 6, why: 'refused in whole or in part', bundleMonths };
  if (request.hold) return { years: 6, why: 'a dispute is possible', bundleMonths };
  return { years: 3, why: 'the usual time after closing', bundleMonths };
};

/** The same date so many months later; 29 February becomes the last day of February. Dates are YYYY-MM-DD. */
export const monthsLater = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const last = m === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
};
