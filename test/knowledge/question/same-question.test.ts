import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/answer/answer.ts';
import { type TeamEntry, teamAnswerTo } from '../../../src/knowledge/answer/team-entry.ts';
import { shippedKnowledge } from '../../support/knowledge.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
});

describe('two questions', () => {
  it.each([
    ['Do we record phone calls?', 'do we record telephone calls'],
    ['Do we record phone calls?', 'are phone calls recorded?'],
    ['How long do we keep badge photos?', 'how long are badge photos stored for?'],
    ['May we use WhatsApp with customers?', 'can we use whatsapp with clients??'],
    ['Who can see the CCTV pictures?', 'who can view the cctv photos'],
    ['Do we have a data protection officer?', 'do we have a data protection officer'],
  ])('are the same: %s / %s', async (one, other) => {
    expect(await knowledge.same(one, [other])).toEqual([true]);
    expect(await knowledge.same(other, [one])).toEqual([true]);
  });

  it.each([
    ['Do we record phone calls?', 'Do we record video calls?', 'another thing'],
    ['Do we record phone calls?', 'Do we record phone calls with children?', 'a narrower thing'],
    ['Do we record phone calls with customers?', 'Do we record phone calls?', 'a wider thing'],
    ['Do we record phone calls?', 'How long do we keep recorded phone calls?', 'another detail'],
    ['Do we record phone calls?', 'Why do we record phone calls?', 'another kind of answer'],
    ['May we record phone calls?', 'Must we record phone calls?', 'duty for permission'],
    ['May we record phone calls?', 'May we not record phone calls?', 'the opposite'],
    ['Do we send data to India?', 'Do we send data to China?', 'another country'],
    ['Do we send data to India?', 'Do we get data from India?', 'the other direction'],
    ['May our accountants see payroll data?', 'May our lawyers see payroll data?', 'other people'],
    ['Can marketing see support tickets?', 'Can support see marketing tickets?', 'parts exchanged'],
    ['Can they delete our data?', 'Can we delete their data?', 'parts exchanged'],
    ['Do we need consent for newsletters?', 'Do we have consent for newsletters?', 'need for have'],
    ['How long do we keep visitor badges?', 'How long do we keep staff badges?', 'other people'],
    ['Do we keep data for 3 years?', 'Do we keep data for 6 years?', 'another figure'],
    ['Do we encrypt laptops?', 'Do we encrypt phones?', 'another device'],
    ['Do we scan fingerprints at the office?', 'Do we scan passports at the office?', 'another document'],
  ])('are not the same: %s / %s (%s)', async (one, other) => {
    expect(await knowledge.same(one, [other])).toEqual([false]);
    expect(await knowledge.same(other, [one])).toEqual([false]);
  });
});

const entry = (over: Partial<TeamEntry> = {}): TeamEntry => ({
  id: 'one',
  question: 'Do we record phone calls?',
  wordings: [],
  answer: 'No.',
  answeredBy: 'U0PRIYA001',
  savedBy: 'U0PRIYA001',
  savedOn: '2026-11-27',
  reviewBy: '2027-11-27',
  beside: [],
  retired: null,
  ...over,
});

const answerTo = (entries: readonly TeamEntry[], question: string, today = '2026-12-01') =>
  teamAnswerTo(entries, question, knowledge.same, today);

describe('the team’s own answer', () => {
  it('is found by its question and by each further wording, and by nothing else', async () => {
    const entries = [entry({ wordings: ['Is what I say on the hotline taped?'] })];
    expect((await answerTo(entries, 'are phone calls recorded?'))?.answer).toBe('No.');
    expect((await answerTo(entries, 'is what I say on the hotline taped'))?.answer).toBe('No.');
    expect(await answerTo(entries, 'is what I say on the radio taped')).toBeNull();
  });

  it('says when its day of review has passed, and is the newest of several', async () => {
    const entries = [entry(), entry({ id: 'two', answer: 'Since May, yes.', savedOn: '2027-05-02' })];
    expect(await answerTo(entries, 'do we record phone calls?', '2027-11-28')).toMatchObject({
      answer: 'Since May, yes.',
      overdue: true,
    });
  });

  it('is shown no more once it is retired', async () => {
    const retired = entry({ retired: { by: 'U0PRIYA001', on: '2026-11-30' } });
    expect(await answerTo([retired], 'do we record phone calls?')).toBeNull();
  });
});
