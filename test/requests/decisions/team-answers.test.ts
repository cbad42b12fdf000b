import { describe, expect, it } from 'vitest';
import { loggedEvent } from '../../../bench/logged.ts';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import type { Case } from '../../../src/requests/case/case.ts';
import type { CaseEvent } from '../../../src/requests/case/case-events.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { answerForTeam, correctForTeam } from '../../../src/requests/decisions/decide-search.ts';
import type { Moment } from '../../../src/requests/decisions/decision.ts';
import { readTeamAnswer } from '../../../src/requests/decisions/read-team-answer.ts';

const systems = [
  { id: 'crm', name: 'CRM' },
  { id: 'slack', name: 'Slack' },
  { id: 'mailboxes', name: 'Mailboxes' },
];
const said = (
  result: 'found' | 'not_found' | 'not_ours',
  where: readonly string[] = [],
  foreign: readonly string[] = [],
) => readTeamAnswer(systems, { result, where, foreign });

describe('one answer about several systems', () => {
  it('holds for each: found where it was ticked, another team’s where that was, and nothing elsewhere', () => {
    expect(said('found', ['crm'], ['slack'])).toEqual({
      ok: true,
      answers: [
        { system: 'crm', result: 'found' },
        { system: 'slack', result: 'not_ours' },
        { system: 'mailboxes', result: 'not_found' },
      ],
    });
    expect(said('not_found', [], ['slack'])).toMatchObject({
      answers: [{ result: 'not_found' }, { result: 'not_ours' }, { result: 'not_found' }],
    });
  });

  it.each([
    ['nothing, and a tick where something is', said('not_found', ['crm']), 'search_ticked_but_nothing'],
    ['not ours, and a tick where something is', said('not_ours', ['crm']), 'search_ticked_but_not_ours'],
    ['not ours, but for some only', said('not_ours', [], ['crm']), 'search_some_not_ours'],
    ['found, and nowhere', said('found'), 'search_found_nowhere'],
    ['found in what is not theirs', said('found', ['crm'], ['crm']), 'search_ticked_twice'],
  ])('that cannot all be so is no answer: %s', (_, read, code) => {
    expect(read).toMatchObject({ ok: false, code });
  });

  it('about one system needs no tick', () => {
    const one = systems.slice(0, 1);
    expect(readTeamAnswer(one, { result: 'found', where: [], foreign: [] })).toEqual({
      ok: true,
      answers: [{ system: 'crm', result: 'found' }],
    });
  });
});

const table = readHolidayTable();
const jo = 'U0OPS0001';
const lead = 'U0LEAD001';
const at = (minute: number): string => `2026-11-23T09:${String(minute).padStart(2, '0')}:00Z`;
const moment = (id: string, minute: number, roles: Moment['actor']['roles'] = ['anyone']): Moment => ({
  actor: { id, roles },
  at: at(minute),
  dateOf: (instant) => instant.slice(0, 10),
  clock: { due: null, extensionNoticeDue: null, refusalDue: null },
  law: table,
  related: [],
});

const logged: CaseEvent = {
  ...loggedEvent('DSR-2026-0001', at(0)),
  by: lead,
  checklist: 'access@2',
  systems: ['crm', 'slack'],
};
const asked: readonly CaseEvent[] = [
  logged,
  { type: 'taken', at: at(1), by: lead },
  {
    type: 'teams_asked',
    at: at(2),
    by: lead,
    entry: 'r:operations',
    team: 'operations',
    systems: ['crm', 'slack'],
    people: [jo],
  },
];

const events = (decision: ReturnType<typeof answerForTeam>): readonly CaseEvent[] => {
  if (!decision.ok) throw new Error(decision.code);
  return decision.events;
};
const nothing = (['crm', 'slack'] as const).map((system) => ({ system, result: 'not_found' as const }));
const answered: readonly CaseEvent[] = [
  ...asked,
  ...events(
    answerForTeam(
      replay(asked),
      { entry: 'a', answers: nothing, personal: { findings: 'Looked by mail address.' } },
      moment(jo, 3),
    ),
  ),
];
const corrects = (history: readonly CaseEvent[], input: Parameters<typeof correctForTeam>[1], who = jo) =>
  correctForTeam(replay(history), input, moment(who, 5));
const searchStep = ({ tasks }: Case) => tasks.find(({ by }) => by === 'searched')?.status;

describe('a team that answered', () => {
  it('has what it said about several systems kept once', () => {
    expect(answered.filter(({ personal }) => personal !== undefined)).toHaveLength(1);
  });

  it('corrects it for the systems that differ, as an event of its own, and the first answer stays', () => {
    const more = events(
      corrects(answered, {
        entry: 'c',
        answers: [
          { system: 'crm', result: 'found' },
          { system: 'slack', result: 'not_found' },
        ],
      }),
    );
    expect(more).toMatchObject([{ type: 'team_answered', system: 'crm', result: 'found', corrects: true }]);
    const now = replay([...answered, ...more]);
    expect(now.searches).toEqual([
      { system: 'slack', result: 'not_found' },
      { system: 'crm', result: 'found' },
    ]);
    expect(answered.filter(({ type }) => type === 'team_answered')).toHaveLength(2);
  });

  it('opens the search again when a system turns out to be another team’s', () => {
    expect(searchStep(replay(answered))).toBe('done');
    const more = events(corrects(answered, { entry: 'c', answers: [{ system: 'crm', result: 'not_ours' }] }));
    const now = replay([...answered, ...more]);
    expect(searchStep(now)).toBe('open');
    expect(now.searches).toEqual([{ system: 'slack', result: 'not_found' }]);
  });

  it('takes back what it said itself, and nothing that somebody else found there', () => {
    const ours: CaseEvent = {
      type: 'search_logged',
      at: at(4),
      by: lead,
      entry: 'o',
      system: 'crm',
      result: 'found',
    };
    const history = [...answered.slice(0, asked.length), ours, ...answered.slice(asked.length)];
    const change = { entry: 'c', answers: [{ system: 'crm', result: 'not_ours' as const }] };
    const leftIn = (who: string, roles?: Moment['actor']['roles']) =>
      replay([
        ...history,
        ...events(correctForTeam(replay(history), change, moment(who, 5, roles))),
      ]).searches.filter(({ system }) => system === 'crm');
    expect(leftIn(jo)).toEqual([{ system: 'crm', result: 'found', own: lead }]);
    expect(leftIn(lead, ['anyone', 'team'])).toEqual([]);
  });

  it('adds words to an answer that stays as it is, and changes nothing without them', () => {
    expect(corrects(answered, { entry: 'c', answers: nothing })).toMatchObject({ code: 'same_value' });
    const more = events(
      corrects(answered, { entry: 'c', answers: nothing, personal: { findings: 'The archive too.' } }),
    );
    expect(more).toHaveLength(1);
    expect(more[0]?.personal).toEqual({ findings: 'The archive too.' });
  });

  it('does so once for one form, never for others, and not when the person has been answered', () => {
    const change = { entry: 'c', answers: [{ system: 'crm', result: 'found' as const }] };
    const more = events(corrects(answered, change));
    expect(corrects([...answered, ...more], change)).toMatchObject({ code: 'already_done' });
    expect(corrects(answered, change, 'U0STRANGER')).toMatchObject({ code: 'assignee_only' });
    expect(corrects(asked, change)).toMatchObject({ code: 'assignee_only' });
    const gone: CaseEvent = { type: 'withdrawn', at: at(4), by: lead, confirmed: 'written', byAgent: false };
    expect(corrects([...answered, gone], change)).toMatchObject({ code: 'answer_gone_out' });
  });
});
