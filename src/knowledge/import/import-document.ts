/** A document of a company into a policy file: what was read, what was left out, what a person has to confirm. */
import { basename, extname } from 'node:path';
import { z } from 'zod';
import { inGuardedThread, threadBeside } from '../../base/guarded-thread.ts';
import { languageNotice } from '../policy/language.ts';
import { PolicyProblem } from '../policy/policy-problem.ts';
import type { LeftOut, TrackedChanges } from './document.ts';
import { type DocumentText, kindOf, otherKind } from './read-document.ts';

/** What the front matter holds; null where neither the document nor whoever imports it has said it. */
export type ImportedHead = {
  readonly id: string;
  readonly title: string | null;
  readonly version: string | null;
  readonly updated: string | null;
  readonly controller: string | null;
  readonly contact: string | null;
  readonly precedence: number;
};
export type ImportOptions = Partial<{
  readonly [Field in keyof ImportedHead]: Exclude<ImportedHead[Field], null>;
}> & { readonly tracked?: TrackedChanges };

export type ImportFinding = {
  readonly id: 'words-lost' | 'words-invented' | 'language' | 'no-headings' | 'left-out';
  readonly message: string;
};

export type Imported = {
  readonly head: ImportedHead;
  /** The whole policy file, front matter included. */
  readonly markdown: string;
  readonly counts: DocumentText['counts'];
  readonly leftOut: readonly LeftOut[];
  /** Fields that nobody has said yet: to be asked for. */
  readonly missing: readonly ('title' | 'version' | 'updated' | 'controller' | 'contact')[];
  /** Fields that were read out of the text: to be confirmed. */
  readonly toConfirm: readonly ('title' | 'version' | 'updated' | 'controller' | 'contact')[];
  readonly findings: readonly ImportFinding[];
};

const LIMITS = { patienceMs: 3_500, heapMb: 140, growthMb: 150 };
const MOST_BYTES = 60_000_000;
const FIELDS = ['title', 'version', 'updated', 'controller', 'contact'] as const;

const words = z.array(z.string());
const outcomeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(false), what: z.string(), fix: z.string() }),
  z.object({
    ok: z.literal(true),
    text: z.object({
      body: z.string(),
      id: z.string().nullable(),
      head: z.object({
        title: z.string().nullable(),
        version: z.string().nullable(),
        updated: z.string().nullable(),
        controller: z.string().nullable(),
        contact: z.string().nullable(),
      }),
      leftOut: z.array(
        z.custom<LeftOut>(
          (one) => z.object({ what: z.string(), place: z.string(), text: z.string() }).safeParse(one).success,
        ),
      ),
      account: z.object({ lost: words, invented: words }),
      counts: z.object({ units: z.number(), headings: z.number(), tables: z.number(), lists: z.number() }),
    }),
  }),
]);

export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/gu, '');

const ASK: Readonly<Record<(typeof FIELDS)[number], string>> = {
  title: 'what is the document called?',
  version: 'which version is it, as you count them?',
  updated: 'when was it last changed?',
  controller: 'which company or body is responsible for the data?',
  contact: 'where do people write to about their data?',
};

const frontMatter = (head: ImportedHead): string => {
  const line = (field: (typeof FIELDS)[number]): string => {
    const value = head[field];
    return value === null
      ? `${field}: # the document does not say: ${ASK[field]}`
      : `${field}: ${JSON.stringify(value)}`;
  };
  return ['---', `id: ${head.id}`, ...FIELDS.map(line), `precedence: ${head.precedence}`, '---', ''].join(
    '\n',
  );
};

const findingsOf = ({ account, body, counts }: DocumentText): readonly ImportFinding[] => {
  const listed = (some: readonly string[]): string =>
    `${some.slice(0, 12).join(', ')}${some.length > 12 ? ', …' : ''}`;
  const language = languageNotice(body);
  return [
    ...(account.lost.length === 0
      ? []
      : [
          {
            id: 'words-lost' as const,
            message: `${account.lost.length} words of the source are not in the text: ${listed(account.lost)}`,
          },
        ]),
    ...(account.invented.length === 0
      ? []
      : [
          {
            id: 'words-invented' as const,
            message: `${account.invented.length} words of the text are not in the source: ${listed(account.invented)}`,
          },
        ]),
    ...(language === null ? [] : [{ id: 'language' as const, message: language }]),
    ...(counts.headings === 0 && counts.units > 6
      ? [
          {
            id: 'no-headings' as const,
            message:
              'No headings were found: no quote can say where it stands. Put a line such as "## How long we keep data" above each part.',
          },
        ]
      : []),
  ];
};

const read = async (name: string, bytes: Uint8Array, tracked: TrackedChanges): Promise<DocumentText> => {
  if (kindOf(name) === null)
    throw new PolicyProblem(name, 'this kind of file cannot be imported.', otherKind(name));
  if (bytes.length > MOST_BYTES)
    throw new PolicyProblem(
      name,
      `it has ${Math.round(bytes.length / 1_000_000)} MB, more than ${MOST_BYTES / 1_000_000}.`,
      'Save it without its pictures.',
    );
  const given = { name, bytes: new Uint8Array(bytes), tracked };
  const outcome = await inGuardedThread(threadBeside(import.meta.url, 'document-thread'), given, LIMITS);
  switch (outcome.kind) {
    case 'too-long':
    case 'too-big':
      throw new PolicyProblem(
        name,
        outcome.kind === 'too-big'
          ? 'it unpacks to more than a document can hold.'
          : `reading it takes longer than ${LIMITS.patienceMs / 1000} seconds.`,
        'Copy its text into a new document and import that.',
      );
    case 'failed':
      throw new PolicyProblem(
        name,
        'the file cannot be read as what its name says.',
        'Save it anew in the program that made it and try again.',
        { cause: outcome.cause },
      );
    case 'done': {
      const result = outcomeSchema.parse(outcome.value);
      if (!result.ok)
        throw new PolicyProblem(
          name,
          result.what.replace(/^\p{Lu}(?=\p{Ll}|t )/u, (first) => first.toLowerCase()),
          result.fix,
        );
      return result.text;
    }
  }
};

/**
 * Reads `bytes` as what the end of `name` says, in a thread with an end to its time and memory; what `options` say wins over what
 * the document says of itself. Throws PolicyProblem, with the fix, for what cannot be brought in unchanged.
 */
export const importDocument = async (
  name: string,
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<Imported> => {
  const text = await read(name, bytes, options.tracked ?? 'refuse');
  const found = text.head;
  const head: ImportedHead = {
    id:
      options.id ??
      (text.id === null || slugOf(text.id) === ''
        ? slugOf(basename(name, extname(name))) || 'policy'
        : slugOf(text.id)),
    title: options.title ?? found.title,
    version: options.version ?? found.version,
    updated: options.updated ?? found.updated,
    controller: options.controller ?? found.controller,
    contact: options.contact ?? found.contact,
    precedence: options.precedence ?? 0,
  };
  return {
    head,
    markdown: `${frontMatter(head)}\n${text.body}`,
    counts: text.counts,
    leftOut: text.leftOut,
    missing: FIELDS.filter((field) => head[field] === null),
    toConfirm: FIELDS.filter((field) => head[field] !== null && options[field] === undefined),
    findings: findingsOf(text),
  };
};
