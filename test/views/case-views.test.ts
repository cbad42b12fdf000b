import type { View } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../src/base/calendars.ts';
import { checkMessage, checkView } from '../../src/blockkit/validate.ts';
import type { SeenCase } from '../../src/flows/cases/case-action-row.ts';
import { caseActionRows, type WorkAction } from '../../src/flows/cases/case-action-rows.ts';
import { faceOf } from '../../src/flows/cases/case-face.ts';
import { caseClock } from '../../src/requests/case/case-clock.ts';
import type { CaseEvent } from '../../src/requests/case/case-events.ts';
import { replay } from '../../src/requests/case/replay.ts';
import type { Right } from '../../src/requests/clock/rights.ts';
import { rules } from '../../src/requests/decisions/case-actions.ts';
import { caseActionForm } from '../../src/views/cases/case-action-form.ts';
import { caseCard } from '../../src/views/cases/case-card.ts';
import { historyView } from '../../src/views/cases/case-history.ts';
import { caseListView } from '../../src/views/cases/case-list.ts';
import { placeAt } from '../../src/views/cases/case-place.ts';
import { taskView } from '../../src/views/cases/case-tasks.ts';
import { caseView } from '../../src/views/cases/case-view.ts';
import { whyNotView } from '../../src/views/cases/case-why.ts';
import { rightNames } from '../../src/views/cases/right-names.ts';
import { wordsOf } from '../support/bot.ts';
import { ada, logged, loggedNow, moment, tess } from '../support/case-story.ts';
import { shippedCompany } from '../support/company.ts';
import { controlsOf } from '../support/workspace.ts';

const table = readHolidayTable();
const now = new Date('2026-09-10T10:00:00Z');
/** Long, right to left, emoji outside the basic plane, and markup that must stay dead. */
const nasty = `${'نص طويل <!channel> <@U0SAM00001> &amp; *bold* 👩‍👩‍👧‍👦 '.repeat(60)}\n`.slice(0, 3_000);
const personal = { name: nasty.slice(0, 200), contact: nasty.slice(0, 500), words: nasty };

const long = (right: Right): readonly CaseEvent[] => [
  ...logged(right, {
    personal,
    systems: Array.from({ length: 70 }, (_, at) => ({
      id: `system_${at}`,
      name: `system ${at} ${'x'.repeat(60)}`,
      team: 'operations',
      rights: null,
    })),
  }),
  { type: 'taken', at: now.toISOString(), by: tess.id },
  ...Array.from(
    { length: 300 },
    (_, at): CaseEvent => ({
      type: 'note_added',
      at: now.toISOString(),
      by: tess.id,
      entry: `n${at}`,
      personal: { note: nasty },
    }),
  ),
  ...Array.from(
    { length: 40 },
    (_, at): CaseEvent => ({
      type: 'linked',
      at: now.toISOString(),
      by: tess.id,
      to: `DSR-2026-${1_000 + at}`,
      relation: 'same_person',
    }),
  ),
  {
    type: 'approval_requested',
    at: now.toISOString(),
    by: tess.id,
    id: 'extension-1',
    proposal: { kind: 'extension', reason: 'complexity' },
    personal: { reasons: nasty },
  },
];

const seenOf = (history: readonly CaseEvent[]): SeenCase => {
  const request = replay(history);
  const clock = caseClock(request, table);
  const related = Array.from({ length: 50 }, (_, at) => ({
    number: `DSR-2026-${2_000 + at}`,
    right: 'access' as const,
    open: true,
  }));
  return {
    request,
    history,
    deadline: clock.ok ? clock.deadline : null,
    moment: moment(now.toISOString(), ada, { related }),
    company: shippedCompany,
  };
};
const faceFor = (seen: SeenCase) => faceOf({ clock: () => now, table }, seen.request);
const rights = Object.keys(rightNames) as Right[];
const alive = (value: unknown) => JSON.stringify(mrkdwnIn(value));
const mrkdwnIn = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [value.text];
  return Object.values(value).flatMap(mrkdwnIn);
};

