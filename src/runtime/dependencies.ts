/** From what is outside to what the gestures work with. */
import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import type { Clock } from '../base/clock.ts';
import type { Config } from '../base/config.ts';
import type { Logger } from '../base/logger.ts';
import { sealUnder } from '../base/seal.ts';
import { recentQuestions } from '../flows/ask/recent-questions.ts';
import type { Casework } from '../flows/cases/casework.ts';
import { heldAbout } from '../flows/cases/held-about.ts';
import { myDesk } from '../flows/cases/my-desk.ts';
import { defaultTeams, type TeamsHere } from '../flows/cases/teams.ts';
import { snoozing } from '../flows/reminders/snooze.ts';
import type { Dependencies } from '../handlers/dependencies.ts';
import type { Knowledge } from '../knowledge/answer/answer.ts';
import type { LetterDesk } from '../letters/letter-desk.ts';
import { openDrafts } from '../register/draft-store.ts';
import type { Ledger } from '../register/ledger.ts';
import type { Register } from '../register/register.ts';
import type { Case } from '../requests/case/case.ts';
import type { CaseEvent } from '../requests/case/case-events.ts';
import type { HolidayTable } from '../requests/clock/holidays.ts';
import { oneTryClient } from '../slack/clients.ts';
import { paceByChannel } from '../slack/pace.ts';
import { slackOut } from '../slack/posting.ts';
import type { SlackPlace } from '../slack/receivers.ts';
import { everyoneIn, groupMembers, membershipOf, rolesFrom } from '../slack/user-groups.ts';
import { myDeskPart } from '../views/my-desk.ts';
import { teamKnowledgePart } from '../views/team-entry.ts';
import type { Asking } from './open-asking.ts';

/** What the program is put together from; `wire` makes no choice of its own about the outside. */
export type RuntimeInputs = {
  readonly config: Config;
  readonly knowledge: Knowledge;
  readonly letters: LetterDesk;
  readonly register: Register<CaseEvent, Case>;
  readonly ledger: Ledger;
  readonly holidays: HolidayTable;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Short, and not used before: references, marks of files, ids of remembered questions. */
  readonly newId: () => string;
  /** Resolves after so many milliseconds without keeping the program alive. */
  readonly after: (ms: number) => Promise<void>;
  /** 32 bytes that words at rest are sealed under. */
  readonly sealingKey: Uint8Array;
  /** Who searches where; today's list without people where it is left out. */
  readonly teams?: Omit<TeamsHere, 'members'>;
};

/** What reminders are looked up in. */
export const bookOf = ({ config, register, ledger, clock, holidays: table }: RuntimeInputs) => ({
  register,
  ledger,
  clock,
  rules: { table, jurisdiction: config.jurisdiction, zone: config.timeZone, time: config.reminderTime },
});

/** Everything but what a Home tab does when it is opened, which needs these parts itself. */
export const partsOf = (
  app: App,
  place: SlackPlace,
  inbox: Dependencies['once'],
  outside: RuntimeInputs,
  { held, ...asking }: Asking,
): Omit<Dependencies, 'homeOpened'> => {
  const { config, knowledge, logger, clock, newId, after } = outside;
  const group = groupMembers(app.client, clock);
  const failed = (): void =>
    logger.warn('Slack did not say who is in a user group: nobody passes until it does');
  const privacyTeam = membershipOf(config.privacyTeam, group, failed);
  const approvers = membershipOf(config.privacyApprovers, group, failed);
  const { timeZone, regime, jurisdiction } = config;
  const cases: Casework = {
    register: outside.register,
    table: outside.holidays,
    clock,
    rolesOf: rolesFrom(privacyTeam, approvers),
    teams: {
      ...(outside.teams ?? defaultTeams),
      members: (ids) => everyoneIn(ids, group, failed)(),
    },
    defaults: { timeZone, regime, jurisdiction },
  };
  return {
    slack: slackOut(app.client, oneTryClient(place, logger), logger, clock, paceByChannel(after)),
    clock,
    cases,
    letters: outside.letters,
    drafts: openDrafts(
      join(config.dataDir, 'drafts'),
      sealUnder(new Uint8Array(hkdfSync('sha256', outside.sealingKey, '', 'draft', 32))),
    ),
    newId,
    once: inbox,
    ...asking,
    verify: (refs) => knowledge.verify(refs),
    policies: knowledge.policies,
    sections: knowledge.sections,
    questions: recentQuestions(clock, newId),
    snooze: snoozing(bookOf(outside)),
    privacyChannel: config.privacyChannel,
    privacyTeam,
    whoCan: config.privacyTeam.map((id) => (id.startsWith('S') ? `<!subteam^${id}>` : `<@${id}>`)),
    approvers,
    contact: knowledge.policies[0]?.contact ?? 'the privacy team',
    after,
    homeParts: [
      async (user) => myDeskPart(await myDesk(cases, user)),
      async (user) =>
        (await privacyTeam(user)) === 'member' ? teamKnowledgePart(await asking.entries.list()) : [],
    ],
    holdings: [held, asking.entries.heldAbout, (user) => heldAbout(cases, user)],
  };
};
