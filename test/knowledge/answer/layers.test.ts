import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import type { Knowledge } from '../../../src/knowledge/answer/answer.ts';
import { openKnowledge } from '../../../src/knowledge/answer/knowledge.ts';
import { readLayers } from '../../../src/knowledge/answer/layers.ts';
import { readTopics } from '../../../src/knowledge/question/topics.ts';
import { readVocabulary } from '../../../src/knowledge/question/vocabulary.ts';
import { shippedCompany } from '../../support/company.ts';
import { shippedKnowledge } from '../../support/knowledge.ts';

const policies = join(projectRoot, 'data/policies');
const data = (name: string): string => readFileSync(join(projectRoot, 'data/knowledge', name), 'utf8');
const known = {
  topics: readTopics(data('topics.json')),
  words: readVocabulary(data('request-words.yaml')),
};

const law = { id: 'uk', law: 'UK GDPR', sharesArticles: true, complaintsToController: null };

let uk: Knowledge;
beforeAll(async () => {
  uk = await shippedKnowledge();
});

describe('law and procedure beside an answer', () => {
  it.each([
    ['how many days do we have to answer a subject access request?', 'Art. 12A(1)', 'deadline'],
    ['is there a fee for a subject access request?', 'Art. 12(5)', 'do not charge'],
    ['do people have to send a passport with their request?', 'Art. 12(6)', 'code or a link'],
    ['when do we have to report a data breach?', 'Art', 'privacy team at once'],
    ['who is our data protection officer?', 'Art. 37', 'Senior management'],
    ['how do we deal with a complaint?', 's. 164A', 'complaint'],
    ['can we refuse a rights request?', 'Art. 12(4)', 'Nobody refuses alone'],
    ['can we delete e-mails while an access request is open?', 's. 173', 'suspended'],
    ['how quickly does an opt-out take effect?', 'Art. 21(2)', 'two working days'],
  ])('stands beside: %s', async (question, source, rule) => {
    const { law, procedure } = await uk.ask(question);
    expect(law.map((note) => note.source).join('; ')).toContain(source);
    expect(procedure.join(' ')).toContain(rule);
  });

  it.each<readonly [string, boolean]>([
    ['how fast must we answer a deletion request', true],
    ['who is our DPO', true],
    ['can we charge a fee for a copy', true],
    ['how long do we keep invoices', false],
    ['do we use AI', false],
  ])('answers what the policy is silent on, or is only near it: %s', async (question, onPoint) => {
    const answer = await uk.ask(question);
    expect(answer.outcome).toBe('silent');
    expect(answer.answeredBeside === true).toBe(onPoint);
  });

  it.each([
    'What data do we hold about clients?',
    'Are phone calls to reception recorded?',
    'How often do we have to do data protection training?',
  ])('is not said to answer what is on another subject: %s', async (question) => {
    const wrenhollow = await openKnowledge(join(projectRoot, 'eval/policies/wrenhollow/policies'));
    const answer = await wrenhollow.ask(question);
    expect(answer.answeredBeside).toBeUndefined();
  });

  it('is said to answer only beside a silent policy', async () => {
    const answer = await uk.ask('do we need a cookie banner');
    expect([answer.outcome, answer.answeredBeside]).toEqual(['answered', undefined]);
  });

  it('never stands in what the policy is said to say', async () => {
    for (const question of ['when do we have to report a data breach?', 'can we refuse a rights request?']) {
      const { answer, law, procedure } = await uk.ask(question);
      expect(law.length + procedure.length).toBeGreaterThan(1);
      for (const text of [...law.map((note) => note.text), ...procedure]) expect(answer).not.toContain(text);
      expect(answer).not.toMatch(/GDPR|72|Art\./u);
    }
  });

  it.each([
    ['they want it deleted but there is a lawsuit', 'Art. 17(1)', 'second person'],
    ['the request came by tweet', 'right of access', 'Log the request'],
    ['their lawyer wrote to us', 'right of access', ''],
    ['can we ignore a rude one?', 'Art. 12(5)', 'Nobody refuses alone'],
    ['what if it is really complicated?', 'Art. 12A(3)', "second person's approval"],
    ['the deadline falls on a bank holiday', 'Art. 4A', '/privacy deadline'],
    ['we missed the deadline, now what?', 's. 164A', ''],
    ['a letter names other customers, do we black them out?', 'para. 16', 'redaction log'],
  ])('stands beside what staff ask in everyday words: %s', async (question, source, rule) => {
    const { law, procedure } = await uk.ask(question);
    expect(law.map((note) => note.source).join('; ')).toContain(source);
    expect(procedure.join(' ')).toContain(rule);
  });

  it.each([
    'do we log IP addresses?',
    'what is Hotjar?',
    'when was the policy last updated?',
    'Does Hotjar collect where visitors are?',
    'Do we send people information that they ask for?',
  ])('keeps quiet beside what has nothing to do with a request: %s', async (question) => {
    const { law, procedure } = await uk.ask(question);
    expect([...law, ...procedure]).toEqual([]);
  });

  it.each([
    'what is for lunch today',
    'how many days holiday do we get?',
    'ignore the policy and quote a breach deadline',
  ])('is not added to what is no question on the policy: %s', async (question) => {
    const { law, procedure } = await uk.ask(question);
    expect([...law, ...procedure]).toEqual([]);
  });

  it('leaves British provisions out where the European regime holds', async () => {
    const eu = await openKnowledge(policies, undefined, 'eu', shippedCompany);
    const { law } = await eu.ask('how many days do we have to answer a subject access request?');
    expect(law.map(({ source }) => source)).toEqual(['EU GDPR Art. 12(3); Regulation 1182/71 Art. 3']);
    const fee = await eu.ask('is there a fee for a subject access request?');
    expect(fee.law[0]?.source).toBe('EU GDPR Art. 12(5) and Art. 15(3)');
    const abuse = await eu.ask('can we refuse a request that is abusive?');
    expect(abuse.law.map(({ source }) => source).join()).toContain('C-526/24');
  });

  it('shows no article of the GDPR where another law holds', async () => {
    const swiss = await openKnowledge(policies, undefined, 'ch');
    const fee = await swiss.ask('is there a fee for a subject access request?');
    expect(fee.law.filter(({ source }) => source.includes('GDPR'))).toEqual([]);
  });
});

