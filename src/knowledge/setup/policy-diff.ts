import type { Policy, Unit } from '../policy/policy.ts';
import { alike } from '../question/words.ts';

export type UnitChange = {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly section: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Numbers and periods that are only in one of the two, as written: `one year`, `30 days`, `£10`. */
  readonly figures: { readonly gone: readonly string[]; readonly come: readonly string[] };
};

const FIGURE =
  /[£$€]\s?\d[\d,.]*|\b(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty)[- ](?:(?:calendar|working|business) )?(?:hour|day|week|month|year)s?\b|\b\d+(?:[.,]\d+)*\b/giu;

const figuresOf = (text: string | null): readonly string[] => [
  ...new Set(
    [...(text ?? '').matchAll(FIGURE)].map(([figure]) => figure.toLowerCase().replace(/[.,]$/u, '')),
  ),
];

const SAME_PASSAGE = 0.4;
const SAME_SECTION = 0.1;

const change = (before: Unit | null, after: Unit | null): UnitChange => {
  const gone = figuresOf(before?.text ?? null);
  const come = figuresOf(after?.text ?? null);
  return {
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    section: after?.section ?? before?.section ?? '',
    before: before?.text ?? null,
    after: after?.text ?? null,
    figures: {
      gone: gone.filter((figure) => !come.includes(figure)),
      come: come.filter((figure) => !gone.includes(figure)),
    },
  };
};

const spaced = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What an edit of a policy changes, passage by passage, in the order of the new text and then of what is gone. */
export const diffPolicies = (before: Policy, after: Policy): readonly UnitChange[] => {
  const whole = ({ units }: Policy): readonly Unit[] => units.filter(({ within }) => within === null);
  const left = new Set(whole(before));
  const fresh: Unit[] = [];
  for (const unit of whole(after)) {
    const same = [...left].find((old) => spaced(old.text) === spaced(unit.text));
    if (same === undefined) fresh.push(unit);
    else left.delete(same);
  }
  const changes = fresh.map((unit) => {
    let best: Unit | null = null;
    let most = SAME_PASSAGE;
    for (const old of left) {
      const near = alike(old.text, unit.text) + (old.section === unit.section ? SAME_SECTION : 0);
      if (near > most) [best, most] = [old, near];
    }
    if (best !== null) left.delete(best);
    return change(best, unit);
  });
  return [...changes, ...[...left].map((unit) => change(unit, null))];
};
