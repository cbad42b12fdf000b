/** What an edit of a policy changes: passages, headings and titles of tables, each change once. */
import type { Policy } from '../policy/policy.ts';
import { alike } from '../question/words.ts';

export type UnitChange = {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly what: 'passage' | 'heading' | 'table header';
  /** Where it stands now, or stood. */
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
/** In one place two passages are the same one rewritten when they share so much. */
const SAME_PLACE = 0.25;
/** Texts of more items than this are compared by what is equal, not by the longest common order. */
const MOST_ITEMS = 4_000;

/** A heading, the titles of a table or a passage, in the order of the document. */
type Edited = {
  readonly what: UnitChange['what'];
  readonly text: string;
  readonly section: string;
  readonly leadIn: string | null;
  readonly key: string;
};

const spaced = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const item = (
  what: UnitChange['what'],
  text: string,
  section: string,
  leadIn: string | null,
  depth = 0,
): Edited => ({
  what,
  text,
  section,
  leadIn,
  key: `${what} ${depth} ${spaced(text)}`,
});

const itemsOf = ({ units }: Policy): readonly Edited[] => {
  const items: Edited[] = [];
  let path: readonly string[] = [];
  let header: number | null = null;
  for (const unit of units.filter(({ within }) => within === null)) {
    const common = unit.path.findIndex((title, at) => title !== path[at]);
    const from = common === -1 ? unit.path.length : common;
    for (const [at, title] of unit.path.slice(from).entries())
      items.push(item('heading', title, title, null, from + at));
    path = unit.path;
    if (unit.header !== null && unit.header.start !== header)
      items.push(item('table header', unit.header.text, unit.section, null));
    header = unit.header?.start ?? null;
    items.push(
      item('passage', unit.text, unit.section, unit.leadIn === null ? null : spaced(unit.leadIn.text)),
    );
  }
  return items;
};

/** What heads or introduces others keeps its place rather than they. */
const weight = ({ what, text }: Edited): number => (what !== 'passage' ? 4 : /:\s*$/u.test(text) ? 3 : 1);

/** Pairs of places of the heaviest common order of both. */
const common = (one: readonly Edited[], other: readonly Edited[]): readonly (readonly [number, number])[] => {
  const width = other.length + 1;
  const best = new Uint32Array((one.length + 1) * width);
  for (let a = one.length - 1; a >= 0; a -= 1)
    for (let b = other.length - 1; b >= 0; b -= 1) {
      const [left, right] = [one[a], other[b]];
      const skip = Math.max(best[(a + 1) * width + b] ?? 0, best[a * width + b + 1] ?? 0);
      const take =
        left !== undefined && left.key === right?.key
          ? (best[(a + 1) * width + b + 1] ?? 0) + weight(left)
          : 0;
      best[a * width + b] = Math.max(skip, take);
    }
  const pairs: [number, number][] = [];
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const [left, right] = [one[a], other[b]];
    const here = best[a * width + b] ?? 0;
    if (
      left !== undefined &&
      left.key === right?.key &&
      here === (best[(a + 1) * width + b + 1] ?? 0) + weight(left)
    ) {
      pairs.push([a, b]);
      a += 1;
      b += 1;
    } else if (here === (best[(a + 1) * width + b] ?? 0)) a += 1;
    else b += 1;
  }
  return pairs;
};

const change = (kind: UnitChange['kind'], before: Edited | null, after: Edited | null): UnitChange => {
  const gone = figuresOf(before?.text ?? null);
  const come = figuresOf(after?.text ?? null);
  return {
    kind,
    what: (after ?? before)?.what ?? 'passage',
    section: after?.section ?? before?.section ?? '',
    before: before?.text ?? null,
    after: after?.text ?? null,
    figures: {
      gone: gone.filter((figure) => !come.includes(figure)),
      come: come.filter((figure) => !gone.includes(figure)),
    },
  };
};

