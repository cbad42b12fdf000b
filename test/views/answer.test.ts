import { expect, it } from 'vitest';
import type { Answer, Citation } from '../../src/knowledge/answer/answer.ts';
import { answerMessage, answerView, besideOf } from '../../src/views/answers/answer.ts';
import { furtherQuotes } from '../../src/views/answers/further-quotes.ts';
import { readMore } from '../../src/views/answers/more.ts';
import { labelsOf, wordsOf } from '../support/bot.ts';

const cited = (quote: string, start: number, over: Partial<Citation> = {}): Citation => ({
  policy: 'notice',
  version: '1',
  section: 'Retention',
  quote,
  leadIn: null,
  header: null,
  start,
  end: start + quote.length,
  ...over,
});
const heads = [
  {
    id: 'notice',
    title: 'Privacy notice',
    version: '1',
    updated: 'May 2026',
    controller: 'Garden Society',
    contact: 'c@example.org',
    precedence: 0,
  },
];
const answered = (over: Partial<Answer>): Answer => ({
  question: 'how long do we keep orders?',
  outcome: 'answered',
  answer: '',
  citations: [],
  nearest: [],
  didYouMean: [],
  law: [],
  procedure: [],
  verdict: null,
  answeredBy: 'extract',
  foundBy: 'search',
  confidence: 0.9,
  ...over,
});
const show = (answer: Answer, title: string | null = answer.question) => ({
  answer,
  policies: heads,
  questionId: 'q1',
  title,
  contact: 'c@example.org',
});
const privately = (answer: Answer) => answerMessage(show(answer), { place: 'private' });
const linesOf = (answer: Answer) => wordsOf(privately(answer).blocks).split('\n');

const orders = cited('We keep orders for six years.', 100);
const letters = cited('Letters are kept for a year.', 900);

it('the question stands above, then the one quote, once, then where it stands', () => {
  const lines = linesOf(answered({ answer: 'We keep orders for six years.', citations: [orders] }));
  expect(lines.slice(0, 3)).toEqual([
    'how long do we keep orders?',
    'We keep orders for six years.',
    '*Retention* · Privacy notice, May 2026',
  ]);
});

it('a verdict and a short answer stay above the quote', () => {
  const one = answered({ answer: 'No. We keep orders for six years.', verdict: 'no', citations: [orders] });
  expect(linesOf(one).slice(1, 3)).toEqual(['No.', 'We keep orders for six years.']);
  expect(linesOf(answered({ answer: 'Six years.', citations: [orders] }))[1]).toBe('Six years.');
});

it('a sentence of the quote is not said twice, however long the rest of the quote is', () => {
  const both = cited(
    'Buyers may ask for a copy of what we have. We then keep orders for six years, and no longer.',
    100,
  );
  const answer = 'We then keep orders for six years, and no longer.';
  const said = (over: Partial<Answer>) =>
    wordsOf(privately(answered({ citations: [both], ...over })).blocks).split('keep orders for six').length -
    1;
  expect(said({ answer })).toBe(1);
  expect(said({ answer: `It depends. ${answer}`, verdict: 'depends' })).toBe(1);
  const words = linesOf(answered({ answer: `It depends. ${answer}`, verdict: 'depends', citations: [both] }));
  expect(words[1]).toBe('It depends.');
});

it('what is said beside the quote is not lost with the words that are in it', () => {
  const answer = 'We keep orders for six years. Mind the period: it is not the one in your question.';
  expect(linesOf(answered({ answer, citations: [orders] }))[1]).toBe(
    'Mind the period: it is not the one in your question.',
  );
});

it('other passages, the law and the procedure are under More; what limits the quote is not', () => {
  const suspended = cited('This period is suspended while a claim is open.', 400);
  const one = answered({
    citations: [orders, letters, suspended],
    law: [{ text: 'The law.', source: 'Art. 5' }],
    procedure: ['Tell the team.'],
  });
  const words = wordsOf(privately(one).blocks);
  expect(words).toContain('*But*:\nThis period is suspended');
  for (const hidden of [letters.quote, 'The law.', 'Tell the team.']) expect(words).not.toContain(hidden);
  expect(labelsOf(privately(one).blocks)).toContain('More');
  const more = wordsOf(furtherQuotes([letters], heads, one).blocks);
  expect(more.indexOf('Tell the team.')).toBeGreaterThan(more.indexOf(letters.quote));
  expect(more.indexOf('The law. (Art. 5)')).toBeGreaterThan(more.indexOf('Tell the team.'));
});

