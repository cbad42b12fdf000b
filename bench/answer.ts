import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/base/root.ts';
import { answerQuestion } from '../src/flows/ask/answer-question.ts';
import { openKnowledge } from '../src/knowledge/answer/knowledge.ts';
import { shippedCompany } from '../test/support/company.ts';
import { type Line, line, percentile } from './figures.ts';

const rounds = 10;

/** How long one answer takes in the process, after start, over the questions of the evaluation. */
export const benchAnswers = async (): Promise<readonly Line[]> => {
  const before = performance.now();
  const ask = answerQuestion(
    await openKnowledge(join(projectRoot, 'data/policies'), undefined, 'uk', shippedCompany),
  );
  const opened = performance.now() - before;
  const questions = readFileSync(join(projectRoot, 'eval/questions.jsonl'), 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => String(JSON.parse(row).question));
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const question of questions) {
      const start = performance.now();
      await ask(question);
      times.push(performance.now() - start);
    }
  }
  return [
    line('policies and catalogue opened', opened, 'ms', null),
    line(`answer p50 (${times.length} answers)`, percentile(times, 0.5), 'ms', null),
    line('answer p99', percentile(times, 0.99), 'ms', 20),
    line('memory of this process after that', process.memoryUsage().rss / 2 ** 20, 'MB', 150),
  ];
};
