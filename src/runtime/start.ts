/** Starts the bot, part by part. */
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../base/config.ts';
import { coreDumps } from '../base/core-dumps.ts';
import { kindOf, note } from '../base/log-events.ts';
import { projectRoot } from '../base/root.ts';
import { whoSpeaks } from '../company/open-company.ts';
import { warmUp } from '../knowledge/answer/warm-up.ts';
import { languageNotices } from '../knowledge/policy/language.ts';
import { openLetterDesk } from '../letters/letter-desk.ts';
import { readAnchorFile } from '../register/history/anchor-file.ts';
import { caseKind } from '../register/history/case-kind.ts';
import {
  anchorFaults,
  openFolders,
  openKey,
  openLedger,
  openRegister,
  type RegisterPlace,
  unreachable,
} from '../register/open.ts';
import { resealStores, sealOf } from '../register/sealed-stores.ts';
import type { Ending } from '../slack/ending.ts';
import type { SlackPlace } from '../slack/receivers.ts';
import { anchoring } from './anchoring.ts';
import type { RuntimeInputs } from './dependencies.ts';
import { type LocalWorkspace, openLocalWorkspace } from './local-workspace.ts';
import type { Reading } from './open-reading.ts';
import { refusePractice } from './practice-time.ts';
import { everyMinute } from './schedule.ts';
import { StartProblem, startProblem } from './start-errors.ts';
import { type Bot, wire } from './wire.ts';
import { workspaceMemory } from './workspace-memory.ts';

export type Start = Omit<
  RuntimeInputs,
  'company' | 'knowledge' | 'letters' | 'sealingKey' | 'register' | 'ledger' | 'folders' | 'holidays'
> & {
  /** A sentence for the log. */
  readonly tell: (sentence: string) => void;
  /** A line for whoever started the program. */
  readonly show: (line: string) => void;
  /** Begun while this part of the program was still loading. */
  readonly reading: Promise<Reading>;
};

export type Running = {
  readonly stop: (patienceMs: number) => Promise<void>;
  /** Resolves with why, when the bot cannot go on. */
  readonly ended: Promise<Ending>;
};

const placeOf = ({ slack, slackApiUrl: apiUrl }: Config): SlackPlace | null => {
  switch (slack.mode) {
    case 'socket':
      return { apiUrl, botToken: slack.botToken, by: { type: 'socket', appToken: slack.appToken } };
    case 'http':
      return {
        apiUrl,
        botToken: slack.botToken,
        by: { type: 'http', signingSecret: slack.signingSecret, port: slack.port },
      };
    case 'local':
      return null;
  }
};

const began = async (bot: Bot, place: SlackPlace): Promise<void> => {
  try {
    await bot.start();
  } catch (error) {
    const why = startProblem(error, place);
    throw why === null ? error : new StartProblem(why, { cause: error });
  }
};

const minuteMs = 60_000;
/** Of the patience at the end, what is left for leaving itself. */
const goodbyeMs = 500;

/** What the anchors outside the register say against it. */
const setBack = async (
  { registerAnchor }: Config,
  home: Pick<RegisterPlace, 'folder' | 'databaseUrl'>,
): Promise<readonly string[]> =>
  registerAnchor === null ? [] : anchorFaults(home, await readAnchorFile(registerAnchor));

const coded = z.object({ code: z.string() });

const writable = async (dir: string): Promise<void> => {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await access(dir, constants.W_OK);
  } catch (error) {
    const code = coded.safeParse(error).data?.code ?? 'unknown reason';
    throw new StartProblem(
      `The data folder ${dir} cannot be written (${code}). Set DATA_DIR to a folder that this user may write to.`,
      { cause: error },
    );
  }
};

