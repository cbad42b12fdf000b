/** What the bot reads before it is put together: the law, who we are, and the policies that it answers from. */
import type { Worker } from 'node:worker_threads';
import { readHolidayTable } from '../base/calendars.ts';
import type { Config } from '../base/config.ts';
import { LawDataError } from '../base/regimes.ts';
import type { Company } from '../company/company.ts';
import { openCompany, underLawOf } from '../company/open-company.ts';
import { type KnowledgeInThread, openKnowledgeInThread } from '../knowledge/answer/knowledge-in-thread.ts';
import type { HolidayTable } from '../requests/clock/holidays.ts';
import { StartProblem } from './start-errors.ts';

export type Reading = {
  readonly holidays: HolidayTable;
  readonly company: Company;
  /** For whoever starts the program. */
  readonly notices: readonly string[];
  /** Under the law of the company. */
  readonly config: Config;
  /** Read in its thread while the program goes on. */
  readonly knowledge: Promise<KnowledgeInThread>;
};

/** The law as data; what is wrong in it is named at once and the bot does not start. */
const lawTable = (): HolidayTable => {
  try {
    return readHolidayTable();
  } catch (error) {
    if (error instanceof LawDataError) throw new StartProblem(error.message, { cause: error });
    throw error;
  }
};

/**
 * In this order, so that each problem is met before the next part is read. `begun` is the thread in which questions will be read;
 * `ended` hears of each that ends by itself.
 */
export const openReading = async (
  given: Config,
  begun: Worker,
  ended: (error: unknown) => void,
): Promise<Reading> => {
  const holidays = lawTable();
  const { company, notices } = await openCompany(given.companyFile, given.policyDir);
  const config = underLawOf(given, company);
  const knowledge = openKnowledgeInThread(config.policyDir, config.regime, company, ended, begun);
  // What goes wrong with it is told by whoever waits for it.
  knowledge.catch(() => undefined);
  return { holidays, company, notices, config, knowledge };
};
