import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { learnMessages, readMessageLines } from '../../eval/train-messages.ts';
import { trainTopics } from '../../eval/train-topics.ts';
import { projectRoot } from '../../src/base/root.ts';

const data = join(projectRoot, 'data/knowledge');

/** Every hundredth phrasing: enough to learn from, little enough to learn twice in a test. */
const smallCatalogue = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'training-'));
  for (const name of ['words.yaml', 'topics.json']) await cp(join(data, name), join(dir, name));
  for (const name of ['phrasings.jsonl', 'off-topic.txt']) {
    const lines = (await readFile(join(data, name), 'utf8')).split('\n');
    await writeFile(join(dir, name), lines.filter((_, at) => at % 100 === 0).join('\n'));
  }
  return dir;
};

const trained = async (): Promise<ReadonlyMap<string, string>> => {
  const dir = await smallCatalogue();
  await trainTopics(dir);
  const names = await readdir(join(dir, 'trained'));
  const files = names.map(
    async (name) => [name, await readFile(join(dir, 'trained', name), 'base64')] as const,
  );
  return new Map(await Promise.all(files));
};

it('learns the same bytes from the same catalogue', async () => {
  const [once, again] = [await trained(), await trained()];
  expect(once.size).toBeGreaterThan(4);
  expect(again).toEqual(once);
}, 60_000);

it('learns the same from the same messages, and from none of another hand what that hand alone wrote', async () => {
  const { lines, kinds } = await readMessageLines(data);
  const some = lines.filter((_, at) => at % 20 === 0);
  const once = learnMessages({ lines: some, kinds });
  expect(learnMessages({ lines: some, kinds })).toEqual(once);
  const others = learnMessages({ lines: some.filter(({ hand }) => hand !== 'c'), kinds });
  expect(others.features.length).toBeLessThan(once.features.length);
}, 60_000);
