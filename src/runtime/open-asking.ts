/** Puts together everything around asking. */
import { join } from 'node:path';
import type { Clock } from '../base/clock.ts';
import type { Config } from '../base/config.ts';
import { note } from '../base/log-events.ts';
import type { Logger } from '../base/logger.ts';
import { notesLaw } from '../base/regimes.ts';
import { projectRoot } from '../base/root.ts';
import { sealFor } from '../base/seal.ts';
import type { Company } from '../company/company.ts';
import { type Ask, answerQuestion } from '../flows/ask/answer-question.ts';
import { askWithModel } from '../flows/ask/ask-with-model.ts';
import { exampleQuestions } from '../flows/ask/examples.ts';
import { gapBook } from '../flows/ask/gap-book.ts';
import { coverageWith, gapGroups } from '../flows/ask/gap-report.ts';
import type { SharedHour } from '../flows/ask/kept-for-an-hour.ts';
import { sentRequests } from '../flows/ask/sent-requests.ts';
import { teamEntries } from '../flows/ask/team-entries.ts';
import type { Dependencies } from '../handlers/dependencies.ts';
import type { Knowledge } from '../knowledge/answer/answer.ts';
import { gapDays, gapLineSchema } from '../knowledge/answer/gap-line.ts';
import { teamEntrySchema } from '../knowledge/answer/team-entry.ts';
import { finder } from '../knowledge/model/finder.ts';
import { readPolicyMap } from '../knowledge/policy/policy-map.ts';
import { openDraftClauses } from '../knowledge/setup/draft-clauses.ts';
import { openDayBook } from '../register/files/day-book.ts';
import { openShelf } from '../register/files/shelf.ts';
import { recentTexts } from '../register/recent-texts.ts';
import type { TextFolders } from '../register/text-folder.ts';
import { alwaysHeld } from './holdings.ts';
import { modelFrom } from './model-from-config.ts';

type AskingInputs = {
  readonly config: Config;
  readonly company: Pick<Company, 'examples' | 'names'>;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly after: (ms: number) => Promise<void>;
  readonly logger: Logger;
  readonly sealingKey: Uint8Array;
  readonly folders: TextFolders;
};

/** What several instances remember together for an hour; null where this one is alone. */
export const sharedHour = ({
  folders,
  sealingKey,
  clock,
  after,
}: Pick<AskingInputs, 'folders' | 'sealingKey' | 'clock' | 'after'>): SharedHour | null =>
  folders.shared ? recentTexts(folders.folder('recent'), sealFor(sealingKey, 'recent'), clock, after) : null;

export type Asking = Pick<
  Dependencies,
  'ask' | 'looking' | 'sentRequests' | 'entries' | 'gaps' | 'gapReport' | 'examples'
> & {
  /** What is held about everybody who asks, for `/privacy about-me`. */
  readonly held: () => Promise<readonly string[]>;
};

type OpenedAsking = Pick<Asking, 'ask' | 'looking' | 'sentRequests' | 'held'>;

/** From the policy alone, or found by the model where one is configured. */
const answering = async (outside: AskingInputs): Promise<OpenedAsking> => {
  const { config, knowledge, clock, after, logger } = outside;
  const model = await modelFrom(config);
  const held = () => Promise.resolve(alwaysHeld(model !== null, outside.folders.shared));
  if (model === null || config.model === null)
    return { ask: answerQuestion(knowledge), looking: { modelSeconds: null }, sentRequests: null, held };
  const sent = sentRequests(clock, sharedHour(outside));
  const told = (fared: string): void => note(logger, 'model_fared', { fared });
  const find = finder(knowledge.documents, model, config.model.context);
  const { patienceMs } = config.model;
  const ask = askWithModel(knowledge, { find, look: model.look, clock, after, patienceMs, sent, told });
  return { ask, looking: { modelSeconds: patienceMs / 1_000 }, sentRequests: sent, held };
};

/** How questions are answered here, what the privacy team adds of its own, and what is learnt where no answer was good. */
export const openAsking = async (outside: AskingInputs): Promise<Asking> => {
  const { config, company, knowledge, clock, after, logger, folders } = outside;
  const { ask, ...rest } = await answering(outside);
  const entries = teamEntries({
    shelf: openShelf(folders.folder('entries'), teamEntrySchema),
    knowledge,
    after,
    clock,
    zone: config.timeZone,
  });
  const seal = sealFor(outside.sealingKey, 'gap note');
  const book = openDayBook(folders.folder('gaps'), gapLineSchema, gapDays, clock);
  const failed = (): void => note(logger, 'gap_not_kept');
  const { noting, ...gaps } = gapBook({ book, seal, knowledge, clock, after, failed });
  const topics = new Set(knowledge.topics.map(({ id }) => id));
  const clauses = await openDraftClauses(join(projectRoot, 'data', 'knowledge'), topics);
  const policies = await Promise.all(
    knowledge.documents.map(async (policy) => [policy, await readPolicyMap(policy)] as const),
  );
  const law = notesLaw(config.regime);
  const gapReport: Dependencies['gapReport'] = async () => ({
    groups: gapGroups(await book.read(), seal, knowledge.topics, clauses),
    coverage: coverageWith(policies, clauses, law),
  });
  const inFull: Ask = entries.beside(noting(ask));
  const examples = await exampleQuestions(knowledge, company.examples);
  return { ...rest, ask: inFull, entries, gaps, gapReport, examples };
};
