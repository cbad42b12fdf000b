/** Asks a model which units answer a question; code decides what of its reply holds. */
import type { Policy, Unit } from '../policy/policy.ts';
import { provenUnits } from './finder-proof.ts';
import { type FinderReply, readReply } from './finder-reply.ts';
import {
  finderPrefix,
  finderQuestion,
  type ListedUnit,
  listUnits,
  replySchema,
  tokensIn,
  unitLines,
} from './finder-request.ts';
import type { Model, ModelRequest } from './model.ts';
import { type ListedSection, listSections, sectionLines, unitsWithin } from './sections-first.ts';

/** Both without identifying words already. */
export type Sought = {
  readonly question: string;
  /** The question before it in the same thread. */
  readonly before: string | null;
  /** Units of the local search: their sections are read in any case where a policy is too long to be read whole. */
  readonly local: readonly { readonly policy: string; readonly start: number }[];
};

export type ModelFinding =
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'found';
      readonly reply: FinderReply;
      readonly units: readonly Unit[];
      readonly whole: boolean;
    };

export type Finder = (
  sought: Sought,
  signal: AbortSignal,
  onSend: ModelRequest['onSend'],
) => Promise<ModelFinding>;

/** The request that a question makes over all units, as it is sent and as it is recorded. */
export const requestFor = (
  policies: readonly Policy[],
  listed: readonly ListedUnit[],
  { question, before }: Pick<Sought, 'question' | 'before'>,
): Omit<ModelRequest, 'onSend'> => ({
  prefix: finderPrefix(unitLines(policies, listed)),
  question: finderQuestion(question, before),
  schema: replySchema,
});

/** What a reply over these units is worth. */
export const findingOf = (content: string, listed: readonly ListedUnit[]): ModelFinding => {
  const reply = readReply(content);
  return reply === null ? { kind: 'unreadable' } : { kind: 'found', reply, ...provenUnits(reply, listed) };
};

/**
 * `context` is how many tokens one request may hold, question and reply left aside. One completion where the policies fit into it,
 * two where sections have to be chosen first. Rejects when the model does.
 */
export const finder = (policies: readonly Policy[], model: Model, context: number): Finder => {
  const listed = listUnits(policies);
  const linesOf = (units: readonly ListedUnit[]): string => unitLines(policies, units);
  const fits = tokensIn(finderPrefix(linesOf(listed))) <= context;
  const sections = fits ? [] : listSections(listed);

  const chosenSections = async (
    sought: Sought,
    signal: AbortSignal,
    onSend: ModelRequest['onSend'],
  ): Promise<readonly ListedSection[]> => {
    const request = {
      prefix: finderPrefix(sectionLines(sections)),
      question: finderQuestion(sought.question, sought.before),
      schema: replySchema,
      onSend,
    };
    const reply = readReply(await model.complete(request, signal));
    const named = reply?.units.flatMap(({ id }) => sections.find((section) => section.id === id) ?? []) ?? [];
    const local = sections.filter(({ units }) =>
      units.some(({ unit }) =>
        sought.local.some(({ policy, start }) => policy === unit.policy && start === unit.start),
      ),
    );
    return [...new Set([...named, ...local])];
  };

  return async (sought, signal, onSend) => {
    const units = fits ? listed : unitsWithin(await chosenSections(sought, signal, onSend), context, linesOf);
    if (units.length === 0) return { kind: 'unreadable' };
    const content = await model.complete({ ...requestFor(policies, units, sought), onSend }, signal);
    return findingOf(content, units);
  };
};
