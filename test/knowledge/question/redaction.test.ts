import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import type { Knowledge } from '../../../src/knowledge/answer/answer.ts';
import { openKnowledge } from '../../../src/knowledge/answer/knowledge.ts';
import { shippedCompany } from '../../support/company.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await openKnowledge(join(projectRoot, 'data/policies'), undefined, 'uk', shippedCompany);
});

const left = (question: string): string => {
  const redacted = knowledge.redact(question);
  return redacted.safe ? redacted.text : '';
};

it.each([
  ['ken', 'can we delete the data of ken from the mailing list'],
  ['dot', 'may we send the newsletter to dot after she left'],
  ['bobs', 'how long do we keep bobs mail in the archive'],
  ['bill', 'do we have to tell bill about the data that we hold'],
  ['grace', 'Grace asked for a copy of her data, who may send it?'],
  ['seven', 'can we call the customer on zero seven seven one two three four after he left'],
  ['s a m', 'can we delete the data of s a m from the mailing list'],
  ['sam', 'can we delete the data of sam from the mailing list'],
])('lets nobody’s name or number out that is an everyday word: %s', (gone, question) => {
  const text = left(question);
  expect(text).not.toBe('');
  expect(text).not.toMatch(new RegExp(`\\b${gone}\\b`, 'u'));
});

it('leaves a question without anybody in it as it is', () => {
  const question = 'how long do we keep the data of a customer after the end of the contract?';
  expect(left(question)).toBe(question);
});
