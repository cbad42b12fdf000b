import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { parse } from 'yaml';
import { readHolidayTable } from '../../src/base/calendars.ts';
import { type Clock, clockStartingAt, systemClock } from '../../src/base/clock.ts';
import { type Config, readConfig } from '../../src/base/config.ts';
import { projectRoot } from '../../src/base/root.ts';
import type { Company } from '../../src/company/company.ts';
import { openCompany } from '../../src/company/open-company.ts';
import type { Knowledge } from '../../src/knowledge/answer/answer.ts';
import { openKnowledge } from '../../src/knowledge/answer/knowledge.ts';
import { openLetterDesk } from '../../src/letters/letter-desk.ts';
import { fileFolders } from '../../src/register/files/file-folder.ts';
import { openFileLedger } from '../../src/register/files/file-ledger.ts';
import { indexName } from '../../src/register/files/file-store.ts';
import { caseKind } from '../../src/register/history/case-kind.ts';
import { newRegisterKeyText, parseRegisterKey } from '../../src/register/history/sealing.ts';
import { keepRegister } from '../../src/register/kept-register.ts';
import { openRegister } from '../../src/register/open.ts';
import type { Database } from '../../src/register/postgres/connection.ts';
import { openPostgresStore } from '../../src/register/postgres/postgres.ts';
import { openPostgresFolders } from '../../src/register/postgres/postgres-folder.ts';
import { openPostgresLedger } from '../../src/register/postgres/postgres-ledger.ts';
import type { Register } from '../../src/register/register.ts';
import type { Case } from '../../src/requests/case/case.ts';
import type { CaseEvent } from '../../src/requests/case/case-events.ts';

import { everyMinute } from '../../src/runtime/schedule.ts';
import { movableTime, travelThrough } from '../../src/runtime/time-travel.ts';
import { type Bot, wire } from '../../src/runtime/wire.ts';
import type { SlackPlace } from '../../src/slack/receivers.ts';
import type { WorkspaceOptions } from '../../src/workspace/start.ts';
import { shippedCompany } from './company.ts';
import { shippedKnowledge } from './knowledge.ts';
import { startTestWorkspace, type TestWorkspace } from './workspace.ts';

type Http = Extract<SlackPlace['by'], { type: 'http' }>;

export type BotAtDesk = {
  readonly desk: TestWorkspace;
  readonly bot: Bot;
  readonly dataDir: string;
  readonly register: Register<CaseEvent, Case>;
  /** Every log line so far. */
  readonly logged: () => string;
  /** The same line by line; cheap, however many there are. */
  readonly logLines: () => readonly string[];
  /** Another process of the same bot over the same data. */
  readonly another: () => Promise<Bot>;
  readonly stop: () => Promise<void>;
};

export const testConfig = (over: Partial<Config> = {}): Config => {
  const read = readConfig({});
  if (!read.ok) throw new Error('the defaults are not valid');
  return { ...read.config, ...over };
};

export const builtPage = {
  roots: [join(projectRoot, 'dist/src/workspace/page'), join(projectRoot, 'src/workspace/page')],
  vendorRoot: join(projectRoot, 'node_modules'),
};

const openCases = (folder: string) => openRegister({ folder, key: undefined }, caseKind, () => undefined);

