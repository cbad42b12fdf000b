/** `policy phrase`: the questions that staff would ask of each passage, written by any assistant and checked here line by line. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openPolicies } from '../../knowledge/policy/open-policies.ts';
import { phrasingsFile } from '../../knowledge/policy/phrasing-file.ts';
import type { Policy } from '../../knowledge/policy/policy.ts';
import {
  type PhrasingFault,
  phrasingsPath,
  quoteKey,
  type ReadPhrasings,
  readPolicyPhrasings,
} from '../../knowledge/policy/policy-phrasings.ts';
import {
  checkPhrasings,
  type PhrasingReport,
  phrasingConflicts,
} from '../../knowledge/setup/phrase-check.ts';
import { mergePhrasings } from '../../knowledge/setup/phrase-merge.ts';
import { phrasePrompt } from '../../knowledge/setup/phrase-prompt.ts';
import { selfTest } from '../../knowledge/setup/phrase-self-test.ts';
import { policyDir } from '../company-env.ts';
import { done, type Io, no, wrongUse } from '../io.ts';
import { reviewed, typed } from './phrase-review.ts';

export const PHRASE_USE = 'policy phrase --prompt [--per NUMBER] [--out FILE] | --read FILE | --check';

type OpenedPhrasings = { readonly policies: readonly Policy[]; readonly files: readonly ReadPhrasings[] };

const short = (text: string): string => {
  const line = quoteKey(text);
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
};

const faultLine = ({ line, fault, quote }: PhrasingFault): string =>
  `line ${line}: ${fault}${quote === '' ? '' : `: “${short(quote)}”`}`;

/** A passage that has most of the questions that are asked for is left out. */
const ENOUGH = 0.75;

const prompt = async (
  { policies, files }: OpenedPhrasings,
  { out, per }: { readonly out: string | null; readonly per: number | null },
  io: Io,
): Promise<number> => {
  const least = per === null ? 1 : Math.ceil(per * ENOUGH);
  const texts = policies.map((policy, at) => {
    const asked = (files[at]?.lines ?? []).flatMap(({ quote, asks }) =>
      asks.length >= least && quote !== null ? [quote] : [],
    );
    return phrasePrompt(policy, new Set(asked.map(quoteKey)), per ?? undefined);
  });
  const whole = texts.join('\n\n');
  if (out === null) io.out(whole);
  else {
    await writeFile(out, `${whole}\n`);
    io.err(
      `privacy policy: the prompt is in ${out}. Save what comes back and run: privacy policy phrase --read FILE`,
    );
  }
  return done;
};

const read = async ({ policies, files }: OpenedPhrasings, from: string, io: Io): Promise<number> => {
  const { files: merged, faults, added } = mergePhrasings(policies, files, await readFile(from, 'utf8'));
  for (const fault of faults) io.err(faultLine(fault));
  const next = typed(io);
  for (const policy of policies) {
    const lines = merged.get(policy.head.id);
    if (lines === undefined) continue;
    // What was read is kept first: whoever leaves the review loses nothing.
    await writeFile(phrasingsPath(policy), phrasingsFile(policy, lines));
    const left = await reviewed(policy, lines, next, io);
    if (left !== lines) await writeFile(phrasingsPath(policy), phrasingsFile(policy, left));
  }
  io.out(`${added} new questions read${faults.length === 0 ? '' : `, ${faults.length} lines left out`}.`);
  for (const policy of policies)
    if (merged.has(policy.head.id)) io.out(`  ${basename(phrasingsPath(policy))}`);
  return faults.length === 0 ? done : no;
};

const readable = ({
  policy,
  faults,
  asks,
  nearMisses,
  fewNearMisses,
  missing,
  weak,
}: PhrasingReport): readonly string[] => [
  `${policy}: ${asks} questions, ${nearMisses} near misses`,
  ...(fewNearMisses && asks > 0
    ? ['  fewer than three near misses a passage: more of what the policy does not say will get an answer']
    : []),
  ...faults.map((fault) => `  ${faultLine(fault)}`),
  ...(missing.length === 0 || asks === 0
    ? []
    : [`  ${missing.length} passages have none:`, ...missing.map((text) => `    “${short(text)}”`)]),
  ...weak.map(({ quote, why }) => `  weak, ${why}: “${short(quote)}”`),
];

const passingNearMisses = (policies: readonly Policy[], files: readonly ReadPhrasings[]) =>
  policies.map(({ head }, at) => ({
    policy: head.id,
    passing: selfTest(files[at]?.lines ?? []).flatMap(({ passing }) => passing),
  }));

const check = ({ policies, files }: OpenedPhrasings, io: Io): number => {
  const reports = checkPhrasings(policies, files);
  const conflicts = phrasingConflicts(files);
  for (const line of reports.flatMap(readable)) io.out(line);
  for (const { question, quotes } of conflicts)
    io.out(
      `conflict: “${short(question)}” stands for ${quotes.map((quote) => `“${short(quote)}”`).join(' and ')}`,
    );
  for (const { policy, passing } of passingNearMisses(policies, files))
    for (const question of passing)
      io.out(`near miss of ${policy} that would pass for an answer: ${short(question)}`);
  const broken = conflicts.length + reports.reduce((sum, { faults }) => sum + faults.length, 0);
  return broken === 0 ? done : no;
};

const optionsOf = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        prompt: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        read: { type: 'string' },
        out: { type: 'string' },
        per: { type: 'string' },
      },
    });
    const modes = [values.prompt, values.check, values.read !== undefined].filter(Boolean).length;
    const per = values.per === undefined ? null : Number(values.per);
    const isSound = per === null || (Number.isInteger(per) && per > 0);
    const isOfPrompt = values.prompt || (values.out === undefined && per === null);
    return modes === 1 && isSound && isOfPrompt ? { ...values, per } : null;
  } catch {
    return null;
  }
};

/** Prompt, reading and checking of phrasings; the policies are those of POLICY_DIR. */
export const phrasePolicies = async (args: readonly string[], io: Io): Promise<number> => {
  const given = optionsOf(args);
  if (given === null) {
    io.err(`Usage: privacy ${PHRASE_USE}`);
    return wrongUse;
  }
  const policies = await openPolicies(policyDir(io.env));
  const files = await Promise.all(policies.map((policy) => readPolicyPhrasings(policy)));
  if (given.prompt) return prompt({ policies, files }, { out: given.out ?? null, per: given.per }, io);
  return given.read === undefined
    ? check({ policies, files }, io)
    : read({ policies, files }, given.read, io);
};