describe.each(rights)('the screens of %s, with words of any kind and length', (right) => {
  const seen = seenOf(long(right));
  const views: readonly (readonly [string, View])[] = [
    [
      'case',
      caseView({
        seen,
        face: faceFor(seen),
        unheard: {
          people: ['U0A', 'U0B', 'U0C', 'U0D', 'U0E'],
          date: faceFor(seen).receivedOn,
          time: '09:15',
          lastDay: false,
        },
        news: 'Done: x',
        place: placeAt(seen.request.number),
        fresh: 'f',
      }),
    ],
    ...[0, 7, 99, -3].map((page) => [`history ${page}`, historyView(seen, page)] as const),
    ['why', whyNotView(seen)],
    [
      'tasks',
      taskView(
        {
          number: seen.request.number,
          right,
          tasks: seen.request.tasks,
          markable: seen.request.tasks.map(({ id }) => id),
          company: seen.company,
        },
        null,
      ),
    ],
    [
      'list',
      caseListView({
        all: Array.from({ length: 120 }, () => faceFor(seen)),
        shown: Array.from({ length: 120 }, () => faceFor(seen)),
        filter: 'mine',
        page: 2,
      }),
    ],
    ...(Object.keys(caseActionRows) as WorkAction[])
      .filter((action) => rules[action].only?.includes(right) ?? true)
      .map((action) => {
        const row = caseActionRows[action];
        const about = action === 'agree' || action === 'decline' ? 'extension-1' : '';
        const view = caseActionForm({
          place: {
            action,
            number: seen.request.number,
            about,
            entry: 'e',
            openedAt: now.toISOString(),
            view: 'V1',
            beneath: '',
          },
          label: rules[action].label,
          intro: row.intro?.(seen, about) ?? [],
          reading: row.reading?.(seen, about) ?? null,
          fields: row.fields(seen, about),
          today: '2026-09-10',
        });
        return [action, view] as const;
      }),
  ];

  it.each(views)('%s keeps to Slack’s limits and lets no markup come alive', (_, view) => {
    expect(checkView(view)).toEqual([]);
    expect(alive(view)).not.toMatch(/<!channel>|<@U0SAM00001>/);
  });

  it('the card keeps to them too, and says nothing of the person', () => {
    const card = caseCard(faceFor(seen));
    expect(checkMessage({ text: card.text, blocks: [...card.blocks] })).toEqual([]);
    expect(JSON.stringify(card)).not.toContain('نص');
  });
});

describe('a case before anything is unfolded', () => {
  const shownOf = (right: Right) => {
    const seen = seenOf(loggedNow(right));
    return caseView({
      seen,
      face: faceFor(seen),
      unheard: null,
      news: null,
      place: placeAt(seen.request.number),
      fresh: 'f',
    }).blocks;
  };

  it.each(rights)('%s: at most 150 words, six controls, and one of them the next step', (right) => {
    const blocks = shownOf(right);
    const controls = controlsOf(blocks);
    expect(controls.length).toBeLessThanOrEqual(6);
    expect(wordsOf(blocks).split(/\s+/).length).toBeLessThanOrEqual(150);
    expect(JSON.stringify(blocks).match(/"style":"primary"/g)).toHaveLength(1);
    expect(JSON.stringify(blocks)).not.toContain('"style":"danger"');
  });
});

describe('what a person asks of a case', () => {
  const taken = (right: Right) =>
    seenOf([...logged(right), { type: 'taken', at: now.toISOString(), by: tess.id }]);
  const unfolded = (part: 'why' | 'reasons') => {
    const seen = taken('access');
    const place = { ...placeAt(seen.request.number), unfolded: part };
    return wordsOf(
      caseView({ seen, face: faceFor(seen), unheard: null, news: null, place, fresh: 'f' }).blocks,
    );
  };

  it('why this date: a short paragraph, no date in figures; every line of it one press further', () => {
    const words = unfolded('why');
    const paragraph = words.split('*Why this date?*')[1]?.split('\n')[1] ?? '';
    expect(paragraph.split(/\s+/u).length).toBeLessThan(60);
    expect(paragraph).toContain('day zero');
    expect(paragraph).toContain('Rule: UK GDPR Art 12A');
    expect(words).not.toMatch(/\d{4}-\d{2}-\d{2}\)|holiday table/u);
    expect(words).toContain('All the reasons');
    expect(unfolded('reasons')).toContain('holiday table');
  });

  it('why not: what belongs to this step, each reason once, and nothing that is done already', () => {
    const words = wordsOf(whyNotView(taken('access')).blocks);
    expect(words).toContain('Send for review');
    expect(words).toMatch(/Record response sent · .*Close case/u);
    for (const foreign of [
      'Lift restriction',
      'Fee paid',
      'Record client step',
      'Log a redaction',
      'Approve',
    ])
      expect(words).not.toContain(foreign);
    expect(words).not.toContain('has been done already');
    expect(wordsOf(whyNotView(taken('complaint')).blocks)).toContain('Extend');
  });
});
