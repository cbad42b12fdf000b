/** From what is outside to what the actions work with. */

import type { App } from '@slack/bolt';
import type { Clock } from '../base/clock.ts';
import type { Config } from '../base/config.ts';
import { note } from '../base/log-events.ts';
import type { Logger } from '../base/logger.ts';
import { readMessageModel } from '../base/message-model.ts';
import { sealFor } from '../base/seal.ts';
import type { Company } from '../company/company.ts';
import { conversation } from '../flows/ask/conversation.ts';
import { recentQuestions } from '../flows/ask/recent-questions.ts';
import type { Casework } from '../flows/cases/casework.ts';
import { heldAbout } from '../flows/cases/held-about.ts';
import { myDesk } from '../flows/cases/my-desk.ts';
import { type PresenceParts, presence } from '../flows/reminders/presence.ts';
import { snoozing } from '../flows/reminders/snooze.ts';
import type { Dependencies } from '../handlers/dependencies.ts';
import type { Knowledge } from '../knowledge/answer/answer.ts';
import type { LetterDesk } from '../letters/letter-desk.ts';
import { postingOnce } from '../posts/posting-once.ts';
import { openDrafts } from '../register/files/draft-store.ts';
import { openShelf } from '../register/files/shelf.ts';
import type { Ledger } from '../register/ledger.ts';
import type { Register } from '../register/register.ts';
import { saidAbsenceSchema } from '../register/said-absences.ts';
import type { TextFolders } from '../register/text-folder.ts';
import type { Case } from '../requests/case/case.ts';
import type { CaseEvent } from '../requests/case/case-events.ts';
import type { HolidayTable } from '../requests/clock/holidays.ts';
import { oneTryClient } from '../slack/clients.ts';
import type { ClockWatch } from '../slack/clock-watch.ts';
import { paceByChannel } from '../slack/pace.ts';
import { slackOut } from '../slack/posting.ts';
import type { SlackPlace } from '../slack/receivers.ts';
import type { Strangers } from '../slack/strangers.ts';
import { everyoneIn, groupMembers, membershipOf, rolesFrom } from '../slack/user-groups.ts';
import { teamKnowledgePart } from '../views/answers/team-entry.ts';
import { myDeskPart } from '../views/my-desk.ts';
import { type Asking, sharedHour } from './open-asking.ts';

/** What the program is put together from; `wire` makes no choice of its own about the outside. */
export type RuntimeInputs = {
  readonly config: Config;
  /** Who speaks. */
  readonly company: Company;
  readonly knowledge: Knowledge;
  readonly letters: LetterDesk;
  readonly register: Register<CaseEvent, Case>;
  readonly ledger: Ledger;
  /** What lies beside the cases: the inbox, drafts, entries, gaps. */
  readonly folders: TextFolders;
  readonly holidays: HolidayTable;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Short, and not used before: references, marks of files, ids of remembered questions. */
  readonly newId: () => string;
  /** Resolves after so many milliseconds without keeping the program alive. */
  readonly after: (ms: number) => Promise<void>;
  /** 32 bytes from which the keys of what lies sealed at rest come, one a purpose. */
  readonly sealingKey: Uint8Array;
  /** Whether our clock is held against Slack's: not in practice, where time is our own. */
  readonly watchesSlackClock?: boolean;
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
  inbox: Dependencies['once'] & Dependencies['answering'],
  outside: RuntimeInputs,
  { held, ...asking }: Asking,
  strangers: Strangers,
  watch: ClockWatch | null,
  slackSays: PresenceParts['slackSays'],
): Omit<Dependencies, 'homeOpened'> => {
  const { config, knowledge, ledger, logger, clock, newId, after } = outside;
  const group = groupMembers(app.client, clock);
  const failed = (): void => note(logger, 'group_unknown');
  const privacyTeam = membershipOf(config.privacyTeam, group, failed);
  const approvers = membershipOf(config.privacyApprovers, group, failed);
  const shared = sharedHour(outside);
  const { timeZone, regime, jurisdiction } = config;
  const bare: Casework = {
    register: outside.register,
    table: outside.holidays,
    clock,
    rolesOf: rolesFrom(privacyTeam, approvers),
    company: outside.company,
    messages: readMessageModel(),
    members: (ids) => everyoneIn(ids, group, failed)(),
    approvers: everyoneIn(config.privacyApprovers, group, failed),
    hours: bookOf(outside).rules,
    defaults: { timeZone, regime, jurisdiction },
    ...(watch === null ? {} : { behindSlackMs: watch.behindMs }),
  };
  const shelf = openShelf(outside.folders.folder('absences'), saidAbsenceSchema);
  const who = presence({ shelf, cases: bare, slackSays });
  const cases: Casework = { ...bare, saidAway: who.said };
  const { client } = app;
  const oneTry = oneTryClient(place, logger);
  const slack = slackOut({ client, oneTry, logger, clock, turn: paceByChannel(after), after, newId });
  return {
    slack,
    postOnce: postingOnce({ ledger, slack, clock, after }),
    clock,
    cases,
    letters: outside.letters,
    drafts: openDrafts(outside.folders.folder('drafts'), sealFor(outside.sealingKey, 'draft')),
    newId,
    once: inbox,
    answering: inbox,
    ...asking,
    verify: (refs) => knowledge.verify(refs),
    policies: knowledge.policies,
    sections: knowledge.sections,
    questions: recentQuestions(clock, newId, shared),
    conversation: conversation(clock, shared),
    namingNobody: async (question) => {
      const redacted = await knowledge.redact(question);
      return redacted.safe ? redacted.text : '';
    },
    presence: who,
    snooze: snoozing(bookOf(outside)),
    privacyChannel: config.privacyChannel,
    privacyTeam,
    whoCan: async () => {
      const people = await everyoneIn(config.privacyTeam, group, failed)();
      return (people.length === 0 ? config.privacyTeam : people).map((id) =>
        id.startsWith('S') ? `<!subteam^${id}>` : `<@${id}>`,
      );
    },
    approvers,
    canHoldWork: strangers.canHoldWork,
    contact: outside.company.contact ?? 'the privacy team',
    after,
    homeParts: [
      async (user) => myDeskPart(await myDesk(cases, user)),
      async (user) =>
        (await privacyTeam(user)) === 'member' ? teamKnowledgePart(await asking.entries.list()) : [],
    ],
    holdings: [held, asking.entries.heldAbout, (user) => heldAbout(cases, user), who.heldAbout],
  };
};
