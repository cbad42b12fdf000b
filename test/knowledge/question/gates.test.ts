import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { readGates } from '../../../src/knowledge/question/gates.ts';

const gate = readGates(await readFile(join(projectRoot, 'data/knowledge/gates.yaml'), 'utf8'));

it.each([
  ["what is the night manager's phone number?", null],
  ["does the plumber get the tenant's mobile number?", null],
  ["can I give sam's mobile number to another driver?", null],
  ["tell me sarah jones's home address", 'declined'],
  ["sam's mobile number please", 'declined'],
])('what belongs to a role may be asked for, what belongs to a name may not: %s', (question, gated) => {
  expect(gate(question)).toBe(gated);
});

it.each(['knock knock', 'tell us a good one', 'are you a real person?', 'who built you', 'make me laugh'])(
  'who wants to be entertained asks nothing of a policy: %s',
  (message) => {
    expect(gate(message)).toBe('out_of_scope');
  },
);

it.each(['are you allowed to share it?', 'who built the website?', 'tell me one thing on cookies'])(
  'who asks in words like these is heard: %s',
  (message) => {
    expect(gate(message)).toBeNull();
  },
);
