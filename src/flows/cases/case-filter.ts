/** Which open cases the list shows. */
import type { CaseFace } from './case-face.ts';
import { waitsForRequester, waitsForSecondPerson } from './waits-for.ts';

export const caseFilters = [
  'all',
  'mine',
  'overdue',
  'soon',
  'untaken',
  'requester',
  'second_person',
] as const;
export type CaseFilter = (typeof caseFilters)[number];

/** `all` for a word that is none of them. */
export const readCaseFilter = (word: string): CaseFilter =>
  caseFilters.find((known) => known === word) ?? 'all';

const soonDays = 7;

/** For the person who looks. */
export const fitsFilter =
  (filter: CaseFilter, user: string) =>
  ({ owner, overdue, daysLeft, request }: CaseFace): boolean => {
    switch (filter) {
      case 'all':
        return true;
      case 'mine':
        return owner === user;
      case 'overdue':
        return overdue;
      case 'soon':
        return daysLeft !== null && daysLeft >= 0 && daysLeft <= soonDays;
      case 'untaken':
        return owner === null;
      case 'requester':
        return waitsForRequester(request);
      case 'second_person':
        return waitsForSecondPerson(request);
    }
  };
