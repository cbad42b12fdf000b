import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import type { Unit } from '../../../src/knowledge/policy/policy.ts';
import {
  kindsAsked,
  readAskedKinds,
  statedKinds,
  statesAfresh,
} from '../../../src/knowledge/rank/asked-kinds.ts';

const known = readAskedKinds(await readFile(join(projectRoot, 'data/knowledge/asked-kinds.yaml'), 'utf8'));

const unit = (text: string): Unit => ({
  id: 'p:0',
  policy: 'p',
  kind: 'sentence',
  text,
  start: 0,
  end: text.length,
  section: '',
  path: [],
  leadIn: null,
  header: null,
  group: null,
  block: 'b',
  within: null,
});

const states = (question: string, text: string): boolean => {
  const asked = kindsAsked(known, question);
  const wanted = asked.reduce((bits, kind) => bits | (1 << known.indexOf(kind)), 0);
  const passage = unit(text);
  return (
    ((statedKinds(known, [passage])[0] ?? 0) & wanted) === wanted && statesAfresh(asked, passage, question)
  );
};

it.each([
  ['who is allowed to watch the yard cameras?', 'viewer'],
  ['who collects the grey sacks?', 'doer'],
  ['do callers get told that we record?', 'telling'],
  ['can I refuse a bag check?', 'choice'],
  ['which documents do we accept from a new client?', 'proof'],
  ['what pass mark do starters need?', 'level'],
  ['are our laptops encrypted?', 'encryption'],
])('knows what kind of answer is wanted: %s', (question, kind) => {
  expect(kindsAsked(known, question).map(({ name }) => name)).toContain(kind);
});

it.each([
  ['who may watch the yard cameras?', 'Cameras cover the yard and the gates.', false],
  ['who may watch the yard cameras?', 'Pictures of the yard may be watched by the night desk.', true],
  ['can I refuse a bag check?', 'Bag checks are picked at random.', false],
  ['can I refuse a bag check?', 'A driver may decline a bag check.', true],
  [
    'which contractors are on the Fixwell app?',
    'Repair contractors get the address through the app Fixwell.',
    false,
  ],
  ['which agency runs the checks?', 'The checks are run for us by Harrow Vetting.', true],
])('tells a passage that states it from one that is only near: %s · %s', (question, text, expected) => {
  expect(states(question, text)).toBe(expected);
});
