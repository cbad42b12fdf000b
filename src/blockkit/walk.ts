/** Where a check stands in a payload, and what it has found on the way. */
import type { BlockSurface, Breach, Only } from './rule.ts';

/** Where the walk stands; `breaches` is filled on the way. */
export type Walk = {
  readonly surface: BlockSurface;
  readonly block: string | null;
  readonly element: string | null;
  readonly breaches: Breach[];
};

/** Notes a broken rule. */
export const say = (walk: Walk, pointer: string, message: string): undefined => {
  walk.breaches.push({ pointer, message });
};

/** Whether a field exists at this place. */
export const applies = (walk: Walk, only: Only | undefined): boolean =>
  only === undefined ||
  ((only.surface === undefined || only.surface === walk.surface) &&
    (only.block === undefined || only.block === walk.block) &&
    (only.element === undefined || only.element === walk.element));
