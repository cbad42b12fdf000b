/** The facts of a policy that people checked, each with its passage. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseYaml } from '../../base/yaml.ts';
import { besidePolicy } from './beside-policy.ts';
import type { Policy, Unit } from './policy.ts';
import { PolicyProblem } from './policy-problem.ts';
import { leavesOutATurn, withoutListEnd } from './unit-variants.ts';

const factSchema = z.strictObject({
  kind: z.enum([
    'controller',
    'law',
    'precedence',
    'version',
    'access',
    'recipient',
    'marketing',
    'transfer_limit',
    'security',
    'retention',
    'right',
    'contact',
    'complaint',
    'cookies',
    'analytics',
  ]),
  about: z.string().min(1),
  /** Word for word from the quote. */
  value: z.string().min(1),
  /** The whole unit it stands in. */
  quote: z.string().min(1),
  /** Topics to which the value is the short answer; it then leaves out nothing that turns the meaning. */
  topics: z.array(z.string()).default([]),
});

const fileSchema = z.strictObject({ policy: z.string(), version: z.string(), facts: z.array(factSchema) });

/** What a policy fixes: a period, a party, a limit, a contact, with the passage that says so. */
export type Fact = z.infer<typeof factSchema>;

export type FactFault = Fact & {
  readonly fault: 'quote not in the text' | 'value not in the quote' | 'leaves out what turns the meaning';
};

/** The facts written beside a policy (`<policy>.facts.yaml`); none where there is no file. Not of its shape, it is a PolicyProblem. */
export const readFacts = async (policy: Policy): Promise<readonly Fact[]> => {
  const file = besidePolicy(policy, '.facts.yaml');
  if (!existsSync(file)) return [];
  const fix = 'Each fact needs kind, about, value and quote; or remove the file.';
  try {
    return fileSchema.parse(parseYaml(await readFile(file, 'utf8'))).facts;
  } catch (cause) {
    throw new PolicyProblem(file, 'the facts are not of their shape.', fix, { cause });
  }
};

const faultOf = (units: readonly Unit[], { value, quote, topics }: Fact): FactFault['fault'] | null => {
  if (!units.some(({ text }) => text === quote)) return 'quote not in the text';
  if (!quote.includes(value)) return 'value not in the quote';
  return topics.length > 0 && leavesOutATurn(withoutListEnd(quote), value)
    ? 'leaves out what turns the meaning'
    : null;
};

/** Every fact that the text, as it is now, does not bear out; such a fact is never shown. */
export const factFaults = ({ units }: Policy, facts: readonly Fact[]): readonly FactFault[] =>
  facts.flatMap((fact) => {
    const fault = faultOf(units, fact);
    return fault === null ? [] : [{ ...fact, fault }];
  });

/** Facts that stand in the text as it is now. */
export const soundFacts = (policy: Policy, facts: readonly Fact[]): readonly Fact[] =>
  facts.filter((fact) => faultOf(policy.units, fact) === null);
