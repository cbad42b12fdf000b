/** Whose policies these are: one controller in one run, told apart by name, however the name is written. */
import type { Policy, PolicyHead } from './policy.ts';
import { PolicyProblem } from './policy-problem.ts';

/** A field of the front matter that nobody has filled in; it never goes into a letter or a line of contact. */
export const isStated = (field: string): boolean =>
  field.trim() !== '' && !/^(?:not stated|unknown|none|n\/a|tbc|todo)$/iu.test(field.trim());

/** "Emailadmin@acme.example": the label of one cell and the words of the next, run together where a table was read. */
export const isGlued = (contact: string): boolean => unglued(contact) !== contact.trim();

/** The contact without the label that was run together with it. */
export const unglued = (contact: string): string =>
  contact
    .trim()
    .replace(/^(?:E-?mail|Mail|Contact|Address|Phone|Tel(?:ephone)?):?(?=[A-Za-z0-9][\w.+-]*@)/u, '');

/** What a legal form is written as; the name is the same with and without it. */
const FORMS =
  /\b(?:limited|ltd|llp|plc|inc|incorporated|llc|corp|corporation|co|company|gmbh|ag|bv|sarl|sas|sa|cic|cio|the)\b/gu;

const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[.'’]/gu, '')
    .replace(/&/gu, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(FORMS, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** "Acme Ltd." and "ACME Limited" are one. */
export const sameController = (one: string, other: string): boolean => {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a === '' || b === '' ? one.trim() === other.trim() : a === b;
};

/** Whether a controller goes by one of these names. */
export const isNamed = (controller: string, names: readonly string[]): boolean =>
  names.some((name) => sameController(name, controller));

/** The policies' own contact, that of the highest precedence first; null where none is stated. */
export const contactOf = (heads: readonly PolicyHead[]): string | null =>
  heads.find(({ contact }) => isStated(contact))?.contact ?? null;

/** The controller that the policies state; null where none does. */
export const controllerOf = (heads: readonly PolicyHead[]): string | null =>
  heads.find(({ controller }) => isStated(controller))?.controller ?? null;

/** Throws PolicyProblem where policies of two controllers lie in one folder; `names` are those that the company goes by. */
export const oneController = (dir: string, policies: readonly Policy[], names: readonly string[]): void => {
  const stated = policies.filter(({ head }) => isStated(head.controller));
  const [first] = stated;
  const other = stated.find(
    ({ head }) =>
      first !== undefined &&
      !sameController(head.controller, first.head.controller) &&
      !(isNamed(head.controller, names) && isNamed(first.head.controller, names)),
  );
  if (first === undefined || other === undefined) return;
  throw new PolicyProblem(
    dir,
    `the policies belong to two controllers: ${first.head.controller} (${first.head.id}) and ${other.head.controller} (${other.head.id}).`,
    'One company speaks: move the other’s policies to a folder of their own and set POLICY_DIR to yours. If both are names of one company, list them under "also" in the company file.',
  );
};
