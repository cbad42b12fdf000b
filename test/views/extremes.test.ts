import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../src/blockkit/validate.ts';
import type { GapReport } from '../../src/flows/ask/gap-report.ts';
import type { Answer, Citation } from '../../src/knowledge/answer/answer.ts';
import { type FactName, factFields } from '../../src/letters/fact-fields.ts';
import { error } from '../../src/letters/finding.ts';
import { parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import type { Deadline } from '../../src/requests/clock/clock-case.ts';
import { answerMessage, answerView } from '../../src/views/answers/answer.ts';
import { decodeRefs, encodeRefs } from '../../src/views/answers/citation-refs.ts';
import { aboutMeMessage, feedbackForm } from '../../src/views/answers/feedback.ts';
import { furtherQuotes, sharedAnswer } from '../../src/views/answers/further-quotes.ts';
import { gapsView } from '../../src/views/answers/gaps.ts';
import { entriesView, teamEntryForm } from '../../src/views/answers/team-entry.ts';
import {
  answeredCard,
  teamAnswerForm,
  teamAnswerMessage,
  teamQuestionCard,
  teamQuestionForm,
} from '../../src/views/answers/team-question.ts';
import { deadlineMessage } from '../../src/views/cases/deadline.ts';
import { messageLookView } from '../../src/views/cases/message-look.ts';
import { lettersView } from '../../src/views/letters/letters.ts';
import { askForm, coverageView, homeView, menuMessage } from '../../src/views/menu.ts';

const hostile = '<!channel> *bold* <https://evil.example|bank> <@U0SAM00001> & 😀';
const long = (length: number) => `${hostile} `.repeat(Math.ceil(length / 20)).slice(0, length);

const citation = (index: number, length: number): Citation => ({
  policy: 'smartxpo-privacy-notice',
  version: '2020-06',
  section: long(400),
  quote: long(length),
  start: index * 10_000,
  end: index * 10_000 + length,
  leadIn: long(900),
  header: index % 2 === 0 ? long(300) : null,
});

const policies = [
  {
    id: 'smartxpo-privacy-notice',
    title: hostile,
    version: '2020-06',
    updated: 'June 2020',
    controller: 'x',
    contact: 'x',
    precedence: 1,
  },
];

const answer = (count: number, length: number, outcome: Answer['outcome']): Answer => ({
  question: hostile,
  outcome,
  answer: long(length),
  citations:
    outcome === 'answered' ? Array.from({ length: count }, (_, index) => citation(index, length)) : [],
  nearest: Array.from({ length: 6 }, (_, index) => citation(index, length)),
  didYouMean: [long(300), hostile, 'plain'],
  law: Array.from({ length: 12 }, () => ({ text: long(length), source: long(200) })),
  procedure: Array.from({ length: 12 }, () => long(length)),
  verdict: null,
  answeredBy: 'model',
  foundBy: 'search',
  confidence: 0.5,
});

const shown = (one: Answer) => ({
  answer: one,
  policies,
  questionId: 'q1',
  title: long(1_000),
  contact: hostile,
});
const sections = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ policy: 'p', title: `${index} ${long(800)}` }));

