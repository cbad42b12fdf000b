import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deadlineVerb } from '../../src/commands/deadline.ts';
import type { Io } from '../../src/commands/io.ts';

const asked = '{"right":"access","received_at":"2026-09-01T10:00:00+01:00"';
const plain = `${asked}}`;

const run = async (
  args: readonly string[],
  input: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly out: readonly string[]; readonly err: readonly string[] }> => {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    lines: async function* () {
      yield* input;
    },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
    env,
    clock: () => new Date('2026-11-22T12:00:00Z'),
  };
  return { code: await deadlineVerb(args, io), out, err };
};

const errorShape = z.object({
  error: z.strictObject({ code: z.string(), message: z.string(), field: z.string().nullable() }),
});
const errorOf = async (line: string) => {
  const { out, code } = await run(['--jsonl'], [line]);
  expect([out.length, code]).toEqual([1, 0]);
  return errorShape.parse(JSON.parse(out[0] ?? '')).error;
};

describe('privacy deadline --jsonl', () => {
  it('writes exactly the agreed fields, in one line', async () => {
    const { out } = await run(['--jsonl'], [plain]);
    const { explanation, ...rest } = z
      .looseObject({ explanation: z.array(z.string()) })
      .parse(JSON.parse(out[0] ?? ''));
    expect(explanation.length).toBeGreaterThan(2);
    expect(rest).toEqual({
      due: '2026-10-01',
      state: 'running',
      extension_notice_due: '2026-10-01',
      relevant_date: '2026-09-01',
      paused_days: 0,
      extended: false,
      flags: [],
      refusal_due: '2026-10-01',
      strict_due: null,
      schedule_by: null,
      house_action_by: null,
      cautious_due: '2026-10-01',
    });
  });

  it('answers every line in order, and goes on after a broken one', async () => {
    const { out, code } = await run(
      ['--jsonl'],
      [plain, 'when is it due?', '', '[]', `${asked},"colour":1}`, plain],
    );
    expect(code).toBe(0);
    expect(out.map((line) => Object.keys(JSON.parse(line))[0])).toEqual([
      'due',
      'error',
      'error',
      'error',
      'error',
      'due',
    ]);
  });

  it('passes over the words with which the pinned cases describe themselves', async () => {
    const { out } = await run(
      ['--jsonl'],
      [`${asked},"id":"x","expected_due":"2020-01-01","why":"","disputed":true}`],
    );
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ due: '2026-10-01' });
  });

  it.each([
    [`{"right":"acess","received_at":"2026-09-01T10:00:00Z"}`, 'unknown_right', 'right'],
    [`{"right":"constructor","received_at":"2026-09-01T10:00:00Z"}`, 'unknown_right', 'right'],
    [`${asked},"regime":"us"}`, 'unknown_regime', 'regime'],
    [`${asked},"jurisdiction":"wales"}`, 'unknown_jurisdiction', 'jurisdiction'],
    [`${asked},"timezone":"Mars/Olympus"}`, 'unknown_zone', 'timezone'],
    [`${asked},"colour":"red"}`, 'unknown_field', 'colour'],
    [
      `${asked},"events":[{"type":"phone_call","at":"2026-09-02T10:00:00Z"}]}`,
      'unknown_event_type',
      'events.0.type',
    ],
    [
      `${asked},"events":[{"type":"fee_paid","at":"2026-09-02T10:00:00Z","by":"x"}]}`,
      'unknown_field',
      'events.0.by',
    ],
    [
      `${asked},"events":[{"type":"fee_requested","at":"2026-09-02T10:00:00"}]}`,
      'instant_without_zone',
      'events.0.at',
    ],
    [`{"right":"access","received_at":"2026-09-01T10:00:00"}`, 'instant_without_zone', 'received_at'],
    [`{"right":"access","received_at":"2026-09-01"}`, 'instant_without_zone', 'received_at'],
    [`{"right":"access","received_at":"2026-02-30T10:00:00Z"}`, 'no_such_date', 'received_at'],
    [`{"right":"access","received_at":"2026-02-28T25:00:00Z"}`, 'invalid_instant', 'received_at'],
    [`{"right":"access","received_at":"yesterday"}`, 'invalid_instant', 'received_at'],
    [`{"right":"access"}`, 'missing_field', 'received_at'],
    [`{"right":"access","received_at":20260901}`, 'invalid_field', 'received_at'],
    ['{"right":', 'bad_json', 'line'],
  ])('%s is the error %s at %s', async (line, code, field) => {
    expect(await errorOf(line)).toMatchObject({ code, field });
  });

  it('takes what a case leaves out from the environment', async () => {
    const line = '{"right":"access","received_at":"2026-07-02T23:30:00Z"}';
    const env = { JURISDICTION: 'scotland', TIME_ZONE: 'Europe/London' };
    const { out } = await run(['--jsonl'], [line], env);
    // 00:30 on 3 July in London; 3 August is a bank holiday in Scotland only.
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ due: '2026-08-04', relevant_date: '2026-07-03' });
  });
});