/** The law, policies, workspace (where no token is given), key, register, bot: in this order, so that each problem is met before the next part starts. */
export const startBot = async (start: Start): Promise<Running> => {
  const { tell, show, reading, ...outside } = start;
  const databaseUrl = outside.config.databaseUrl ?? undefined;
  const silence = unreachable({ databaseUrl }, outside.after);
  const { holidays, company, notices, config, knowledge: opening } = await reading;
  const knowledge = await opening;
  for (const notice of languageNotices(knowledge.documents)) tell(notice);
  const letters = await openLetterDesk(join(projectRoot, 'data', 'letters'), knowledge, company);
  tell(whoSpeaks(company, knowledge.policies));
  for (const notice of notices) tell(notice);
  const dumps = await coreDumps();
  if (dumps !== null) tell(dumps);
  await writable(config.dataDir);
  const silent = await silence;
  if (silent !== null)
    throw new StartProblem(`${silent} Check that it runs and may be reached, then start again.`);
  const given = placeOf(config);
  if (given !== null) await refusePractice(config);
  const desk: LocalWorkspace | null = given === null ? await openLocalWorkspace(config, outside) : null;
  const { clock, after } = desk ?? outside;
  const home = {
    folder: config.dataDir,
    key: config.registerKey ?? undefined,
    keyFile: config.registerKeyFile ?? undefined,
    databaseUrl,
  };
  const key = await openKey(home, tell);
  const folders = await openFolders(home, clock, tell);
  // What the first release sealed gets the key of its purpose.
  await resealStores(folders, key, key);
  await desk?.remember(
    workspaceMemory(folders.folder('workspace'), sealOf('workspace', key), (error) =>
      note(outside.logger, 'workspace_not_kept', { kind: kindOf(error) }),
    ),
  );
  for (const why of await setBack(config, home)) tell(`REGISTER_ANCHOR: ${why}.`);
  const register = await openRegister(home, caseKind, tell);
  for (const { message } of register.problems()) tell(message);
  const ledger = await openLedger(home, clock);
  const place = given ?? desk?.place;
  if (place === undefined) throw new StartProblem('There is no Slack to connect to.');
  const bot = await wire(place, {
    ...outside,
    clock,
    after,
    config: desk?.config ?? config,
    company: desk?.staffed(company) ?? company,
    knowledge,
    letters,
    register,
    ledger,
    folders,
    holidays,
    sealingKey: key.sealing,
    watchesSlackClock: desk === null && config.clock === null,
  });
  knowledge.whenClosed(bot.policiesClosed);
  await began(bot, place);
  const anchors = anchoring({
    file: config.registerAnchor,
    anchor: register.anchor,
    clock,
    failed: () => note(outside.logger, 'anchor_not_noted'),
  });
  await anchors.look();
  const eachMinute = (): Promise<void> => bot.eachMinute().finally(anchors.look);
  const reminders = everyMinute(eachMinute, (error) =>
    note(outside.logger, 'reminders_failed', { kind: kindOf(error) }),
  );
  desk?.letTravel(reminders.tick, bot.idle);
  if (desk === null)
    tell(`The bot is ready (${place.by.type === 'http' ? `HTTP, port ${place.by.port}` : 'Socket Mode'}).`);
  else {
    show(`Local workspace: ${desk.url}`);
    show(`Open it in a browser and try: /privacy ${bot.parts.examples[0]}`);
    if (clock().getTime() - outside.clock().getTime() > minuteMs)
      show(
        `Its clock goes on from where it was moved to: ${clock().toISOString()}. An empty DATA_DIR begins anew.`,
      );
  }
  // After the start, whose own questions warm it up already; a bot that is stopped meanwhile has no use for it.
  void warmUp(knowledge).catch(() => undefined);
  return {
    ended: bot.ended,
    stop: async (patienceMs) => {
      const end = async (): Promise<void> => {
        // What a look for reminders has claimed when patience ends is looked for in Slack at the next start.
        await Promise.all([Promise.race([reminders.stop(), after(patienceMs)]), bot.stop(patienceMs)]);
        await desk?.stop();
        await anchors.last();
        await knowledge.stop();
        await Promise.all([ledger.close(), folders.close(), register.close()]);
      };
      // A database that says nothing does not keep the program from ending: what is durable stays so.
      await Promise.race([end(), outside.after(patienceMs - goodbyeMs)]);
    },
  };
};
