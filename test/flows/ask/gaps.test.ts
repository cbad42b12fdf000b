import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { notesLaw } from '../../../src/base/regimes.ts';
import { projectRoot } from '../../../src/base/root.ts';
import { sealUnder } from '../../../src/base/seal.ts';
import { gapBook } from '../../../src/flows/ask/gap-book.ts';
import { coverageWith, gapGroups } from '../../../src/flows/ask/gap-report.ts';
import type { Knowledge } from '../../../src/knowledge/answer/answer.ts';
import type { GapLine } from '../../../src/knowledge/answer/gap-line.ts';
import { readPolicyMap } from '../../../src/knowledge/policy/policy-map.ts';
import { readDraftClauses } from '../../../src/knowledge/setup/draft-clauses.ts';
import { shippedKnowledge } from '../../support/knowledge.ts';

const seal = sealUnder(new Uint8Array(32));
const yaml = readFileSync(join(projectRoot, 'data/knowledge/draft-clauses.yaml'), 'utf8');

let knowledge: Knowledge;
let lines: GapLine[] = [];
beforeAll(async () => {
  knowledge = await shippedKnowledge();
});

const book = () => {
  lines = [];
  return gapBook({
    book: {
      write: (line) => {
        lines.push(line);
        return Promise.resolve();
      },
      read: () => Promise.resolve(lines),
    },
    seal,
    knowledge,
    clock: () => new Date('2026-11-27T10:00:00Z'),
    after: () => new Promise(() => {}),
    failed: (error) => {
      throw error;
    },
  });
};
const clauses = () => readDraftClauses(yaml, new Set(knowledge.topics.map(({ id }) => id)));
const groups = () => gapGroups(lines, seal, knowledge.topics, clauses());

describe('the gap report', () => {
  it('groups what was asked in vain by subject, most often first, each kind counted apart', async () => {
    const { noting, askedTeam, rated } = book();
    const ask = noting((question) => knowledge.ask(question));
    await ask('who is our data protection officer?');
    await ask('do we have a DPO?');
    await ask('who can see client data?');
    await askedTeam('who is our data protection officer?');
    await ask('do we use cctv cameras?');
    await rated('who can see client data?', { reason: 'unclear', note: null });
    await rated('who can see client data?', 'helpful');
    expect(
      groups().map(({ topic, silent, askedTeam: asked, notHelpful }) => [topic, silent, asked, notHelpful]),
    ).toEqual([
      ['dpo', 2, 1, 0],
      ['cctv', 1, 0, 0],
      ['who_access', 0, 0, 1],
    ]);
    expect(groups()[0]?.clause?.id).toBe('dpo');
    expect(groups()[2]?.reasons).toEqual({ unclear: 1 });
  });

  it('keeps of a question only ordinary words, and nothing where too little would be left', async () => {
    const { askedTeam, rated } = book();
    await askedTeam(
      'does Quilla Zephyrine of Zephyr Ltd, q@z.example, 07700 900123, appear in our chat logs?',
    );
    await rated('', { reason: 'other', note: 'Zephyrine Quilla 07700 900123' });
    const text = JSON.stringify(
      lines.map((line) => [line.question, line.note].map((own) => own && seal.open(own))),
    );
    expect(text).not.toMatch(/quilla|zephyr|q@z|07700/iu);
    expect(text).toContain('chat logs');
    expect(lines[1]?.note).toBeNull();
  });

  it('has a clause for nearly every subject on which the shipped policy is silent', async () => {
    const [policy] = knowledge.documents;
    const map = policy === undefined ? null : await readPolicyMap(policy);
    const silent = [...(map ?? [])].filter(([, { says }]) => says.length === 0).map(([topic]) => topic);
    const covered = silent.filter((topic) => clauses().some((clause) => clause.topics.includes(topic)));
    expect(silent.length).toBeGreaterThan(40);
    expect(covered.length / silent.length).toBeGreaterThan(0.85);
  });

  it('refuses a clause for a subject that is not there', () => {
    expect(() => readDraftClauses(yaml, new Set(['dpo']))).toThrow('names a topic');
  });

  it('says which information of Articles 13 and 14 is there, partly there or missing, with the words for it', async () => {
    const [policy] = knowledge.documents;
    if (policy === undefined) throw new Error('no policy');
    const [coverage] = coverageWith([[policy, await readPolicyMap(policy)]], clauses(), notesLaw('uk'));
    const states = Object.fromEntries((coverage?.items ?? []).map(({ article, state }) => [article, state]));
    expect(states).toEqual({
      'Art. 13(1)(a)': 'covered',
      'Art. 13(1)(b)': 'missing',
      'Art. 13(1)(c)': 'covered',
      'Art. 13(1)(d)': 'covered',
      'Art. 13(1)(e)': 'covered',
      'Art. 13(1)(f)': 'partly',
      'Art. 13(2)(a)': 'covered',
      'Art. 13(2)(b)': 'covered',
      'Art. 13(2)(c)': 'covered',
      'Art. 13(2)(d)': 'covered',
      'Art. 13(2)(d), DPA 2018 s. 164A': 'partly',
      'Art. 13(2)(e)': 'missing',
      'Art. 13(2)(f)': 'missing',
      'Art. 14(1)(d)': 'covered',
      'Art. 14(2)(f)': 'missing',
    });
    for (const { parts, clause, state } of coverage?.items ?? []) {
      for (const quote of parts.flatMap(({ quotes }) => quotes)) expect(policy.file).toContain(quote);
      expect(clause === null).toBe(state === 'covered');
    }
  });
});
