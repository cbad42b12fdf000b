import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { verdictReader } from '../../../src/knowledge/answer/verdict.ts';
import { readThesaurus } from '../../../src/knowledge/rank/thesaurus.ts';

const thesaurus = readThesaurus(await readFile(join(projectRoot, 'data/knowledge/thesaurus.yaml'), 'utf8'));
const read = verdictReader(thesaurus, {});
const verdict = (question: string, quote: string, given: { leadIn?: string; limited?: boolean } = {}) =>
  read({ question, quote, leadIn: '', trusted: false, limited: false, ...given });

it.each([
  ['Can we post pictures of children?', 'We must not post pictures of children.', 'no'],
  ['do the cameras record sound', 'Our cameras do not record sound.', 'no'],
  ['may drivers keep a pass', 'A driver may keep a pass.', 'yes'],
  ['may drivers keep a pass', 'A driver may keep a pass only if the photograph is torn.', 'depends'],
  ['can a manager open the mailbox', 'The manager may open a mailbox when its owner is absent.', 'depends'],
])('reads from the quoted words: %s · %s', (question, quote, expected) => {
  expect(verdict(question, quote)).toBe(expected);
});

it.each([
  ['who may see the pictures?', 'The manager may see the pictures.', 'it asks who'],
  ["aren't the cameras recording sound?", 'Our cameras do not record sound.', 'it is turned round'],
  ['can everyone see all the pictures?', 'The manager may see the pictures.', 'it asks of all'],
  ['may drivers keep a parcel', 'A driver must not smoke on the bus.', 'something else is forbidden'],
  ['do we sell passenger names', 'Passenger names are kept for a year.', 'nothing is said of selling'],
])('is not certain of “%s” beside “%s”: %s', (question, quote) => {
  expect(verdict(question, quote)).toBeNull();
});

it('is no flat yes where something further that is quoted limits it', () => {
  expect(verdict('may drivers keep a pass', 'A driver may keep a pass.', { limited: true })).toBe('depends');
});
