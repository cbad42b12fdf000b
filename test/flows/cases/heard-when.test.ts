import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import { faceOf } from '../../../src/flows/cases/case-face.ts';
import { unheard } from '../../../src/flows/cases/heard-when.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { askTeams } from '../../../src/requests/decisions/decide-search.ts';
import { abe, ada, calls, loggedNow, moment, story, tess } from '../../support/case-story.ts';

const table = readHolidayTable();
const rules = { table, jurisdiction: 'england-and-wales', zone: 'Europe/London', time: '09:15' };
/** Received 1 September 2026, so due on 1 October. */
const taken = story(loggedNow('access'), (c) => calls.take(c, moment('2026-09-02T10:00:00Z', tess)));
const proposed = (at: string) => replay(story(taken, (c) => calls.extend(c, moment(at, ada))));
const asked = (at: string) =>
  replay(
    story(taken, (c) =>
      askTeams(
        c,
        { entry: 'e', teams: [{ team: 'operations', systems: ['crm'], people: ['UJO'] }], own: [] },
        moment(at, tess),
      ),
    ),
  );
const seen = (
  request: ReturnType<typeof replay>,
  now: string,
  approvers = [ada.id, abe.id],
  reader = tess.id,
) => unheard(faceOf({ clock: () => new Date(now), table }, request), approvers, reader, new Date(now), rules);

describe('who is asked and has not been told yet', () => {
  it.each([
    ['at night: the morning after', '2026-09-03T21:00:00Z', '2026-09-03T21:05:00Z', '2026-09-04', '09:15'],
    ['on a Saturday: Monday', '2026-09-05T12:00:00Z', '2026-09-06T08:00:00Z', '2026-09-07', '09:15'],
    ['early in the morning: that day', '2026-09-03T05:00:00Z', '2026-09-03T05:00:00Z', '2026-09-03', '09:15'],
  ])('%s', (_, at, now, date, time) => {
    expect(seen(proposed(at), now)).toEqual({ people: [abe.id], date, time, lastDay: false });
    expect(seen(asked(at), now)).toMatchObject({ people: ['UJO'], date, time });
  });

  it.each([
    ['in working hours nobody waits', '2026-09-03T12:00:00Z', '2026-09-03T12:00:00Z'],
    ['when working hours have begun it has been said', '2026-09-03T21:00:00Z', '2026-09-04T08:15:00Z'],
    ['on the last day it is said at any hour', '2026-09-30T21:00:00Z', '2026-10-01T00:10:00Z'],
    ['nor does anybody wait once it is overdue', '2026-10-02T21:00:00Z', '2026-10-02T21:00:00Z'],
  ])('%s', (_, at, now) => {
    expect(seen(asked(at), now)).toBeNull();
  });

  it('a last day that comes before working hours do is when it is said', () => {
    expect(seen(asked('2026-09-30T21:00:00Z'), '2026-09-30T21:05:00Z')).toEqual({
      people: ['UJO'],
      date: '2026-10-01',
      time: '00:00',
      lastDay: true,
    });
  });

  it('whoever reads it in the case has heard', () => {
    const [at, now] = ['2026-09-03T21:00:00Z', '2026-09-03T21:05:00Z'];
    expect(seen(proposed(at), now, [ada.id, abe.id, 'UEVE'], abe.id)?.people).toEqual(['UEVE']);
    expect(seen(proposed(at), now, [ada.id, abe.id], abe.id)).toBeNull();
  });

  it('nobody, where there is no approver but the one who asked', () => {
    expect(seen(proposed('2026-09-03T21:00:00Z'), '2026-09-03T21:05:00Z', [ada.id])).toBeNull();
  });
});
