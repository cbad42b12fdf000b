import { expect, it } from 'vitest';
import { limitsAnother } from '../../../src/knowledge/answer/limits.ts';

const PASSES = 'Copies of a passport are kept for 60 days after delivery.';

it.each([
  [
    'how long do we keep a passport copy?',
    PASSES,
    'By way of exception, a passport copy is kept for a year where customs ask for it.',
  ],
  [
    'how long do we keep the file of a helper?',
    'The helper file is kept for 2 years after the last shift.',
    'The 2-year rule for helpers does not apply after an accident.',
  ],
  [
    'are request bodies logged?',
    'The body of a request is not logged.',
    'Despite section 5, request bodies are logged in the test mode.',
  ],
])('an exception to what is quoted on what is asked limits it: %s', (question, first, other) => {
  expect(limitsAnother(first, other, question, 'elsewhere')).toBe(true);
});

it.each([
  [
    'another thing with a limit of its own',
    'may a shop keep the blue forms?',
    'Shops do not keep blue forms: they go to the centre.',
    'Recordings wipe themselves in the shops, unless a clip has been saved.',
  ],
  [
    'the same thing, of which it says something else',
    'who may export footage?',
    'Only the evidence room may export footage of a bus.',
    'Footage of a bus is overwritten after 14 days unless it has been pulled.',
  ],
  [
    'a near thing',
    'may we remind people of the yearly hearing check?',
    'Reminders of the yearly hearing check need no consent.',
    'The result of the online hearing check is not stored unless an address is left.',
  ],
  [
    'what was not asked',
    'where are passport copies kept?',
    'Passport copies and addresses of agents lie in the safe folder.',
    'Addresses of agents lie in the open folder, except in Spain.',
  ],
])('what only stands near is no “But”: %s', (_, question, first, other) => {
  expect(limitsAnother(first, other, question, 'elsewhere')).toBe(false);
});

it('a sentence that leans on the one before limits that one alone', () => {
  const other = 'However, a list that is part of a complaint is kept longer.';
  expect(limitsAnother('Lists are deleted after two years.', other, 'how long are lists kept?', 'next')).toBe(
    true,
  );
  expect(limitsAnother('Pets are welcome.', other, 'may pets come?', 'section')).toBe(false);
});

it('takes what stands under a heading or words of exceptions for one, where it is on the thing that is asked about', () => {
  const first = 'Record Kept for CCTV footage 31 days';
  const other = 'where an incident is under investigation, CCTV clips may be kept beyond the usual period;';
  const under = 'Exceptions The following override earlier sections:';
  expect(limitsAnother(first, other, 'how long do we keep the CCTV?', 'elsewhere', under)).toBe(true);
  expect(limitsAnother(first, other, 'how long do we keep the CCTV?', 'elsewhere')).toBe(false);
  expect(
    limitsAnother('Wages are kept for 6 years.', other, 'how long are wages kept?', 'elsewhere', under),
  ).toBe(false);
});

it('a leave right after a ban limits it for whom the question names', () => {
  const ban = 'Files must not be copied to sticks.';
  const leave = 'The survey team may use one of the six locked drives.';
  expect(limitsAnother(ban, leave, 'may the surveyors take files on a stick?', 'next')).toBe(true);
  expect(limitsAnother(ban, leave, 'may a driver take files on a stick?', 'next')).toBe(false);
  expect(limitsAnother(ban, leave, 'may the surveyors take files on a stick?', 'elsewhere')).toBe(false);
});

it('limits a ban by what is granted of the same thing right after, and not by a grant of another thing', () => {
  const ban = 'Private lamps may be used in the yard, but not on the drying floor.';
  const question = 'can I use my lamp on the drying floor?';
  const grant = 'Carters may carry a lamp on the drying floor, as the hatch is unlit.';
  expect(limitsAnother(ban, grant, question, 'next')).toBe(true);
  expect(limitsAnother(ban, 'Carters may carry a knife in the yard.', question, 'next')).toBe(false);
});
