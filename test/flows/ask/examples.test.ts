import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exampleQuestions } from '../../../src/flows/ask/examples.ts';
import type { Answer } from '../../../src/knowledge/answer/answer.ts';
import { openKnowledge } from '../../../src/knowledge/answer/knowledge.ts';

const knowledge = (
  titles: readonly string[],
  answered: (question: string) => boolean,
  sure = (_: string) => 1,
) => ({
  documents: [],
  policies: [],
  sections: titles.map((title) => ({ policy: 'p', title })),
  ask: (question: string): Promise<Answer> =>
    Promise.resolve({
      question,
      outcome: answered(question) ? 'answered' : 'silent',
      answer: question,
      citations: [
        {
          policy: 'p',
          version: '1',
          section: titles.find((title) => title.endsWith(question)) ?? '',
          quote: `${question} Of course.`,
          start: 0,
          end: 1,
          leadIn: null,
          header: null,
        },
      ],
      nearest: [],
      didYouMean: [],
      law: [],
      procedure: [],
      verdict: null,
      foundBy: 'search',
      answeredBy: 'extract',
      confidence: sure(question),
    }),
});

it.each<readonly [string, Parameters<typeof exampleQuestions>, readonly string[]]>([
  ['the company’s own, unasked', [knowledge([], () => false), ['Who sees a chart?']], ['Who sees a chart?']],
  [
    'headings that ask, without their number, before plain questions',
    [knowledge(['1. Scope', '2. Who can see your record?'], (one) => /record|share/u.test(one)), []],
    ['Who can see your record?', 'Who do we share personal data with?'],
  ],
  [
    'other headings where nothing else is answered, and none that is too short or too long for a button',
    [
      knowledge(['Scope', 'Retention of films', 'x'.repeat(80)], (one) => !/personal data|rights/u.test(one)),
      [],
    ],
    ['Retention of films'],
  ],
  [
    'one plain question where the policies answer none',
    [knowledge(['Retention of films'], () => false), []],
    ['How long do we keep personal data?'],
  ],
  [
    'what is answered surely before what is not',
    [
      knowledge(
        ['Retention of films'],
        () => true,
        (one) => (/films/u.test(one) ? 0.9 : 0.6),
      ),
      [],
    ],
    ['Retention of films', 'How long do we keep personal data?', 'Who can see personal data?'],
  ],
])('offers %s', async (_, args, offered) => {
  expect(await exampleQuestions(...args)).toEqual(offered);
});

const HEAD =
  '---\nid: gym\ntitle: Rules\nversion: "1"\nupdated: May 2026\ncontroller: Gym\ncontact: a@gym.example\nprecedence: 1\n---\n# Rules\n\n## What we hold\n\nWe hold the name and the date of birth of each member.\n\n';

const opening = async (text: string) => {
  const dir = mkdtempSync(join(tmpdir(), 'examples-'));
  writeFileSync(join(dir, 'gym.md'), HEAD + text);
  const opened = await openKnowledge(dir);
  rmSync(dir, { recursive: true });
  return opened;
};

it.each<readonly [string, string, readonly RegExp[]]>([
  [
    'the rows of a table',
    '## How long\n\n| Data | Kept for |\n| --- | --- |\n| Guest | one year |\n| Door entry logs | 90 days |\n| Payment records | seven years |\n',
    [/door entry logs\?$/u, /payment records\?$/u],
  ],
  [
    'the points of a list',
    '## How long we keep it\n\n- Invoices: six years after the end of the year.\n- Camera recordings: 30 days.\n- Applications of people we did not hire: six months.\n',
    [/invoices\?$/u, /camera recordings\?$/u, /applications of people we did not hire\?$/u],
  ],
])(
  'asks first about one of %s that give a period, each answered by that very one',
  async (_, text, wanted) => {
    const dir = mkdtempSync(join(tmpdir(), 'examples-'));
    writeFileSync(join(dir, 'gym.md'), HEAD + text);
    const opened = await openKnowledge(dir);
    rmSync(dir, { recursive: true });
    const offered = await exampleQuestions(opened, []);
    for (const [at, pattern] of wanted.entries()) expect(offered[at]).toMatch(pattern);
    for (const question of offered.slice(0, wanted.length)) {
      const { outcome, citations } = await opened.ask(question);
      expect(outcome).toBe('answered');
      const thing = question.replace('How long do we keep ', '').replace('?', '');
      expect(citations[0]?.quote.toLowerCase()).toContain(thing.toLowerCase());
    }
  },
);

it('offers no question that one point of several answers as if it were all of them', async () => {
  const opened = await opening('## How long we keep it\n\n- Visitor: two years.\n- Guest: one year.\n');
  const answered = await opened.ask('How long do we keep it?');
  expect(answered.citations.length).toBeLessThan(3);
  const offered = (await exampleQuestions(opened, [])).filter((one) => /how long/iu.test(one));
  const points = 2;
  for (const one of offered) {
    const { outcome, citations } = await opened.ask(one);
    expect(outcome === 'answered' ? citations.length : points).toBe(points);
  }
});