describe('privacy deadline in a wrong environment', () => {
  it.each([{ REGIME: 'us' }, { TIME_ZONE: 'Mars/Olympus' }])('refuses %j at once', async (env) => {
    const { code, err } = await run(['--jsonl'], [plain], env);
    expect(code).toBe(2);
    expect(err.join('\n')).toContain(Object.values(env)[0]);
  });
});

describe('privacy deadline for people', () => {
  it('says the date first and then why', async () => {
    const { code, out } = await run(['--received', '2026-01-31', '--right', 'access']);
    expect(code).toBe(0);
    expect(out[0]).toBe('Due: Mon 2 Mar 2026');
    expect(out.join('\n')).toContain('Reg 1182/71 Art 3(4)');
  });

  it('means noon of that day in TIME_ZONE, on both sides of the date line', async () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue', 'Europe/London', 'Asia/Kolkata']) {
      const args = ['--received', '2026-09-01', '--right', 'erasure', '--json'];
      const { out } = await run(args, [], { TIME_ZONE: zone });
      const got = z
        .object({ relevant_date: z.string(), explanation: z.array(z.string()) })
        .parse(JSON.parse(out[0] ?? ''));
      expect([got.relevant_date, got.explanation[0]]).toEqual([
        '2026-09-01',
        expect.stringContaining('at 12:00'),
      ]);
    }
  });

  it('works a request out under two regimes: the earlier date first, both with their reasons', async () => {
    const args = ['--received', '2026-11-25', '--right', 'access', '--regime', 'uk+eu'];
    const { code, out } = await run(args);
    expect([code, out[0]]).toEqual([0, 'Due: Fri 25 Dec 2026']);
    expect(out.join('\n')).toContain('UK Tue 29 Dec 2026');
    const placed = await run([...args, '--jurisdiction', 'england-and-wales,ireland']);
    expect(placed.out[0]).toBe('Due: Mon 28 Dec 2026');
    const json = { received_at: '2026-11-25T10:00:00Z', right: 'access', regime: ['uk', 'eu'] };
    const line = await run(['--jsonl'], [JSON.stringify(json)]);
    expect(JSON.parse(line.out[0] ?? '')).toMatchObject({ due: '2026-12-25', cautious_due: '2026-12-25' });
  });

  it('knows a regime that is only a folder', async () => {
    const { out } = await run([
      '--received',
      '2026-11-25',
      '--right',
      'access',
      '--regime',
      'ch',
      '--jurisdiction',
      'zurich',
    ]);
    expect([out[0], out.join('\n').includes('FADP Art 25(7)')]).toEqual(['Due: Mon 28 Dec 2026', true]);
  });

  it.each([
    [['--received', '2026-02-30', '--right', 'access'], '2026-02-30'],
    [['--received', '2026-01-31', '--right', 'access', '--regime', 'uk+xx'], 'xx'],
    [['--received', '2026-01-31', '--right', 'cake'], 'cake'],
    [['--received', '2026-01-31'], '--right'],
    [['--when', '2026-01-31'], '--when'],
    [['--jsonl', '--right', 'access'], '--jsonl'],
  ])('%j is wrong use, and the message names it', async (args, named) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, []]);
    expect(err.join('\n')).toContain(named);
  });
});

describe('privacy deadline with a day and a right', () => {
  it('takes a day and a right as they are typed in Slack', async () => {
    const { out, code } = await run(['2026-01-31', 'access']);
    expect([out[0], code]).toEqual(['Due: Mon 2 Mar 2026', 0]);
  });

  it.each([
    ['a day in another order', ['31/01/2026', 'access']],
    ['a day that does not exist', ['--received', '2026-02-30', '--right', 'access']],
    ['no right', ['2026-01-31']],
    ['no day', ['--right', 'access']],
    ['a word too many', ['2026-01-31', 'access', 'please']],
  ])('is wrong use with %s, and nothing stands on stdout', async (_, args) => {
    const { out, err, code } = await run(args);
    expect([out, code]).toEqual([[], 2]);
    expect(err.length).toBeGreaterThan(0);
  });
});
