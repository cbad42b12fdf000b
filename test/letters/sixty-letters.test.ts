/** Letters filled from recorded cases of every right under every law: no gap stays open and nothing is found wrong. */
import { describe, expect, it } from 'vitest';
import { allRights } from '../../src/requests/clock/rights.ts';
import { letterOfStory, letterStories } from './letter-stories.ts';

describe('a letter from a recorded case', () => {
  it('is there for every right of a person, under every law, sixty and more', () => {
    expect(letterStories.length).toBeGreaterThan(59);
    const people = allRights.filter((right) => !right.startsWith('client'));
    for (const regime of ['uk', 'eu', 'ch'])
      expect(new Set(letterStories.filter((one) => one.regime === regime).map(({ right }) => right))).toEqual(
        new Set(people),
      );
  });

  it.each(letterStories)('$letter, $right ($regime): $what', (one) => {
    const { findings } = letterOfStory(one);
    expect(findings.filter(({ code }) => code !== 'sent_too_late' || one.what !== 'refused late')).toEqual(
      [],
    );
  });
});
