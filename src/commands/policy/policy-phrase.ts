/** `policy phrase`: the questions that staff would ask of each passage, written by any assistant and checked here line by line. */
import { readFile, writeFile } from 'node:fs/promises';
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
import { policyDir } from '../company-env.ts';
import { done, type Io, no, wrongUse } from '../io.ts';

export const PHRASE_USE = 'policy phrase --prompt [--out FILE] | --read FILE | --check';

type OpenedPhrasings = { readonly policies: readonly Policy[]; readonly files: readonly ReadPhrasings[] };

const short = (text: string): string => {
  const line = quoteKey(text);
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
};

const faultLine = ({ line, fault, quote }: PhrasingFault): string =>
  `line ${line}: ${fault}${quote === '' ? '' : `: “${short(quote)}”`}`;

const prompt = async (
  { policies, files }: OpenedPhrasings,
  out: string | undefined,
  io: Io,
): Promise<number> => {
  const texts = policies.map((policy, at) => {
    const asked = (files[at]?.lines ?? []).flatMap(({ quote, asks }) =>
      asks.length > 0 && quote !== null ? [quote] : [],
    );
    return phrasePrompt(policy, new Set(asked.map(quoteKey)));
  });
  const whole = texts.join('\n\n');
  if (out === undefined) io.out(whole);
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
  for (const policy of policies) {
    const lines = merged.get(policy.head.id);
    if (lines !== undefined) await writeFile(phrasingsPath(policy), phrasingsFile(policy, lines));
  }
  for (const fault of faults) io.err(faultLine(fault));
  io.out(`${added} new questions read${faults.length === 0 ? '' : `, ${faults.length} lines left out`}.`);
  for (const id of merged.keys()) io.out(`  ${id}.phrasings.jsonl`);
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

const check = ({ policies, files }: OpenedPhrasings, io: Io): number => {
  const reports = checkPhrasings(policies, files);
  const conflicts = phrasingConflicts(files);
  for (const line of reports.flatMap(readable)) io.out(line);
  for (const { question, quotes } of conflicts)
    io.out(
      `conflict: “${short(question)}” stands for ${quotes.map((quote) => `“${short(quote)}”`).join(' and ')}`,
    );
  const broken = conflicts.length + reports.reduce((sum, { faults }) => sum + faults.length, 0);
  return broken === 0 ? done : no;
};

/** Prompt, reading and checking of phrasings; the policies are those of POLICY_DIR. */
export const phrasePolicies = async (args: readonly string[], io: Io): Promise<number> => {
  const [mode, value, ...more] = args;
  const open = async (): Promise<OpenedPhrasings> => {
    const policies = await openPolicies(policyDir(io.env));
    return { policies, files: await Promise.all(policies.map((policy) => readPolicyPhrasings(policy))) };
  };
  if (mode === '--prompt' && (value === undefined || (value === '--out' && more.length === 1)))
    return prompt(await open(), more[0], io);
  if (mode === '--read' && value !== undefined && more.length === 0) return read(await open(), value, io);
  if (mode === '--check' && value === undefined) return check(await open(), io);
  io.err(`Usage: privacy ${PHRASE_USE}`);
  return wrongUse;
};
