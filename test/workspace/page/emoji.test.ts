import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { emojiOf } from '../../../src/workspace/page/emoji.ts';

const texts = ['src/views', 'src/handlers', 'src/flows']
  .flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(projectRoot, folder, file),
    ),
  )
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(path, 'utf8'));

it('draws every shortcode that the bot uses', () => {
  const used = texts.flatMap((text) =>
    [...text.matchAll(/(?<![\w:])':?:([a-z][a-z_]+):|[`'\s]:([a-z][a-z_]+):/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
  );
  expect(used.length).toBeGreaterThan(10);
  expect([...new Set(used)].filter((name) => emojiOf(name) === undefined)).toEqual([]);
});
