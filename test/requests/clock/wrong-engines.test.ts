import { describe, expect, it } from 'vitest';
import { oracleCases, table } from './oracle.ts';
import { type Engine, rightEngine, wrongEngines } from './wrong-engines.ts';

const failing = (engine: Engine): readonly string[] =>
  oracleCases.filter((one) => engine(one.input, table).due !== one.expected_due).map(({ id }) => id);

describe('the pinned cases', () => {
  it('pass the engine that is tested', () => expect(failing(rightEngine)).toEqual([]));

  it.each(Object.entries(wrongEngines))('catch the engine in which %s', (_mistake, engine) => {
    expect(failing(engine).length).toBeGreaterThan(0);
  });
});
