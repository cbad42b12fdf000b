/** A folder with policies made for one test, removed when the run is over. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes each file under its name; a policy without front matter gets one. */
export const policyFolder = (files: Readonly<Record<string, string>>): string => {
  const dir = mkdtempSync(join(tmpdir(), 'policies-'));
  folders.push(dir);
  for (const [name, text] of Object.entries(files)) {
    const head = `---\nid: ${name.replace(/\.md$/, '')}\ntitle: Notice\nversion: "1"\nupdated: today\ncontroller: Acorn Ltd\ncontact: privacy@acorn.example\nprecedence: 0\n---\n\n`;
    writeFileSync(join(dir, name), name.endsWith('.md') && !text.startsWith('---') ? head + text : text);
  }
  return dir;
};
