/** One letter of one case: filled from the case, its gaps named, checked, with its fingerprint. Nothing is stored. */
import { contentHash } from '../../letters/content-hash.ts';
import { holdsBack } from '../../letters/contradictions.ts';
import type { LetterFacts } from '../../letters/fact-fields.ts';
import { fill } from '../../letters/fill.ts';
import { error, type Finding } from '../../letters/finding.ts';
import type { LetterDesk } from '../../letters/letter-desk.ts';
import { lint } from '../../letters/lint.ts';
import { sameProvision } from '../../letters/provision-in-words.ts';
import type { Template } from '../../letters/template.ts';
import { verdictOf } from '../../letters/verdict.ts';
import type { Case } from '../../requests/case/case.ts';
import type { Composed } from './composed-letter.ts';
import { withDerived } from './derived-facts.ts';
import { caseFacts } from './letter-facts.ts';
import { gapOf, gapsOf, withTyped } from './letter-gaps.ts';
import type { LetterSource, TypedFields } from './letter-source.ts';
import type { Prefill } from './prefilled.ts';

/** Words that nobody wrote into this letter: of the policy, the company and its systems. What people recorded is looked at like the rest. */
const wordsNotOurs = (prefill: Prefill, { places }: Case): string =>
  [
    ...Object.values(prefill).flatMap(({ words, origin }) => (origin.from === 'register' ? [] : [words])),
    ...places.map(({ name }) => name),
  ].join('\n');

/** The ground of the register and that of the letter are one. */
const groundFindings = (
  template: Template,
  { refused = [] }: LetterFacts,
  provision: string | undefined,
): readonly Finding[] => {
  if (provision === undefined || template.grounds !== null || refused.length === 0) return [];
  const named = refused.map(({ ground }) => ground);
  return named.some((ground) => sameProvision(ground, provision) !== false)
    ? []
    : [
        error(
          'not_in_register',
          `The letter names ${named.join('; ')} and the ground for the register is ${provision}. Make both the same.`,
          'refused',
        ),
      ];
};

/** Null when the case has no clock to write from. `typed` holds what a person put into the gaps, by fact name. */
export const composeLetter = (
  letters: LetterDesk,
  template: Template,
  source: LetterSource,
  typed: TypedFields = {},
  prefill: Prefill = {},
): Composed | null => {
  const known = caseFacts(letters, template, source);
  if (known === null) return null;
  const { record, law } = known;
  const { request } = source;
  const facts = withDerived(known.facts, record, request);
  const { provision } = source;
  const given = { typed, prefill, provision };
  const first = gapsOf(template, facts, given);
  // What is filled in can open a part of the letter with gaps of its own.
  const inner = fill(template, withDerived(withTyped(known.facts, first, provision), record, request))
    .missing.filter((name) => !first.some((gap) => gap.name === name))
    .flatMap((name) => gapOf(name, true, given));
  const gaps = [...first, ...inner];
  const all = withDerived(withTyped(known.facts, gaps, provision), record, request);
  const { text } = fill(template, all);
  return {
    text,
    gaps,
    findings: [
      ...groundFindings(template, all, provision),
      ...lint(text, template, all, {
        verify: letters.verify,
        record,
        law,
        policyWords: wordsNotOurs(prefill, request),
      }),
    ],
    hash: contentHash(text),
    says: { holdsBack: holdsBack(all), verdict: verdictOf(all) },
  };
};