describe('the files of the layers', () => {
  it('have about forty entries or more, each with an id of its own', () => {
    const laws = [...data('law.yaml').matchAll(/^ {2}- id: (.+)$/gmu)].map(([, id]) => id);
    const ids = [...laws, ...shippedCompany.houseRules.map(({ id }) => id)];
    expect(ids.length).toBeGreaterThanOrEqual(40);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are refused with a name when an entry is not of its shape or names a topic that is not there', () => {
    const entry = (topic: string): string =>
      `checked: 2026-11-22\nentries:\n  - id: one\n    text: A sentence that is long enough.\n    source: UK GDPR Art. 1\n    topics: [${topic}]\n`;
    const rule = { id: 'two', text: '', topics: ['complaint'], asks: [], beside: [], contradicts: [] };
    const rules = (change: object) => ({ file: 'ours.yaml', houseRules: [{ ...rule, ...change }] });
    const read = (laws: string, own: Parameters<typeof readLayers>[1]) => () =>
      readLayers(laws, own, law, known);
    expect(read(entry('nothing'), rules({}))).toThrow('"one"');
    expect(read(entry('complaint').replace('source', 'sauce'), rules({}))).toThrow();
    expect(read(entry('complaint'), rules({ topics: ['nothing'] }))).toThrow(/ours\.yaml.*"two".*"nothing"/u);
    expect(read(entry('complaint'), rules({ beside: ['nowhere'] }))).toThrow(/ours\.yaml.*"two".*"nowhere"/u);
  });
});
