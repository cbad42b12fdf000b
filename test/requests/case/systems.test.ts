import { describe, expect, it } from 'vitest';
import { isCaseEvent } from '../../../src/requests/case/event-shape.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { logged } from '../../support/case-story.ts';

const systems = [
  { id: 'notes', name: 'Paper notes', team: 'records', rights: null },
  { id: 'calls', name: 'Recordings', team: 'reception', rights: ['erasure' as const] },
];
const searchesOf = (history: Parameters<typeof replay>[0]) =>
  replay(history)
    .tasks.filter(({ system }) => system !== null)
    .map(({ title, team }) => [title.replace(/^.*: /u, ''), team]);

describe('the systems of a case', () => {
  it('are those that matter for its right, by the name and team of the day it was logged', () => {
    expect(searchesOf(logged('access', { systems }))).toEqual([['Paper notes', 'records']]);
    expect(searchesOf(logged('erasure', { systems }))).toEqual([
      ['Paper notes', 'records'],
      ['Recordings', 'reception'],
    ]);
  });

  it('of a case that was logged before names were kept are called by their ids', () => {
    const [first, ...rest] = logged('access', {
      systems: [{ id: 'paper_notes', name: 'Paper notes', team: 'records', rights: null }],
    });
    if (first?.type !== 'logged') throw new Error('no first event');
    const { places: _, ...older } = first;
    expect(isCaseEvent(older)).toBe(true);
    expect(searchesOf([older, ...rest])).toEqual([['paper notes', 'operations']]);
  });

  it.each([[[{ id: 'a', name: 'A' }]], ['a'], [[3]]])('that are no systems make no event: %j', (places) => {
    const [first] = logged('access', { systems });
    expect(isCaseEvent({ ...first, places })).toBe(false);
  });
});
