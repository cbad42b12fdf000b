/** One look at all cases: look, plan, deliver. What fails is said again; what a crash cut off is looked for in Slack. */
import { setImmediate as breathe } from 'node:timers/promises';
import { type Case, isOpen } from '../../requests/case/case.ts';
import { localMoment } from '../../requests/clock/zone.ts';
import type { Reminder } from '../../requests/reminders/due-reminder.ts';
import { registerReminders } from '../../requests/reminders/register-reminders.ts';
import { isCivil } from '../../requests/reminders/reminder-days.ts';
import { type RungCache, remindersAt } from '../../requests/reminders/reminders.ts';
import { type DigestBook, digestBook } from './digest-book.ts';
import { workersOn } from './reminder-plan.ts';
import type { RemindParts, Scene } from './reminder-post.ts';
import { sayingOnce } from './say-once.ts';
import { delivering, type Tick } from './tick-deliver.ts';
import { planTick, type TickSight } from './tick-plan.ts';

export type { Tick } from './tick-deliver.ts';

/** After so many cases somebody who has asked something gets a turn. */
const casesAtOnce = 100;

/** The register gives out the same list as long as nothing has changed, and then the cases are the same too. */
const lookingAt = ({ register, rules, clock }: RemindParts): (() => Promise<Scene>) => {
  let listed: Awaited<ReturnType<typeof register.list>> | null = null;
  let seen: Pick<Scene, 'cases' | 'caseOf'> = { cases: [], caseOf: () => null };
  return async () => {
    const now = clock();
    const all = await register.list();
    if (all !== listed) {
      const heads = all.filter(({ erased, summary }) => !erased || isOpen(summary));
      const found = new Map(heads.map(({ id, summary }) => [id, summary]));
      listed = all;
      seen = {
        cases: heads.map(({ summary }) => summary),
        caseOf: (number) => found.get(number) ?? null,
      };
    }
    return { now, ...localMoment(now, rules.zone), ...seen };
  };
};

/** What is due and was never said, and who is there to read it. */
const seeing = async (
  at: Scene,
  parts: RemindParts,
  digests: DigestBook,
  cache: RungCache,
): Promise<TickSight> => {
  const { ledger, rules } = parts;
  const knows = (key: string): boolean => ledger.find(key) !== null;
  const due: (readonly [Reminder, Case | null])[] = registerReminders(knows, at.date, at.time, rules).map(
    (reminder) => [reminder, null],
  );
  for (const [index, request] of at.cases.entries()) {
    if (index % casesAtOnce === 0) await breathe();
    for (const reminder of remindersAt(request, knows, at.date, at.time, rules, cache))
      due.push([reminder, request]);
  }
  return {
    at,
    due,
    readers: {
      approvers: await parts.approvers(),
      channel: parts.hasChannel,
      absences: await parts.absences([...new Set(due.flatMap(([, request]) => workersOn(request)))]),
    },
    weekly: digests.weeklyDue(at),
    digestStands: digests.place(at.date) !== null,
  };
};

/** The function to call every minute or so; calls must not overlap. Rejects when the register or the ledger cannot be written. */
export const reminding = (parts: RemindParts): (() => Promise<Tick>) => {
  const { ledger, rules } = parts;
  const once = sayingOnce(parts);
  const cache: RungCache = new WeakMap();
  const digests = digestBook(parts, cache);
  const me = parts.newId();
  const lookAt = lookingAt(parts);
  const deliver = delivering({ ...parts, once, digests });
  return async () => {
    await ledger.refresh();
    const at = await lookAt();
    await once.resolve(at.now);
    if (!isCivil(at.date, at.time, rules) || once.isQuiet(at.now)) return { told: 0, failed: 0, covered: 0 };
    return deliver(planTick(await seeing(at, parts, digests, cache), { ledger, rules, cache, me }));
  };
};