/** What an edit of a policy changes, piece by piece, in the order of the new text and then of what is gone. */
export const diffPolicies = (before: Policy, after: Policy): readonly UnitChange[] => {
  const one = itemsOf(before);
  const other = itemsOf(after);
  const pairs =
    one.length > MOST_ITEMS || other.length > MOST_ITEMS ? inOrder(one, other) : common(one, other);
  const stays = new Map(pairs.map(([a, b]) => [b, a]));
  const left = new Set(one.keys());
  for (const [a] of pairs) left.delete(a);
  const was = new Set(one.map(({ key }) => key));
  const is = new Set(other.map(({ key }) => key));
  const partner = new Map<number, { readonly at: number; readonly kind: 'moved' | 'changed' }>();
  const fresh = [...other.keys()].filter((at) => !stays.has(at));
  const pick = (
    at: number,
    kind: 'moved' | 'changed',
    likeness: (old: Edited, place: number) => number,
    least: number,
  ): void => {
    const mine = other[at];
    if (mine === undefined || partner.has(at)) return;
    let found: number | null = null;
    let most = least;
    for (const place of left) {
      const old = one[place];
      if (old === undefined || old.what !== mine.what) continue;
      const near = likeness(old, place);
      if (near > most) [found, most] = [place, near];
    }
    if (found === null) return;
    left.delete(found);
    partner.set(at, { at: found, kind });
  };
  /** The places of the old text between the neighbours that stay of a place of the new one. */
  const between = (at: number): readonly [number, number] => {
    let [from, to] = [-1, one.length];
    for (let up = at - 1; up >= 0; up -= 1) {
      const there = stays.get(up);
      if (there !== undefined) {
        from = there;
        break;
      }
    }
    for (let down = at + 1; down < other.length; down += 1) {
      const there = stays.get(down);
      if (there !== undefined) {
        to = there;
        break;
      }
    }
    return [from, to];
  };
  for (const at of fresh)
    pick(at, 'moved', (old) => (spaced(old.text) === spaced(other[at]?.text ?? '') ? 1 : 0), 0.5);
  for (const at of fresh) {
    const [from, to] = between(at);
    const sure = other[at]?.what === 'passage' ? SAME_PLACE : -1;
    pick(
      at,
      'changed',
      (old, place) => (place > from && place < to ? alike(old.text, other[at]?.text ?? '') : -2),
      sure,
    );
  }
  for (const at of fresh)
    pick(
      at,
      'changed',
      (old) =>
        alike(old.text, other[at]?.text ?? '') + (old.section === other[at]?.section ? SAME_SECTION : 0),
      SAME_PASSAGE,
    );
  const changes = [...other.entries()].flatMap(([at, mine]): readonly UnitChange[] => {
    const kept = stays.get(at);
    if (kept !== undefined) {
      // Its words and its place stay, what introduces it does not: it was moved under another lead-in.
      const old = one[kept];
      const led = (lead: string | null | undefined, among: ReadonlySet<string>): boolean =>
        lead == null || among.has(`passage 0 ${lead}`);
      return old !== undefined && old.leadIn !== mine.leadIn && led(old.leadIn, is) && led(mine.leadIn, was)
        ? [change('moved', old, mine)]
        : [];
    }
    const found = partner.get(at);
    return [change(found?.kind ?? 'added', found === undefined ? null : (one[found.at] ?? null), mine)];
  });
  return [...changes, ...[...left].map((at) => change('removed', one[at] ?? null, null))];
};

/** Equal items from the start on, for documents too long to compare in every order. */
const inOrder = (
  one: readonly Edited[],
  other: readonly Edited[],
): readonly (readonly [number, number])[] => {
  const places = new Map<string, number[]>();
  for (const [at, { key }] of one.entries()) places.set(key, [...(places.get(key) ?? []), at]);
  let last = -1;
  return other.flatMap(({ key }, at): readonly (readonly [number, number])[] => {
    const place = places.get(key)?.find((there) => there > last);
    if (place === undefined) return [];
    last = place;
    return [[place, at]];
  });
};
