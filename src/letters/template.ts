/** Reads a template: its head and its body. */

import { z } from 'zod';
import { parseYaml } from '../base/yaml.ts';
import type { CaseState } from '../requests/case/case.ts';
import type { Right } from '../requests/case/case-events.ts';
import {
  commonElements,
  type ElementId,
  elementOf,
  isElementId,
  type LetterAudience,
  type Remedies,
  remedyElements,
} from './elements.ts';
import { rights } from './right-wording.ts';
import { parseBody, type TemplateNode, TemplateProblem, withParts } from './template-syntax.ts';

const states: readonly [CaseState, ...CaseState[]] = [
  'received',
  'awaiting_identity',
  'awaiting_authority',
  'awaiting_fee',
  'in_progress',
  'awaiting_clarification',
  'ready_for_review',
  'approved',
  'responded',
  'refused',
  'withdrawn',
  'lapsed',
  'forwarded_to_controller',
  'closed',
];

const headSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  version: z.string().min(1),
  moment: z.enum(['acknowledge', 'ask', 'extend', 'inform', 'answer', 'refuse', 'end']),
  rights: z.array(z.enum(rights)).min(1),
  states: z.array(z.enum(states)).min(1),
  /** Left out: the letter holds under every regime. */
  regimes: z.array(z.string()).min(1).nullable().default(null),
  /** Of a refusal that rests on some grounds only: their ids in the regime's list. Left out: any. */
  grounds: z.array(z.string()).min(1).nullable().default(null),
  audience: z.enum(['person', 'client', 'recipient']).default('person'),
  remedies: z.enum(['all', 'regulator', 'none']).default('none'),
  required: z.record(z.string().refine(isElementId, 'is no required element we know'), z.string().min(1)),
});

export type LetterMoment = 'acknowledge' | 'ask' | 'extend' | 'inform' | 'answer' | 'refuse' | 'end';

/** What must be said, and the words of the template that mark the place. */
export type Requirement = { readonly element: ElementId; readonly where: string };

export type Template = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly moment: LetterMoment;
  readonly rights: readonly Right[];
  readonly states: readonly CaseState[];
  /** Null: it holds under every regime. */
  readonly regimes: readonly string[] | null;
  /** The grounds on which this refusal can rest; null: any of the right. */
  readonly grounds: readonly string[] | null;
  readonly audience: LetterAudience;
  readonly remedies: Remedies;
  readonly required: readonly Requirement[];
  readonly body: readonly TemplateNode[];
  /** The body as written, to tell the template's words from those of a person. */
  readonly words: string;
};

export const holdsUnder = ({ regimes }: Pick<Template, 'regimes'>, regime: string): boolean =>
  regimes?.includes(regime) ?? true;

const requirementsOf = (
  audience: LetterAudience,
  remedies: Remedies,
  own: Readonly<Record<string, string>>,
): readonly Requirement[] => {
  const shared = [...commonElements[audience], ...remedyElements[remedies]];
  return [
    ...shared.map((element) => ({ element, where: own[element] ?? elementOf(element).where ?? '' })),
    ...Object.entries(own).flatMap(([element, where]) =>
      isElementId(element) && !shared.includes(element) ? [{ element, where }] : [],
    ),
  ];
};

/** Reads one template: front matter between two lines of `---`, then the letter. Throws TemplateProblem. */
export const readTemplate = (file: string, source: string, parts: ReadonlyMap<string, string>): Template => {
  const [, yaml, body] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source) ?? [];
  if (yaml === undefined || body === undefined) throw new TemplateProblem(file, 'it has no front matter');
  const read = headSchema.safeParse(parseYaml(yaml));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new TemplateProblem(file, `"${issue?.path.join('.') ?? ''}" ${issue?.message ?? 'is wrong'}`);
  }
  const { required, ...head } = read.data;
  const whole = withParts(file, body, parts);
  return {
    ...head,
    required: requirementsOf(head.audience, head.remedies, required),
    body: parseBody(file, whole),
    words: whole,
  };
};
