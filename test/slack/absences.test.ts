import { describe, expect, it } from 'vitest';
import { saysAway } from '../../src/slack/absence-phrases.ts';

describe('a Slack status', () => {
  it.each([
    'A/L until 7 Dec',
    'Out of the office',
    'out of office, back Monday',
    'OOO',
    'Mat leave',
    'Maternity leave until June',
    'Shared parental leave',
    'PTO',
    'On holiday until the bank holiday',
    'Annual leave 🏖️',
    'Off sick today',
    'on leave',
    'Carer’s leave',
    'Vacationing',
    'Jury duty? on jury service all week',
  ])('says that somebody is away: %s', (status) => {
    expect(saysAway(status)).toBe(true);
  });

  it.each([
    '',
    'In a meeting',
    'Back from holiday!',
    'Back after annual leave, slow to reply',
    'Bank holiday cover',
    'Holiday cover for accounts',
    'Covering for Sam’s annual leave',
    'Planning the holiday rota',
    'Not on leave, just quiet',
    'Last week before holiday',
    'Sick of meetings',
    'all/left/right',
    'Working remotely',
    'Lunch',
  ])('says nothing of an absence: %s', (status) => {
    expect(saysAway(status)).toBe(false);
  });
});
