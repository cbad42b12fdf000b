/** Reads a company file; every problem is named with its line, its place and what to do. */
import { readFile } from 'node:fs/promises';
import { isCollection, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { PolicyProblem } from '../knowledge/policy/policy-problem.ts';
import type { Company } from './company.ts';
import { type CompanyFile, companyOf, companySchema } from './company-schema.ts';

/** One thing that is wrong in the file; `line` counts from 1, 0 where it has no place. */
export type CompanyFault = { readonly line: number; readonly place: string; readonly problem: string };

const FIX = 'docs/operate.md lists every field; data/company.yaml shows a filled one.';

/** A company file that cannot be used. */
export class CompanyProblem extends PolicyProblem {
  readonly faults: readonly CompanyFault[];

  constructor(file: string, faults: readonly CompanyFault[], options?: ErrorOptions) {
    const all = faults.map(
      ({ line, place, problem }) =>
        `${line === 0 ? '' : `line ${line}: `}${place === '' ? '' : `${place} `}${problem}`,
    );
    super(
      file,
      all.length === 1 ? `${all[0]}.` : `${all.length} problems:\n  ${all.join('\n  ')}\n`,
      FIX,
      options,
    );
    this.name = 'CompanyProblem';
    this.faults = faults;
  }
}

type PlaceInFile = readonly (string | number)[];

/** A team that is named and not there, two things with one id, a step that nobody can take. */
const crossFaults = (
  file: CompanyFile,
): readonly { readonly path: PlaceInFile; readonly problem: string }[] => {
  const twice = (list: 'teams' | 'systems' | 'recipients') =>
    file[list].flatMap(({ id }, at) =>
      file[list].findIndex((other) => other.id === id) < at
        ? [{ path: [list, at, 'id'], problem: `"${id}" is there twice: give each its own` }]
        : [],
    );
  const teams = new Set(file.teams.map(({ id }) => id));
  const strangers = file.systems.flatMap(({ team }, at) =>
    teams.has(team)
      ? []
      : [
          {
            path: ['systems', at, 'team'],
            problem: `"${team}" is no team of this file: it has ${[...teams].join(', ') || 'none'}`,
          },
        ],
  );
  return [...twice('teams'), ...twice('systems'), ...twice('recipients'), ...strangers];
};

const wordsOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys')
    return `has a field that is not known: ${issue.keys.join(', ')}. Take it out, or correct its name`;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing';
  return issue.message;
};

/** The library refuses a text that names itself again and again, as an error of its own. */
const contentOf = (path: string, document: ReturnType<typeof parseDocument>): unknown => {
  try {
    return document.toJS();
  } catch (cause) {
    const problem = 'uses what it has named (“*”) too often: write it out';
    throw new CompanyProblem(path, [{ line: 0, place: '', problem }], { cause });
  }
};

/** Reads the text of a company file; throws `CompanyProblem` with everything that is wrong. */
export const readCompany = (path: string, text: string): Company => {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, schema: 'core' });
  if (document.errors.length > 0)
    throw new CompanyProblem(
      path,
      document.errors.map(({ pos: [start], message }) => ({
        line: counter.linePos(start).line,
        place: '',
        problem: `is not valid YAML: ${message.split('\n', 1)[0]?.replace(/ at line .*$/u, '')}`,
      })),
    );
  const lineOf = (place: PlaceInFile): number => {
    for (let depth = place.length; depth >= 0; depth -= 1) {
      const under = place.slice(0, depth);
      const found = depth === 0 ? document.contents : document.getIn(under, true);
      if (isNode(found) && found.range) return counter.linePos(found.range[0]).line;
      if (isCollection(found)) break;
    }
    return 0;
  };
  const fault = (place: PlaceInFile, problem: string): CompanyFault => ({
    line: lineOf(place),
    place: place.join('.'),
    problem,
  });
  const read = companySchema.safeParse(contentOf(path, document) ?? {}, { reportInput: true });
  if (!read.success) {
    throw new CompanyProblem(
      path,
      read.error.issues.map((issue) =>
        fault(
          issue.path.filter((part) => typeof part !== 'symbol'),
          wordsOf(issue),
        ),
      ),
    );
  }
  const crossed = crossFaults(read.data);
  if (crossed.length > 0)
    throw new CompanyProblem(
      path,
      crossed.map(({ path: place, problem }) => fault(place, problem)),
    );
  return companyOf(path, read.data);
};

/** Reads the file itself; throws `CompanyProblem`, also where it is not there. */
export const openCompanyFile = async (path: string): Promise<Company> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CompanyProblem(
      path,
      [
        {
          line: 0,
          place: '',
          problem:
            'the company file cannot be read. Set COMPANY_FILE to the file that says who you are, or run: npx privacy init',
        },
      ],
      { cause },
    );
  });
  return readCompany(path, text);
};