it('a sentence that follows in the paragraph, and bullets under the same words, belong to the quote', () => {
  const next = cited('Then they are shredded.', orders.end + 1);
  expect(linesOf(answered({ citations: [orders, next] }))).toContain(next.quote);
  const bullets = ['to see it;', 'to correct it;'].map((text, at) =>
    cited(text, 2_000 + at * 300, { leadIn: 'You have the right:' }),
  );
  const lines = linesOf(answered({ citations: bullets }));
  expect(lines).toEqual(expect.arrayContaining(['to see it;', 'to correct it;']));
});

it('words that introduce a list are never quoted without it, and count once', () => {
  const stem = cited(
    'We may pass an order on, if the law requires it or if we believe that this is needed to:',
    100,
  );
  const items = [
    'obey a court;',
    'protect our rights or those of buyers; or',
    'protect the safety of anybody.',
  ];
  const citations = [stem, ...items.map((text, at) => cited(text, 300 + at * 100, { leadIn: stem.quote }))];
  const lines = linesOf(answered({ citations }));
  for (const each of [stem.quote, ...items]) expect(lines.filter((line) => line === each)).toHaveLength(1);
  expect(labelsOf(privately(answered({ citations })).blocks)).not.toContain('More');
});

it('a list that is asked for stands whole, in the order of the policy, where one passage would be cut off', () => {
  const leadIn = 'You have these rights:';
  const points = ['to see it', 'to correct it', 'to erase it'].map((text, at) =>
    cited(`${text}, ${'by whatever means you choose to ask us, '.repeat(4)}at any time;`, 300 + at * 400, {
      leadIn,
    }),
  );
  const [see, correct, erase] = points;
  if (see === undefined || correct === undefined || erase === undefined) throw new Error('three points');
  const citations = [erase, see, correct];
  const shown = (question: string) =>
    linesOf(answered({ question, citations })).filter((line) => points.some(({ quote }) => quote === line));
  expect(shown('which rights do people have?')).toEqual(points.map(({ quote }) => quote));
  expect(shown('can it be erased?')).toEqual(
    [erase.quote, see.quote].slice(0, shown('can it be erased?').length),
  );
  expect(labelsOf(privately(answered({ question: 'can it be erased?', citations })).blocks)).toContain(
    'More',
  );
});

it('a document whose only heading is its title is named once', () => {
  const one = cited(orders.quote, 100, { section: 'Privacy notice' });
  const words = wordsOf(privately(answered({ citations: [one] })).blocks);
  expect(words.split('Privacy notice')).toHaveLength(2);
});

it('a row of a table is said in words and not again under More, a further one there cell by cell, never with pipes', () => {
  const row = cited('| Orders | 6 years |', 100, { header: '| Record | Period |' });
  const message = privately(answered({ answer: 'Orders: kept for 6 years.', citations: [row] }));
  expect(wordsOf(message.blocks)).toContain('Orders: kept for 6 years');
  expect(JSON.stringify([message.text, message.blocks.slice(0, 3)])).not.toContain('| Orders');
  expect(labelsOf(message.blocks)).not.toContain('More');
  const more = wordsOf(furtherQuotes([row], heads).blocks);
  expect(more).toContain('Record: Orders\nPeriod: 6 years');
  expect(more).not.toContain('|');
});

it('who asks what to do is told that first', () => {
  const words = linesOf(
    answered({
      question: 'a customer asked us to delete her orders, what do I do?',
      answer: 'We keep orders for six years.',
      citations: [orders],
      procedure: ['Tell the team.'],
    }),
  );
  expect(words.indexOf('Tell the team.')).toBeLessThan(words.indexOf(orders.quote));
});

it.each<readonly [string, readonly string[]]>([
  ['how fast must we answer?', ['The law. (Art. 5)', 'We tell the team.']],
  ['who is our officer?', ['We tell the team.', 'The law. (Art. 5)']],
])(
  'where the policy is silent, what answers beside it comes first, labelled, and not again: %s',
  (question, first) => {
    const one = answered({
      question,
      outcome: 'silent',
      answer: 'The policy does not say.',
      nearest: [orders],
      law: [
        { text: 'The law.', source: 'Art. 5' },
        { text: 'More law.', source: 'Art. 6' },
      ],
      procedure: ['We tell the team.'],
      answeredBeside: true,
    });
    const lines = linesOf(one);
    const places = [...first, 'The policy does not say.'].map((line) => lines.indexOf(line));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(lines.filter((line) => /not (?:our|the) policy/u.test(line))).toHaveLength(2);
    const more = wordsOf(furtherQuotes([], heads, besideOf(one)).blocks);
    expect(more).toContain('More law.');
    for (const shown of ['The law. (Art. 5)', 'We tell the team.']) expect(more).not.toContain(shown);
  },
);

