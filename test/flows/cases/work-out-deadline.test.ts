import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workOutDeadline } from '../../../src/flows/cases/work-out-deadline.ts';
import { openDesk } from '../../support/desk.ts';

let place: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  place = await openDesk('2026-11-23T09:00:00Z');
});
afterAll(() => place.close());

const ask = (typed: string) => workOutDeadline(place.desk, typed);
const answered = (typed: string) => {
  const answer = ask(typed);
  if (!answer.ok) throw new Error(answer.why);
  return answer;
};
const why = (typed: string): string => {
  const answer = ask(typed);
  return answer.ok ? `answered: ${answer.received}` : answer.why;
};

describe('working out a due date', () => {
  // Due dates counted by hand: one month, then on past weekends and England's bank holidays.
  it.each([
    ['2026-01-31', 'access', '2026-03-02'],
    ['31 Jan 2026', 'access', '2026-03-02'],
    ['31st of January 2026', 'access', '2026-03-02'],
    ['January 31, 2026', 'access', '2026-03-02'],
    ['31/01/2026', 'access', '2026-03-02'],
    ['31.1.26', 'access', '2026-03-02'],
    ['2026/01/31', 'access', '2026-03-02'],
    ['2026-01-31 erasure', 'erasure', '2026-03-02'],
    ['2026-01-31 delete', 'erasure', '2026-03-02'],
    ['erasure 2026-01-31', 'erasure', '2026-03-02'],
    ['2026-01-31 (right to be forgotten)', 'erasure', '2026-03-02'],
    ['received on 31 January 2026, DSAR', 'access', '2026-03-02'],
    ['2026-01-31 correction', 'rectification', '2026-03-02'],
    ['2026-01-31 article 20', 'portability', '2026-03-02'],
    ['2026-01-31 stop marketing opt-out', 'direct_marketing_objection', '2026-03-02'],
    ['25 Nov 2025 objection', 'objection', '2025-12-29'],
    ['letter of 31st Jan 2026', 'access', '2026-03-02'],
    ['email received 31.01.2026 at 10:30, erasure', 'erasure', '2026-03-02'],
    ['Brief vom 31. Januar 2026', 'access', '2026-03-02'],
    ['lettre reçue le 31 janvier 2026', 'access', '2026-03-02'],
    ['recibido el 31 de enero de 2026', 'access', '2026-03-02'],
    ['yesterday', 'access', '2026-12-22'],
    ['today', 'access', '2026-12-23'],
  ])('reads “%s” as %s, due %s', (typed, right, due) => {
    const [first] = answered(typed).answers;
    expect([first?.right, first?.deadline.due]).toEqual([right, due]);
  });

  it('says how it read a slashed date, and takes access when no right is named', () => {
    const answer = answered('05/11/2026');
    expect(answer.received).toBe('2026-11-05');
    expect(answer.reading).toContain('day first');
    expect(answer.assumed).toBe(true);
  });

  it('takes the latest such day when no year is given, and says so', () => {
    expect(answered('31 December').received).toBe('2025-12-31');
    expect(answered('2 November').received).toBe('2026-11-02');
    expect(answered('2 November').reading).toContain('No year');
  });

  it('counts an instant by the calendar here, not by UTC', () => {
    expect(answered('2026-07-31T23:30:00Z').received).toBe('2026-08-01');
  });

  it('does not tell of a time that nobody gave', () => {
    expect(answered('2026-01-31').answers[0]?.deadline.explanation.join(' ')).not.toContain('12:00');
  });

  it('answers for every right that is named', () => {
    const rights = answered('2026-11-02 access and erasure').answers.map(({ right }) => right);
    expect(rights.toSorted()).toEqual(['access', 'erasure']);
  });

  it.each([
    ['2026-03-31 access', ['identity', 'clarification', 'extension']],
    ['2026-03-31 erasure', ['identity', 'extension']],
    // Before 5 February 2026 the law knew no pause and no fresh month.
    ['2026-01-31 access', ['extension']],
    ['2026-03-31 marketing opt-out', ['nothing']],
    ['2026-03-31 complaint', ['nothing']],
  ])('knows what could move %s', (typed, kinds) => {
    expect(answered(typed).answers[0]?.movements.map(({ by }) => by)).toEqual(kinds);
  });

  it('names the day an extension would give: three months from receipt', () => {
    const [first] = answered('2026-02-10 access').answers;
    // 10 May 2026 is a Sunday.
    expect(first?.movements.find(({ by }) => by === 'extension')).toMatchObject({ to: '2026-05-11' });
  });

  it.each([
    ['2026-02-30', /no such day/],
    ['30 February 2026', /no such day/],
    ['13/31/2026', /no such day/],
    ['01/31/2026', /day first.*2026-01-31/],
    ['Friday 31 January 2026', /Sat 31 Jan 2026/],
    ['2026-11-24', /not come yet/],
    ['2999-01-01', /not come yet/],
    ['2001-01-01', /2018/],
    ['2026-01-31 2026-02-01', /more than one/],
    ['2026-01-31 banana', /banana/],
    ['banana', /find a day/],
    ['', /day on which/],
  ])('refuses “%s” in a clear sentence', (typed, sentence) => {
    expect(why(typed)).toMatch(sentence);
  });

  it('saves nothing', async () => {
    answered('2026-01-31');
    expect(await place.desk.register.list()).toEqual([]);
  });
});
