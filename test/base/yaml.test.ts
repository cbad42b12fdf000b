import { expect, it } from 'vitest';
import { parseYaml } from '../../src/base/yaml.ts';

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
