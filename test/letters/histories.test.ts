/** Letters of sixty histories by another hand: each says what it has to, nothing that it must not, and passes every check. */
import { describe, expect, it } from 'vitest';
import { letterOfHistory, playedHistories } from './histories.ts';

describe('the letter of a history', () => {
  it('is there for each of the sixty', () => {
    expect(playedHistories.filter(({ play }) => play === undefined)).toEqual([]);
    expect(playedHistories.length).toBe(60);
  });

  it.each(playedHistories)('$history.id, $play.letter ($history.regime)', ({ history, play }) => {
    if (play === undefined) throw new Error('not played');
    const { text, findings } = letterOfHistory(history, play);
    // The Swiss authority's own name begins as the British one's.
    const own = text.replaceAll('Federal Data Protection and Information Commissioner', 'FDPIC');
    const says = (words: string) => own.toLowerCase().includes(words.toLowerCase());
    const other = play.otherwise ?? {};
    expect(history.must_say.filter((words) => !says(words) && other[words] === undefined)).toEqual([]);
    expect(history.must_not_say.filter(says)).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
