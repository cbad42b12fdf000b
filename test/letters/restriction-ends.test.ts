import { describe, expect, it } from 'vitest';
import { tellsRestrictionEnds } from '../../src/letters/restriction-ends.ts';

describe('whether a letter tells that the restriction ends', () => {
  it.each([
    'While we decided, the use of the data in question was restricted. That ends with this letter.',
    'This was done on 3 May. While we checked, the use of the data in question was restricted. That ends with this letter.',
    'The restriction is lifted today.',
    'Your data is no longer restricted.',
    'The restriction of your data ends on 1 June 2026.',
    'Since 3 May the use of some of your data has been restricted. This is now over.',
    'We write before anything changes. The restriction will be lifted on 1 June 2026.',
    'We have decided to lift the restriction on 1 June 2026.',
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
    'We will inform you when the restriction is lifted.',
    'You will hear from us in advance of the day on which the restriction ends.',
    'If the restriction ends, we write to you again.',
    'The restriction will be lifted once the dispute is over.',
    'The use of the data is restricted: we no longer need it, and you need it for a claim.',
    'The restriction lasts to the end of the dispute.',
    'The restriction cannot be lifted now.',
    'The restriction hasn’t been lifted.',
    'You asked us to lift the restriction.',
    'We refuse to lift the restriction.',
    'The restriction has been in place for over a month.',
    'While we decided, the use of the data was restricted. It never ended.',
  ])('no: %s', (text) => {
    expect(tellsRestrictionEnds(`Dear Madam,\n\n${text}\n\nYours`)).toBe(false);
  });
});
