import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyText } from '../register/plain-kind.ts';
import { built, folder } from '../support/program.ts';
import { compareWithCalm, coveredIn, fillRegister, remindStorm } from '../support/remind-storm.ts';

/** More with REMINDER_KILLS=300. */
const kills = Number(process.env['REMINDER_KILLS'] ?? 6);
const seed = Number(process.env['REMINDER_SEED'] ?? 7);

beforeAll(built, 120_000);
const folders: string[] = [];
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

const filled = async () => {
  const place = { folder: folder(), key: keyText };
  folders.push(place.folder);
  await fillRegister(place);
  return place;
};

describe('reminders of a process that is killed while Slack has bad days', () => {
  it(`are said once each, none left out (${kills} kills)`, { timeout: 7_200_000 }, async () => {
    const storm = await remindStorm({ place: await filled(), processes: 1, kills, seed, days: 2 });
    const calm = await remindStorm({
      place: await filled(),
      processes: 1,
      kills: 0,
      seed,
      days: storm.days - 5,
    });
    const wrong = compareWithCalm(storm, calm.ledger);
    process.stdout.write(
      `${JSON.stringify({ killed: storm.killed, faults: storm.faults, days: storm.days, messages: storm.messages.length, told: calm.ledger.size, covered: coveredIn(storm.ledger), wrong })}\n`,
    );
    expect(storm.failures).toEqual([]);
    expect(Object.values(wrong).flat()).toEqual([]);
    expect(storm.killed).toBeGreaterThanOrEqual(kills);
  });
});
