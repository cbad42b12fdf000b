// `npm run licences`: every package that the running bot brings along, with its licence, from the lock file. Ends with 1 when one is missing or not on the list.
import { readFileSync } from 'node:fs';

/** Licences under which a package may be used and passed on in a program like this one. */
const fine = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'OFL-1.1',
  'MPL-2.0',
  'Python-2.0',
  'CC0-1.0',
  'Zlib',
]);
/** What the lock file says too vaguely; each read in the package itself. */
const read = { 'node_modules/duck': 'BSD-2-Clause' };

const alternatives = (licence) => licence.replaceAll(/[()]/g, '').split(' OR ');
const allowed = (licence) =>
  alternatives(licence).some((each) => each.split(' AND ').every((part) => fine.has(part)));

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const shipped = Object.entries(packages).filter(([path, entry]) => path !== '' && entry.dev !== true);
const rows = shipped.map(([path, entry]) => ({
  name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  version: entry.version,
  licence: read[path] ?? entry.license ?? 'unknown',
}));
for (const { name, version, licence } of rows) console.log(`${licence}\t${name}@${version}`);
const odd = rows.filter(({ licence }) => !allowed(licence));
for (const { name, licence } of odd) console.error(`Not on the list of licences: ${name} (${licence})`);
console.error(
  `${rows.length} packages are shipped; ${odd.length === 0 ? 'every licence is on the list' : `${odd.length} are not`}.`,
);
process.exit(odd.length === 0 ? 0 : 1);
