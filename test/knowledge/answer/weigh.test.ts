import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { weigher } from '../../../src/knowledge/answer/weigh.ts';
import { readPolicy } from '../../../src/knowledge/policy/open-policies.ts';

const [one, other] = (await readPolicy(join(projectRoot, 'data/policies/smartxpo-privacy-notice.md'))).units;
const topicOf = new Map(['a', 'b', 'c'].map((id) => [id, { id, meaning: '', slot: '' }]));
const likely = () =>
  new Map([
    ['a', 0.4],
    ['b', 0.35],
    ['c', 0.25],
  ]);
if (one === undefined || other === undefined) throw new Error('the policy has no units');
const order = (leads: ReadonlyMap<string, typeof one>): readonly string[] =>
  weigher({ likely, topicOf }, leads)('a question').map(({ topic }) => topic.id);

it('puts topics that lead to one passage before a likelier one that stands alone', () => {
  const leads = new Map([
    ['a', one],
    ['b', other],
    ['c', other],
  ]);
  expect(order(leads)).toEqual(['b', 'c', 'a']);
});

it('leaves the order as it is where each topic leads elsewhere, or nowhere', () => {
  expect(order(new Map())).toEqual(['a', 'b', 'c']);
});
