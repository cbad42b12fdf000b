/** Role × action × origin, from the features' own list: a new action without a rule here fails. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allFeatures } from '../../src/handlers/index.ts';
import { questionBlockId, teamAnswerBlockId } from '../../src/views/answers/team-question.ts';
import { notice } from '../../src/views/notice.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { caseDesk } from '../support/case-desk.ts';
import { type Action, actionsOf, comesIn } from '../support/payloads.ts';

/** Who may do what. `team`: nobody else learns or changes anything by it. */
const whoMay: Readonly<Record<string, 'anyone' | 'team'>> = {
  'word help': 'anyone',
  'word about-me': 'anyone',
  'word what-was-sent': 'anyone',
  'word request': 'anyone',
  'word request:': 'anyone',
  'word log': 'anyone',
  'word deadline': 'anyone',
  'word entries': 'team',
  'word gaps': 'team',
  'word report': 'team',
  'word away': 'anyone',
  'word back': 'anyone',
  'word cases': 'team',
  'word case': 'team',
  'command /privacy': 'anyone',
  'command /privacy-request': 'anyone',
  'press menu_ask': 'anyone',
  'press menu_covers': 'anyone',
  'press ask_this': 'anyone',
  'press home_ask': 'anyone',
  'press home_ask_button': 'anyone',
  'press share_answer': 'anyone',
  'press show_more': 'anyone',
  'press run_command': 'anyone',
  'press rate_answer': 'anyone',
  'press answer_helpful': 'anyone',
  'press answer_not_helpful': 'anyone',
  'press ask_team': 'anyone',
  'press menu_request': 'anyone',
  'press intake_go_on': 'anyone',
  'press intake_forget': 'anyone',
  'press intake_drop': 'anyone',
  'press log_this_message': 'anyone',
  'press deadline_log': 'anyone',
  'press snooze': 'anyone',
  'press show_anchor': 'anyone',
  'press answer_team_question': 'team',
  'press save_entry': 'team',
  'press edit_entry': 'team',
  'press menu_entries': 'team',
  'press renew_entry': 'team',
  'press retire_entry': 'team',
  'press menu_gaps': 'team',
  'press open_report': 'team',
  'press report_table': 'team',
  'press report_picture': 'team',
  'press report_calendar': 'team',
  'press report_sheet': 'team',
  'press menu_cases': 'team',
  'press open_case': 'team',
  'press cases_page': 'team',
  'press cases_filter': 'team',
  'press case_history': 'team',
  'press history_page': 'team',
  'press history_letter': 'team',
  'press case_why': 'team',
  'press case_do': 'team',
  'press case_fold': 'team',
  'press approve_read': 'team',
  // Of a round of searches: whoever was asked may answer, and nobody else.
  'press team_where': 'anyone',
  'press team_found': 'team',
  'press team_nothing': 'team',
  'press team_not_ours': 'team',
  'press team_correct': 'team',
  'form search_round': 'team',
  'form team_search': 'team',
  'press open_letters': 'team',
  'press open_acknowledgement': 'team',
  'press open_complaint_acknowledgement': 'team',
  'press choose_letter': 'team',
  'press letter_write': 'team',
  'keep letter_typed': 'team',
  // A draft is its writer’s own, whoever that is.
  'keep value': 'anyone',
  'close log_request': 'anyone',
  'close ask_question': 'anyone',
  'close answer_feedback': 'anyone',
  'close team_question': 'anyone',
  'close team_answer': 'anyone',
  'close team_entry': 'anyone',
  'close case_action': 'anyone',
  'close search_round': 'anyone',
  'close team_search': 'anyone',
  'close letter_of_case': 'team',
  'press approve_letter': 'team',
  'form ask_question': 'anyone',
  'form answer_feedback': 'anyone',
  'form team_question': 'anyone',
  'form log_request': 'anyone',
  'form snooze_reminder': 'anyone',
  'form team_answer': 'team',
  'form team_entry': 'team',
  'form case_action': 'team',
  'form letter_of_case': 'team',
  'shortcut log_rights_request': 'anyone',
  'message shortcut is_this_a_rights_request': 'anyone',
  'direct message': 'anyone',
  mention: 'anyone',
  opened: 'anyone',
};

const colleagues = { anyone: 'U0JO000001', team: 'U0PRIYA001', approver: 'U0ALEX0001' } as const;
const home = 'T0DESK0001';

