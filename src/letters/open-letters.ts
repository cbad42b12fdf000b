/** Reads the folder of templates. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lawNames } from '../base/regimes.ts';
import { readTemplate, type Template } from './template.ts';
import { TemplateProblem } from './template-syntax.ts';

const markdownIn = async (dir: string): Promise<readonly (readonly [string, string])[]> => {
  const names = (await readdir(dir)).filter((name) => /^[a-z0-9-]+\.md$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => [basename(name, '.md'), await readFile(join(dir, name), 'utf8')] as const),
  );
};

/** Every letter template of a folder by its id, which is the file's name. Throws TemplateProblem. */
export const openLetters = async (dir: string): Promise<ReadonlyMap<string, Template>> => {
  const parts = new Map(await markdownIn(join(dir, 'parts')));
  const { regimes } = lawNames();
  const templates = new Map<string, Template>();
  for (const [name, source] of await markdownIn(dir)) {
    const template = readTemplate(`${name}.md`, source, parts);
    const strange = template.regimes?.find((regime) => !regimes.includes(regime));
    if (strange !== undefined)
      throw new TemplateProblem(`${name}.md`, `"${strange}" is no folder of data/regimes`);
    if (template.id !== name) throw new TemplateProblem(`${name}.md`, `its id is "${template.id}"`);
    templates.set(name, template);
  }
  return templates;
};
