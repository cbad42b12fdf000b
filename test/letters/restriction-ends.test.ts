import { describe, expect, it } from 'vitest';
import { tellsRestrictionEnds } from '../../src/letters/restriction-ends.ts';

describe('whether a letter tells that the restriction ends', () => {
  it.each([
    'While we decided, the use of the data in question was restricted. That ends with this letter.',
    'This was done on 3 May. While we checked, the use of the data in question was restricted. That ends with this letter.',
    'The restriction is lifted today.',
    'Your data is no longer restricted.',
    'The restriction of your data ends on 1 June 2026.',
  ])('yes: %s', (text) => {
    expect(tellsRestrictionEnds(`Dear Madam,\n\n${text}\n\nYours`)).toBe(true);
  });

  it.each([
    'We refuse your objection. A second person has checked this answer.',
    'While we decided, the use of the data was restricted. A second person has checked this answer.',
    'The data stays restricted until the dispute is over.',
    'The restriction is not lifted.',
    'We tell you before the restriction is lifted.',
    'Our work on this ends with this letter.',
  ])('no: %s', (text) => {
    expect(tellsRestrictionEnds(`Dear Madam,\n\n${text}\n\nYours`)).toBe(false);
  });
});
