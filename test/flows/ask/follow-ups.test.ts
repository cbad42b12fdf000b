import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { askTogether } from '../../../src/flows/ask/ask-together.ts';
import { type KnowledgeHere, openKnowledge } from '../../../src/knowledge/answer/knowledge.ts';
import { followUpCases } from './follow-up-cases.ts';

const opened = (dir: string): Promise<KnowledgeHere> => {
  const folder = join(projectRoot, dir);
  return dir.startsWith('data')
    ? openKnowledge(folder)
    : openKnowledge(join(folder, 'policies'), undefined, undefined, undefined, join(folder, 'phrasings'));
};

describe.each(Object.entries(followUpCases))('in a thread on %s', (dir, cases) => {
  let knowledge: KnowledgeHere;
  beforeAll(async () => {
    knowledge = await opened(dir);
  });

  it.each(cases.filter(({ words }) => words !== null))(
    'after “$before” the words “$message” get the passage on both',
    async ({ before, message, words }) => {
      const answer = await askTogether(knowledge, message, before);
      expect(answer).toMatchObject({ outcome: 'answered', question: message });
      expect(answer.citations.map(({ quote }) => quote).join('\n')).toContain(words);
    },
  );

  const silent = cases.filter(({ words }) => words === null);
  it.runIf(silent.length > 0).each(silent)(
    'after “$before” the words “$message” get silence, never the former passage as an answer',
    async ({ before, message }) => {
      const answer = await askTogether(knowledge, message, before);
      expect(answer).toMatchObject({ outcome: 'silent', question: message, citations: [], verdict: null });
    },
  );
});
