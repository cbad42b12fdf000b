/** Wires the bot: receivers, handlers, posts and the tick. */
import { App } from '@slack/bolt';
import { note } from '../base/log-events.ts';
import { boltLogger } from '../base/logger.ts';
import { sealFor } from '../base/seal.ts';
import { reminding, type Tick } from '../flows/reminders/remind.ts';
import { bindInteractions } from '../handlers/bolt/bind.ts';
import type { Dependencies } from '../handlers/dependencies.ts';
import { forgettingDrafts } from '../handlers/form-drafts.ts';
import { publishHome } from '../handlers/home.ts';
import { allFeatures } from '../handlers/index.ts';
import { KnowledgeClosed } from '../knowledge/answer/knowledge-closed.ts';
import { civilHours } from '../posts/civil-hours.ts';
import { homeRefresh } from '../posts/home-refresh.ts';
import { notifier } from '../posts/notifier.ts';
import { tellingPoliciesClosed } from '../posts/policies-closed.ts';
import { watchingRegister } from '../posts/register-alert.ts';
import { reminderPost } from '../posts/reminder-post.ts';
import { isRegisterError } from '../register/errors.ts';
import { fileFolders } from '../register/files/file-folder.ts';
import { inboxWithSpare } from '../register/files/spare-inbox.ts';
import { forgetRecent } from '../register/recent-texts.ts';
import { openInbox } from '../register/text-inbox.ts';
import { absencesOf } from '../slack/absences.ts';
import { clientOptions } from '../slack/clients.ts';
import { countingLater } from '../slack/counting-later.ts';
import { type Ending, uninstalled } from '../slack/ending.ts';
import { reportTrouble, slackErrorCode } from '../slack/errors.ts';
import type { Inbox } from '../slack/inbox.ts';
import { guardDoor, replayUnfinished, type Working } from '../slack/middleware.ts';
import { type Health, receiverFor, type SlackPlace } from '../slack/receivers.ts';
import { everyoneIn, groupMembers } from '../slack/user-groups.ts';
import { policiesClosedWords } from '../views/answers/policies-closed.ts';
import { bookOf, partsOf, type RuntimeInputs } from './dependencies.ts';
import { frontDoor, outsidersFrom, slackClockOf } from './front-door.ts';
import { openAsking } from './open-asking.ts';

export type Bot = {
  readonly app: App;
  /** What the actions work with; reminders and the command line use the same. */
  readonly parts: Dependencies;
  readonly working: Working;
  /** One look at all cases for reminders that are due; calls must not overlap. */
  readonly remind: () => Promise<Tick>;
  /** What each minute asks for: reminders, and on a new day the cards. Calls must not overlap. */
  readonly eachMinute: () => Promise<void>;
  /** Tells the privacy channel why no question can be answered; never rejects. */
  readonly policiesClosed: (why: string) => Promise<void>;
  /** Resolves when no action is being answered and nothing waits to be said. */
  readonly idle: () => Promise<void>;
  /** Asks Slack who we are, then begins to listen. Rejects with the client's own error. */
  readonly start: () => Promise<void>;
  /** Takes no new work, waits at most `patienceMs` for what runs, then leaves. */
  readonly stop: (patienceMs: number) => Promise<void>;
  /** Resolves when the bot cannot go on: `stop` it then. */
  readonly ended: Promise<Ending>;
};

/** How long saying goodbye to Slack may take. */
const closingMs = 2_000;

/** Redraws a Home tab that somebody looks at whenever the register changes here. */
const followingHomes = (
  parts: Omit<Dependencies, 'homeOpened'>,
  { register, clock, after, logger }: RuntimeInputs,
): Pick<Dependencies, 'homeOpened'> & { readonly unfollow: () => void } => {
  const refresh = homeRefresh(
    (user) => publishHome(parts, user),
    clock,
    after,
    (error) => note(logger, 'home_not_redrawn', { code: slackErrorCode(error) }),
  );
  const stops = [register.onChange(refresh.changed), register.onOthersChange(refresh.changed)];
  return {
    homeOpened: refresh.opened,
    unfollow: () => {
      for (const stop of stops) stop();
    },
  };
};

/** What a person may read of an error that was to be expected. */
const plainlyFrom =
  (contact: string) =>
  (error: unknown): string | null => {
    if (error instanceof KnowledgeClosed) return policiesClosedWords(contact);
    return isRegisterError(error) ? error.message : null;
  };

/** A load balancer asks often and waits for little (milliseconds). */
const healthMs = 1_000;

const healthOf = ({ folders, after }: RuntimeInputs): Promise<Health> => {
  const silent = 'the database does not answer';
  const asked = folders.ask().then(
    (): Health => 'ready',
    (): Health => silent,
  );
  return Promise.race([asked, after(healthMs).then((): Health => silent)]);
};