/** The real bot over Socket Mode in a real local workspace, on data of its own. */
export const startBotAtDesk = async (
  over: {
    readonly config?: Partial<Config>;
    /** Another company than the shipped one, with the folder of its policies. */
    readonly company?: { readonly file: string; readonly policies: string };
    readonly knowledge?: (real: Knowledge) => Knowledge;
    readonly manifest?: unknown;
    readonly clock?: Clock;
    /** Odd Slacks: triggers that die at once, … */
    readonly desk?: Partial<WorkspaceOptions>;
    /** How patient the bot is with the socket, or HTTP instead of it. */
    readonly by?: { readonly helloMs?: number; readonly lostMs?: number } | Http;
    /** Stands between the bot and its register, for what goes wrong there. */
    readonly register?: (
      real: Awaited<ReturnType<typeof openCases>>,
    ) => Awaited<ReturnType<typeof openCases>>;
    /** The register and all that lies beside it in this database, as several instances share it. */
    readonly database?: Database;
    /** Serves the page too, as built, for a browser. */
    readonly page?: boolean;
    /** Time begins here and can be moved, as in the workspace that `npm start` opens. */
    readonly from?: string;
    /** The same company with people in its teams. */
    readonly staffed?: (company: Company) => Company;
  } = {},
): Promise<BotAtDesk> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'privacy-bot-'));
  const after = (ms: number): Promise<void> => wait(ms, undefined, { ref: false });
  const begins = over.from === undefined ? over.clock : clockStartingAt(new Date(over.from));
  const time = movableTime({ clock: begins ?? systemClock, after });
  const manifest = over.manifest ?? parse(await readFile(join(projectRoot, 'manifest.yml'), 'utf8'));
  const desk = await startTestWorkspace({
    manifest,
    ...(over.page === true ? { pages: builtPage } : {}),
    ...(over.from === undefined ? {} : { clock: time.clock }),
    ...over.desk,
  });
  const policies = over.company?.policies ?? join(projectRoot, 'data/policies');
  const bare =
    over.company === undefined ? shippedCompany : (await openCompany(over.company.file, policies)).company;
  const company = over.staffed?.(bare) ?? bare;
  const real =
    company === shippedCompany
      ? await shippedKnowledge()
      : await openKnowledge(policies, undefined, company.regime ?? 'uk', company);
  const letters = await openLetterDesk(join(projectRoot, 'data/letters'), real, company);
  const { database } = over;
  const opened =
    database === undefined
      ? await openCases(dataDir)
      : await keepRegister(
          await openPostgresStore(database, join(dataDir, indexName)),
          parseRegisterKey(newRegisterKeyText()),
          caseKind,
        );
  const register = over.register?.(opened) ?? opened;
  const ledger =
    database === undefined
      ? await openFileLedger(dataDir, time.clock)
      : await openPostgresLedger(database, time.clock);
  const folders =
    database === undefined ? fileFolders(dataDir) : await openPostgresFolders(database, time.clock);
  const lines: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const start = async (): Promise<Bot> => {
    const bot = await wire(
      {
        apiUrl: desk.apiUrl,
        botToken: desk.botToken,
        by:
          over.by !== undefined && 'port' in over.by
            ? over.by
            : { type: 'socket', appToken: desk.appToken, ...over.by },
      },
      {
        config: testConfig({
          dataDir,
          privacyChannel: desk.privacyChannel,
          privacyTeam: desk.team,
          privacyApprovers: desk.approvers,
          ...over.config,
        }),
        company,
        knowledge: over.knowledge?.(real) ?? real,
        letters,
        register,
        ledger,
        folders,
        holidays: readHolidayTable(),
        logger,
        clock: time.clock,
        newId: () => randomBytes(6).toString('hex'),
        after: time.after,
        sealingKey: new Uint8Array(32),
      },
    );
    await bot.start();
    return bot;
  };
  const bot = await start();
  const bots = [bot];
  const minutes =
    over.from === undefined ? null : everyMinute(bot.eachMinute, (error) => logger.error({ error }));
  if (minutes !== null)
    desk.offerTravel(
      travelThrough({
        time,
        zone: 'Europe/London',
        tick: minutes.tick,
        idle: bot.idle,
        note: () => Promise.resolve(),
      }),
    );
  return {
    desk,
    bot,
    dataDir,
    register,
    logged: () => lines.join(''),
    logLines: () => lines,
    another: async () => {
      const next = await start();
      bots.push(next);
      return next;
    },
    stop: async () => {
      await minutes?.stop();
      for (const one of bots) await one.stop(2_000);
      await desk.stop();
      await Promise.all([ledger.close(), folders.close(), register.close()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** All words a person reads in blocks, in order. */
export const wordsOf = (blocks: readonly unknown[]): string => {
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'text' && typeof inner === 'string') words.push(inner);
        else walk(inner);
      }
    }
  };
  walk(blocks);
  return words.join('\n');
};

export const labelsOf = (blocks: readonly unknown[]): readonly string[] => {
  const labels: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && value.type === 'button' && 'text' in value) labels.push(wordsOf([value]));
      if ('type' in value && value.type === 'feedback_buttons')
        labels.push(
          ...Object.values(value)
            .filter((one) => typeof one === 'object')
            .map((one) => wordsOf([one])),
        );
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  walk(blocks);
  return labels;
};
