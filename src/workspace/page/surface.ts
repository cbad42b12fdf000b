/** Which blocks can be drawn, and the ids under which elements are remembered. */
import type { Block, KnownBlock } from '@slack/types';
import { useState } from 'preact/hooks';
import type { StateValues, WorkspacePlace } from '../contract.ts';
import { useDesk } from './desk.ts';
import { type FieldInput, stateOf, withValue } from './form.ts';

const known = new Set([
  'actions',
  'alert',
  'card',
  'carousel',
  'container',
  'context',
  'context_actions',
  'data_table',
  'data_visualization',
  'divider',
  'file',
  'header',
  'image',
  'input',
  'markdown',
  'plan',
  'rich_text',
  'section',
  'table',
  'task_card',
  'video',
]);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isKnown = (block: KnownBlock | Block): block is KnownBlock => known.has(block.type);

/** The blocks that can be drawn. */
export const knownBlocks = (blocks: readonly (KnownBlock | Block)[]): readonly KnownBlock[] =>
  blocks.filter(isKnown);

/** A message or view whose elements can be used: what they hold, and how to say that one was used. */
export type PageSurface = {
  readonly place: WorkspacePlace;
  readonly key: string;
  readonly state: StateValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly set: (blockId: string, actionId: string, value: FieldInput) => void;
  readonly fire: (blockId: string, actionId: string, action: FieldInput) => Promise<void>;
};

export const surfaceKey = (place: WorkspacePlace): string =>
  'view' in place ? place.view : `${place.channel}/${place.ts}`;

/** The id of a control in the page, from where it sits. */
export const elementId = (surface: PageSurface, blockId: string, actionId: string): string =>
  `${surface.key}-${blockId}-${actionId}`.replace(/[^\w-]/g, '_');

export const useSurface = (
  place: WorkspacePlace,
  blocks: readonly KnownBlock[],
  errors: Readonly<Record<string, string>> = {},
): PageSurface => {
  const desk = useDesk();
  const [, redraw] = useState(0);
  const key = surfaceKey(place);
  const current = () => stateOf(blocks, desk.typed.get(key) ?? {});
  return {
    place,
    key,
    state: current(),
    errors,
    set: (blockId, actionId, value) => {
      desk.typed.set(key, withValue(desk.typed.get(key) ?? {}, blockId, actionId, value));
      redraw((count) => count + 1);
    },
    fire: async (blockId, actionId, action) => {
      await desk.do({ type: 'act', place, blockId, actionId, action, state: current() });
    },
  };
};