/** The inbox of the register; beside one that several instances share, another on this machine. */
const inboxOf = async ({ folders, config, sealingKey, clock, after }: RuntimeInputs): Promise<Inbox> => {
  const seal = sealFor(sealingKey, 'inbox');
  const inbox = await openInbox(folders, seal, clock);
  if (!folders.shared) return countingLater(inbox, after);
  const spare = await openInbox(fileFolders(config.dataDir), seal, clock);
  return countingLater(inboxWithSpare(inbox, spare, after), after);
};

/** The whole bot, ready to start: the production program, the tests and the local workspace all call this. */
export const wire = async (place: SlackPlace, outside: RuntimeInputs): Promise<Bot> => {
  const { config, logger, clock, newId, after } = outside;
  let draining = false;
  const { receiver, begin, end, lost } = receiverFor(
    place,
    clientOptions(place.apiUrl),
    boltLogger(logger),
    async () => (draining ? 'draining' : healthOf(outside)),
    () => note(logger, 'future_request'),
  );
  const app = new App({
    token: place.botToken,
    receiver,
    clientOptions: clientOptions(place.apiUrl),
    logger: boltLogger(logger),
    convoStore: false,
    deferInitialization: true,
  });
  const trouble = reportTrouble(logger, newId);
  const remindTrouble = (error: unknown): unknown => trouble('reminding', '', error);
  const inbox = await inboxOf(outside);
  const strangers = outsidersFrom(app.client, outside);
  const watch = slackClockOf(outside);
  const slackSays = absencesOf(app.client, clock, remindTrouble);
  const asking = await openAsking(outside);
  const bare = partsOf(app, place, inbox, outside, asking, strangers, watch, slackSays);
  const { homeOpened, unfollow } = followingHomes(bare, outside);
  const parts: Dependencies = { ...bare, homeOpened };
  const approvers = everyoneIn(config.privacyApprovers, groupMembers(app.client, clock), remindTrouble);
  const forget = (what: string, error: unknown): unknown => trouble(what, '', error);
  const door = frontDoor({ parts, inbox, strangers, watch, draining: () => draining, forget }, outside);
  const notify = notifier({
    register: outside.register,
    ledger: outside.ledger,
    slack: parts.slack,
    table: outside.holidays,
    clock,
    timeZone: config.timeZone,
    channel: config.privacyChannel,
    approvers,
    civil: civilHours(bookOf(outside).rules),
    after,
    trouble: (did, error) => trouble(did, '', error),
  });
  const telling = {
    postOnce: parts.postOnce,
    channel: config.privacyChannel,
    clock,
    timeZone: config.timeZone,
    trouble: (error: unknown) => void trouble('telling what is broken', '', error),
  };
  const watchRegister = watchingRegister({ ...telling, problems: outside.register.problems });
  bindInteractions(app, allFeatures(parts), parts, {
    done: (line) => note(logger, 'interaction', line),
    trouble,
    plainly: plainlyFrom(parts.contact),
  });
  const ended = Promise.race([
    lost.then((): Ending => 'not_connected'),
    uninstalled(app).then((): Ending => 'uninstalled'),
  ]);
  app.error(async (error) => {
    trouble('outside any handler', '', error);
  });
  const process = app.processEvent;
  guardDoor(app, door);

  const remind = reminding({
    ...bookOf(outside),
    newId,
    hasChannel: config.privacyChannel !== null,
    approvers,
    post: reminderPost(parts.slack, config.privacyChannel),
    absences: parts.presence.of,
    failed: remindTrouble,
  });
  const forgetDrafts = forgettingDrafts(parts);
  const idle = (): Promise<void> => door.working.idle().then(notify.idle);

  const leave = async (patienceMs: number): Promise<void> => {
    draining = true;
    unfollow();
    await Promise.race([idle(), after(patienceMs)]);
    notify.stop();
    // Closing a socket that is just being opened again would never end.
    await Promise.race([end(), after(closingMs)]);
  };
  /** At the start, and each minute what an instance that died had taken on, and what Slack could not be told. */
  const finishOthers = async (): Promise<void> => {
    if (draining) return;
    const replayed = await replayUnfinished(app, door, process);
    if (replayed > 0) note(logger, 'replayed', { replayed });
  };
  let stopping: Promise<void> | undefined;

  return {
    app,
    parts,
    working: door.working,
    ended,
    remind,
    policiesClosed: tellingPoliciesClosed(telling),
    eachMinute: async () => {
      await finishOthers();
      await watchRegister();
      await remind();
      await notify.lookAround();
      await forgetDrafts();
      if (outside.folders.shared) await forgetRecent(outside.folders.folder('recent'), clock);
    },
    idle,
    start: async () => {
      await app.init();
      await strangers.learnHome();
      await begin();
      await notify.start();
      await finishOthers();
    },
    stop: (patienceMs) => {
      stopping ??= leave(patienceMs);
      return stopping;
    },
  };
};
