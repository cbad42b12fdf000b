import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../src/base/root.ts';
import { parseYaml } from '../../src/base/yaml.ts';

it('says of every file of data what YAML says, whatever the build made of it', () => {
  const data = join(projectRoot, 'data');
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const name of files) {
    const text = readFileSync(join(data, name), 'utf8');
    expect(parseYaml(text), name).toEqual(parse(text));
    expect(parseYaml(text, true), name).toEqual(parse(text, { merge: true }));
  }
});

it('reads merge keys only where they are asked for, though the text was read before', () => {
  const text = 'a: &a { x: 1 }\nb: { <<: *a, y: 2 }\n';
  expect(parseYaml(text)).toMatchObject({ b: { '<<': { x: 1 }, y: 2 } });
  expect(parseYaml(text, true)).toMatchObject({ b: { x: 1, y: 2 } });
});

it('refuses what is no YAML every time it is asked', () => {
  for (const _ of [1, 2]) expect(() => parseYaml('a: [')).toThrow();
});

it('keeps apart more texts than it remembers', () => {
  for (let at = 0; at < 300; at += 1) expect(parseYaml(`at: ${at}`)).toEqual({ at });
  for (let at = 0; at < 300; at += 1) expect(parseYaml(`at: ${at}`)).toEqual({ at });
});
