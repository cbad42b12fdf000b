import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import { faceOf } from '../../../src/flows/cases/case-face.ts';
import {
  type CaseFilter,
  caseFilters,
  fitsFilter,
  readCaseFilter,
} from '../../../src/flows/cases/case-filter.ts';
import { isOpen } from '../../../src/requests/case/case.ts';
import { allCases, caseOf, type StoryName } from '../../support/register-stories.ts';

const parts = { clock: () => new Date('2026-09-28T10:00:00Z'), table: readHolidayTable() };
const faces = allCases()
  .filter(isOpen)
  .map((request) => faceOf(parts, request));
const found = (filter: CaseFilter, user = 'UTESS'): readonly string[] =>
  faces.filter(fitsFilter(filter, user)).map(({ number }) => number);
const numbers = (...names: readonly StoryName[]): readonly string[] =>
  names.map((name) => caseOf(name).number);

describe('the filters of the list', () => {
  it.each<[CaseFilter, readonly StoryName[]]>([
    ['requester', ['waiting for identity', 'paused']],
    ['second_person', ['extension to decide', 'with the second person']],
    ['untaken', ['not taken yet', 'complaint, not acknowledged', 'client information']],
    ['overdue', []],
  ])('%s', (filter, names) => {
    expect(found(filter)).toEqual(numbers(...names));
  });

  it('show everything, mine alone, and what is due within a week', () => {
    expect(found('all')).toHaveLength(faces.length);
    expect(found('mine')).toEqual(faces.filter(({ owner }) => owner === 'UTESS').map(({ number }) => number));
    expect(found('mine', 'USOMEBODY')).toEqual([]);
    // Due on Thu 1 October; a paused case has no date, an extended one a later one.
    expect(found('soon')).toContain(caseOf('in progress').number);
    expect(found('soon')).not.toContain(caseOf('extended').number);
  });

  it('take a word that is no filter as everything', () => {
    expect(readCaseFilter('nonsense')).toBe('all');
    for (const filter of caseFilters) expect(readCaseFilter(filter)).toBe(filter);
  });
});