let at: BotAtDesk;
let number = '';
let actions: readonly Action[] = [];
beforeAll(async () => {
  at = await startBotAtDesk();
  number = await caseDesk(at).logs('sam', 'access');
  const { post } = at.bot.parts.slack;
  const channel = at.desk.person('jo').channelId('support');
  const posted = await post({ channel }, notice('A card.'));
  const direct = await post({ channel: colleagues.anyone }, notice('Hello.'));
  actions = actionsOf(allFeatures(at.bot.parts), {
    number,
    channel,
    posted,
    direct,
    value: (action) => {
      if (action === 'case_do') return `take ${number}`;
      if (action === 'approve_read') return `approve ${number} x`;
      if (action.startsWith('team_')) return `${number} operations`;
      if (action === 'history_page') return `${number} 0`;
      return action === 'save_entry'
        ? JSON.stringify({ asker: 'U0JO000001', answeredBy: 'U0PRIYA001', minutes: 1 })
        : number;
    },
    metadata: (form) => {
      if (form === 'case_action')
        return JSON.stringify({
          action: 'take',
          number,
          about: '',
          entry: 'e',
          openedAt: '2026-11-23T09:00:00Z',
          view: '',
          beneath: '',
        });
      if (form === 'search_round') return JSON.stringify({ number, entry: 'e', view: '', beneath: '' });
      if (form === 'team_search') return JSON.stringify({ number, team: 'operations', entry: 'e' });
      if (form === 'team_answer')
        return JSON.stringify({ asker: 'U0JO000001', channel: posted.channel, ts: posted.ts });
      if (form === 'team_entry') return JSON.stringify({ id: 'gone', fresh: null });
      return '';
    },
    fields: { answer: 'x', question: 'May we?', wordings: '', review_by: '2027-11-30' },
    questions: [
      [questionBlockId, 'May we?'],
      [teamAnswerBlockId, 'We may.'],
    ],
  });
});
afterAll(() => at.stop());

/** Everything that a person without a role must not change. */
const kept = async (): Promise<string> => {
  const heads = await at.register.list();
  const entries = await at.bot.parts.entries.list();
  return JSON.stringify([heads.map(({ id, length }) => [id, length]), entries]);
};

const outcomeOf = (lines: readonly Record<string, unknown>[]): unknown =>
  lines.find(({ event }) => event === 'interaction')?.['outcome'];

describe('the features', () => {
  it('listen to nothing that has no rule here, and every rule is of something they listen to', () => {
    expect(actions.map(({ key }) => key).sort()).toEqual(Object.keys(whoMay).sort());
  });
});

describe.each(Object.entries(whoMay))('%s', (key, who) => {
  const action = (): Action => {
    const found = actions.find((each) => each.key === key);
    if (found === undefined) throw new Error(`nobody listens to ${key}`);
    return found;
  };

  it('from another company: acknowledged, turned away, nothing done', async () => {
    const before = await kept();
    const came = await comesIn(at, action().body({ user: colleagues.anyone, team: 'T0ELSEWHERE' }));
    expect(came.acked).toBe(true);
    expect(came.lines.map(({ event }) => event)).toContain('turned_away');
    expect(outcomeOf(came.lines)).toBeUndefined();
    expect(await kept()).toBe(before);
  });

  if (who === 'team')
    it('without a role: nothing shown, nothing done', async () => {
      const before = await kept();
      const came = await comesIn(at, action().body({ user: colleagues.anyone, team: home }));
      expect(came.acked).toBe(true);
      expect(['refused', 'gone']).toContain(outcomeOf(came.lines));
      expect(came.answer).not.toMatch(/Checklist|Due|open case/i);
      expect(await kept()).toBe(before);
    });

  it.each(Object.entries(colleagues))('as %s: answered in some way, and nothing breaks', async (_, user) => {
    const came = await comesIn(at, action().body({ user, team: home }));
    expect(came.acked).toBe(true);
    expect(outcomeOf(came.lines)).toBeDefined();
    expect(outcomeOf(came.lines)).not.toBe('trouble');
  });
});

it('lets the team see what it keeps from others: the rule is not that everybody is refused', async () => {
  const open = actions.find(({ key }) => key === 'press open_case');
  const came = await comesIn(at, open?.body({ user: colleagues.team, team: home }));
  // The case would have opened, but for a trigger that Slack never gave.
  expect(outcomeOf(came.lines)).toBe('too_late');
});
