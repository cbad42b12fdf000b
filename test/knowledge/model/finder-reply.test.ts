import { expect, it } from 'vitest';
import { readReply } from '../../../src/knowledge/model/finder-reply.ts';

const reply = '{"outcome":"answered","units":[{"id":"u1","words":"we keep it"}],"verdict":"no","lacks":null}';
const read = { outcome: 'answered', units: [{ id: 'u1', words: 'we keep it' }], verdict: 'no', lacks: null };

it.each<readonly [string, string]>([
  ['bare', reply],
  ['in a fence', `\`\`\`json\n${reply}\n\`\`\``],
  ['after thoughts', `<think>{"outcome":"silent"} is wrong</think>\n${reply}`],
  ['after thoughts that were opened elsewhere', `it says {"units":[]} …</think>${reply}`],
  ['with prose around it', `Certainly! Here it is: ${reply} I hope that this helps {well}.`],
  ['after an object of another shape', `{"note":"thinking"}\n${reply}`],
  [
    'spelt loosely',
    reply.replace('"answered"', '"Answered"').replace('"no"', '"No"').replace('"u1"', '"[u1]"'),
  ],
  ['with further fields', reply.replace('{"outcome"', '{"confidence":0.9,"outcome"')],
])('reads a reply %s', (_, content) => {
  expect(readReply(content)).toEqual(read);
});

it('is content without verdict, lacks and units', () => {
  expect(readReply('{"outcome":"out of scope"}')).toEqual({
    outcome: 'out_of_scope',
    units: [],
    verdict: null,
    lacks: null,
  });
});

it('takes six units at most, and a verdict that is none for none', () => {
  const units = Array.from({ length: 50 }, (_, at) => ({ id: at, words: 'x' }));
  const many = JSON.stringify({ outcome: 'answered', units, verdict: 'perhaps', lacks: 'null' });
  expect(readReply(many)).toMatchObject({ verdict: null, lacks: null });
  expect(readReply(many)?.units).toHaveLength(6);
});

it.each([
  '',
  'The operations team.',
  '{"outcome":"maybe"}',
  '{"outcome":"answered","units":[{',
  '[]',
  '{{{{{'.repeat(9_000),
])('reads nothing where there is nothing to read: %#', (content) => {
  expect(readReply(content)).toBeNull();
});