describe('whatever the data, Slack would take it', () => {
  const sizes: readonly (readonly [number, number])[] = [
    [0, 1],
    [1, 10],
    [6, 2_900],
    [60, 120],
    [3, 9_000],
  ];
  const outcomes = ['answered', 'silent', 'out_of_scope', 'declined'] as const;
  it.each(sizes.flatMap(([count, length]) => outcomes.map((outcome) => [outcome, count, length] as const)))(
    'an answer (%s) of %i quotes of %i characters',
    (outcome, count, length) => {
      const one = shown(answer(count, length, outcome));
      for (const place of ['private', 'thread', 'direct'] as const)
        expect(checkMessage(answerMessage(one, { place }))).toEqual([]);
      for (const channel of [null, 'C1']) expect(checkView(answerView(one, channel))).toEqual([]);
    },
  );

  it.each(sizes.filter(([count]) => count > 0))(
    'a shared answer and further passages of %i quotes of %i characters',
    (count, length) => {
      const { citations } = answer(count, length, 'answered');
      expect(checkMessage(sharedAnswer(citations, policies, 'U1'))).toEqual([]);
      expect(checkMessage(furtherQuotes(citations, policies))).toEqual([]);
    },
  );

  it('menu, home, coverage and every form', () => {
    for (const count of [0, 1, 200]) {
      expect(checkView(homeView(sections(count), [], 'Who?', '', { team: true }))).toEqual([]);
      expect(checkView(coverageView(sections(count), 'C1'))).toEqual([]);
    }
    expect(checkMessage(menuMessage('C1', 'Who?', { team: true }))).toEqual([]);
    const to = { asker: 'U1', channel: 'C1', ts: '1.1' };
    const entry = {
      id: 'x',
      question: long(1_000),
      wordings: Array.from({ length: 10 }, () => long(90)),
      answer: long(2_500),
      answeredBy: 'U1',
      savedBy: 'U2',
      savedOn: '2026-11-27',
      reviewBy: '2027-11-27',
      beside: [],
      retired: null,
    };
    const clause = { id: 'c', topics: ['t'], articles: [], text: long(900) };
    const gaps: GapReport = {
      groups: Array.from({ length: 40 }, (_, at) => ({
        topic: `t${at}`,
        about: long(400),
        silent: 3,
        askedTeam: 2,
        notHelpful: 1,
        reasons: { other: 2, unclear: 1 },
        questions: [long(600), long(600), long(600), long(600)],
        notes: [long(600), long(600), long(600), long(600)],
        clause: { ...clause, id: `c${at}` },
      })),
      coverage: ['one', 'two', 'three'].map((policy) => ({
        law: 'UK GDPR Articles 13 and 14',
        policy,
        title: long(300),
        items: Array.from({ length: 15 }, () => ({
          article: 'Art. 13(1)(a)',
          what: long(300),
          state: 'missing' as const,
          parts: [{ what: long(300), quotes: [] }],
          clause,
        })),
      })),
    };
    const views = [
      askForm(null, 'Who?'),
      askForm('C1', 'Who?'),
      feedbackForm.view('x'.repeat(1_900)),
      teamQuestionForm.view('', 'q'),
      teamQuestionForm.view(long(1_000), 'q'),
      teamAnswerForm.view(long(1_000), to),
      teamEntryForm.view(entry, { id: 'x', fresh: null }),
      entriesView(
        Array.from({ length: 80 }, (_, at) => ({ ...entry, id: `e${at}`, due: at < 9 })),
        'Done.',
      ),
      gapsView(gaps),
    ];
    for (const view of views) expect(checkView(view)).toEqual([]);
    const messages = [
      teamQuestionCard(long(1_000), 'U1'),
      answeredCard(long(1_000), long(2_500), { asker: 'U1', answeredBy: 'U2', minutes: 190 }, null),
      teamAnswerMessage(long(1_000), long(2_500), 'U1'),
      aboutMeMessage(Array.from({ length: 80 }, () => long(3_000))),
    ];
    for (const message of messages) expect(checkMessage(message)).toEqual([]);
  });
});