it('where the policy is silent and what stands beside it is only near, that stays under More', () => {
  const law = [{ text: 'The law.', source: 'Art. 5' }];
  const one = answered({ outcome: 'silent', answer: 'The policy does not say.', law });
  expect(wordsOf(privately(one).blocks)).not.toContain('The law.');
});

it('what comes closest is labelled once, with whom to write to', () => {
  const silent = { outcome: 'silent', nearest: [orders, letters] } as const;
  const short = linesOf(answered({ ...silent, answer: 'I found no passage that says this. Closest:' }));
  expect(short.filter((line) => /closest/iu.test(line))).toHaveLength(1);
  expect(short.join('\n')).toContain('c@example.org');
  const long = linesOf(answered({ ...silent, answer: 'The policy does not say how long.' }));
  expect(long).toContain('*Closest* (it does not answer your question)');
});

it('Slack’s own feedback buttons stand in messages, ordinary ones in forms, with the same labels', () => {
  const one = answered({ citations: [orders] });
  const form = answerView(show(one), 'C1');
  expect(privately(one).blocks.map(({ type }) => type)).toContain('context_actions');
  expect(form.blocks.map(({ type }) => type)).not.toContain('context_actions');
  for (const blocks of [privately(one).blocks, form.blocks])
    expect(labelsOf(blocks)).toEqual(expect.arrayContaining(['Helpful', 'Not helpful']));
});

it('a More button holds places and an id, and nothing else', () => {
  expect(readMore('q1|notice@1:10-20')).toEqual({
    questionId: 'q1',
    refs: [{ policy: 'notice', version: '1', start: 10, end: 20 }],
  });
  expect(readMore('q1|')).toEqual({ questionId: 'q1', refs: [] });
  expect(readMore('anything else')).toBeNull();
});

it('the signs of Markdown are shown as what they mean, the words as they are', () => {
  const bold = cited(
    '**Helpers** The file is _kept_ for `2` years, see [the list](https://example.org).',
    100,
  );
  const message = privately(answered({ citations: [bold] }));
  expect(wordsOf(message.blocks)).toContain('The file is kept for 2 years, see the list.');
  expect(JSON.stringify(message)).not.toMatch(/\*\*|`2`|\]\(/u);
  expect(JSON.stringify(message.blocks)).toContain('"text":"Helpers","style":{"bold":true}');
});

it('More holds neither what stands above nor words that introduce nothing', () => {
  const stem = cited('We may also share it:', 100);
  const point = cited('if we sell a shop;', 200, { leadIn: stem.quote });
  const other = cited('We may also tell others, where it is needed to:', 900);
  const labels = labelsOf(privately(answered({ citations: [point, stem, other] })).blocks);
  expect(labels).not.toContain('More');
});

it('a long quote stands without words that only say that it is quoted', () => {
  const answer = 'Under “Retention” the policy says what is quoted here.';
  const words = wordsOf(privately(answered({ answer, citations: [orders] })).blocks);
  expect(words).not.toContain('quoted here');
  const noted = answered({ answer: `No. ${answer} Mind the period.`, citations: [orders], verdict: 'no' });
  expect(linesOf(noted)).toContain('No. Mind the period.');
});

it('law that answers where the policy is silent stands alone: nothing that only comes close, no other questions', () => {
  const silent = answered({
    question: 'how fast must we answer a request?',
    outcome: 'silent',
    answer: 'The policy does not say how fast. What comes closest is shown, but it is not an answer.',
    nearest: [orders],
    didYouMean: ['How long do we keep orders?'],
    law: [{ text: 'Within a month.', source: 'Art. 12' }],
    answeredBeside: true,
  });
  const words = wordsOf(privately(silent).blocks);
  expect(words).toContain('Within a month.');
  expect(words).toContain('The policy does not say how fast.');
  for (const hidden of [orders.quote, 'closest', 'Did you mean']) expect(words).not.toContain(hidden);
});
