/** House rules held against the policies: a passage that says the opposite of a rule is named, and the rule is not shown. */
import type { Policy } from '../policy/policy.ts';
import type { OwnRule } from '../question/own.ts';

/** A rule and the passage that it cannot stand beside, verbatim. */
export type DisputedRule = {
  readonly rule: string;
  readonly text: string;
  readonly policy: string;
  readonly quote: string;
};

/** The first passage of each policy that fits one of the patterns under which a rule is wrong. */
export const disputedRules = (
  policies: readonly Policy[],
  rules: readonly OwnRule[],
): readonly DisputedRule[] =>
  policies.flatMap(({ head, units }) =>
    rules.flatMap(({ id, text, contradicts }) => {
      const unit = units.find(({ text: said }) =>
        contradicts.some((pattern) => pattern.test(said.replace(/\s+/gu, ' '))),
      );
      return unit === undefined ? [] : [{ rule: id, text, policy: head.id, quote: unit.text }];
    }),
  );