describe('words that are not ours stay inert', () => {
  const mrkdwnOf = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(mrkdwnOf);
    if (typeof value !== 'object' || value === null) return [];
    if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
    return Object.values(value).flatMap(mrkdwnOf);
  };
  it('never lets a mention, broadcast or disguised link into markup or into the text of a message', () => {
    const { citations } = answer(6, 300, 'answered');
    for (const message of [
      answerMessage(shown(answer(6, 300, 'silent')), { place: 'thread' }),
      sharedAnswer(citations, policies, 'U9'),
      teamQuestionCard(hostile, 'U9'),
    ]) {
      for (const text of [message.text, ...mrkdwnOf(message.blocks)]) {
        expect(text.replaceAll('<@U9>', '')).not.toMatch(/<[!@#]|<https?:/);
      }
    }
  });
});

describe('the value of the share button', () => {
  it('comes back as it went, and never holds the question', () => {
    const { citations } = answer(6, 300, 'answered');
    const value = encodeRefs(citations);
    expect(decodeRefs(value)).toEqual(
      citations.map(({ policy, version, start, end }) => ({ policy, version, start, end })),
    );
    expect(value).not.toContain('bold');
  });
  it.each(['', 'hello', 'p@v:1', 'p@v:1-2;', '../x@v:1-2 ; y'])(
    'is refused when it is not ours: %j',
    (value) => {
      expect(decodeRefs(value)).toBeNull();
    },
  );
  it('fits a button with a hundred quotes', () => {
    expect(encodeRefs(answer(100, 100, 'answered').citations).length).toBeLessThanOrEqual(2_000);
  });
});

describe('the desk’s forms, whatever is in them', () => {
  const deadline: Deadline = {
    due: null,
    state: 'running',
    extensionNoticeDue: null,
    relevantDate: null,
    pausedDays: 0,
    extended: false,
    flags: [],
    refusalDue: null,
    strictDue: null,
    scheduleBy: null,
    houseActionBy: null,
    cautiousDue: null,
    explanation: Array.from({ length: 30 }, () => long(900)),
    why: long(9_000),
  };
  const worked = { right: 'access', deadline, movements: [{ by: 'nothing' }], daysLeft: null } as const;
  const day = parseCalendarDate('2026-11-25');
  if (day === undefined) throw new Error('no such day');

  it.each(['write', 'read'] as const)(
    'a letter of any length, with forty gaps and forty findings, page %s',
    (page) => {
      const view = lettersView(
        {
          ok: true,
          number: 'DSR-2026-0001',
          right: 'access',
          also: [],
          choices: Array.from({ length: 30 }, (_, index) => ({ id: `letter-${index}`, title: long(200) })),
          letter: { id: 'letter-1', title: long(200) },
          composed: {
            text: `${long(9_000)}\n\n${Array.from({ length: 200 }, () => long(300)).join('\n\n')}`,
            gaps: (Object.keys(factFields) as FactName[]).slice(0, 80).map((name, index) => ({
              name,
              label: long(300),
              kind: 'rows',
              columns: Array.from({ length: 20 }, () => 'column'),
              needed: index % 2 === 0,
              typed: long(3_000),
              problem: long(300),
              origin: null,
              byHand: true,
            })),
            findings: Array.from({ length: 40 }, () => error('gap', long(500), long(500))),
            hash: 'a'.repeat(64),
            says: { holdsBack: false, verdict: null },
          },
          step: {
            kind: 'review',
            outcomes: ['full', 'partial', 'refused'],
            grounds: Array.from({ length: 20 }, (_, index) => ({ id: `ground-${index}`, title: long(300) })),
          },
          today: '2026-11-25',
          asksHeldBack: true,
          codes: {},
          returned: {
            by: 'U1',
            at: '2026-11-25T10:00:00Z',
            reason: 'letter',
            note: long(3_000),
            letter: 'letter-1',
            outcome: 'full',
            typed: {},
          },
        },
        { said: long(300), page },
      );
      expect(checkView(view)).toEqual([]);
      expect(view.private_metadata).not.toContain('evil');
    },
  );

  it('a message of forty thousand characters with every right in it', () => {
    const mark = { right: 'access', why: long(500), quote: { start: 0, end: 1, text: long(5_000) } } as const;
    const view = messageLookView(
      {
        verdict: 'request',
        found: Array.from({ length: 40 }, () => ({ mark, due: worked })),
        notOne: [],
        received: { date: day, time: '10:00' },
        daysAgo: 400,
      },
      long(40_000),
      { ts: '1.2', fromApp: true },
    );
    expect(checkView(view)).toEqual([]);
  });

  it('a due date with a long why, and a refusal of hostile words', () => {
    const answers = [worked, worked, worked, worked];
    const told = { ok: true, received: day, reading: long(500), assumed: true, answers } as const;
    expect(checkMessage(deadlineMessage(told, 'x'))).toEqual([]);
    const refused = deadlineMessage({ ok: false, why: long(5_000) }, '');
    expect(checkMessage(refused)).toEqual([]);
    expect(refused.text).not.toContain('<!channel>');
  });
});
