/** A question with a model switched on: local gates first, then redaction, one request, proof in code; the local answer in every other case. */
import type { Clock } from '../../base/clock.ts';
import type { Answer, Knowledge, WithoutModel } from '../../knowledge/answer/answer.ts';
import type { Finder, ModelFinding } from '../../knowledge/model/finder.ts';
import { answerFromFinding } from './answer-from-finding.ts';
import type { Ask } from './answer-question.ts';
import { askTogether } from './ask-together.ts';
import type { SentRequests } from './sent-requests.ts';

/** How the model fared, for the log; never what was asked or written. */
export type Fared = 'found' | WithoutModel;

export type AskingParts = {
  readonly find: Finder;
  /** After a failure, beside the questions: the server may have come up, or offer another model; true when it does. Never rejects. */
  readonly look: () => Promise<boolean>;
  readonly clock: Clock;
  readonly after: (ms: number) => Promise<void>;
  /** How long an answer may wait for the model (MODEL_PATIENCE, milliseconds). */
  readonly patienceMs: number;
  readonly sent: SentRequests;
  readonly told: (fared: Fared) => void;
};

/** After an error, not after mere slowness, the model is left alone: 5 s first, twice as long each time, a minute at most. */
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 60_000;

/** `knowledge` answers locally and says what may leave. Never rejects for anything that the model does. */
export const askWithModel = (
  knowledge: Pick<Knowledge, 'ask' | 'redact' | 'documents' | 'verify' | 'policies'>,
  { find, look, clock, after, patienceMs, sent, told }: AskingParts,
): Ask => {
  let restUntil = 0;
  let restMs = 0;

  const failed = (): void => {
    restMs = Math.min(LONGEST_REST_MS, Math.max(FIRST_REST_MS, restMs * 2));
    restUntil = clock().getTime() + restMs;
    void look().then((changed) => {
      if (changed) restUntil = 0;
    });
  };

  const found = async (
    question: string,
    before: string | null,
    local: Answer,
    asker: string,
  ): Promise<ModelFinding | 'too_late' | 'failed'> => {
    const stop = new AbortController();
    const sought = { question, before, local: [...local.citations, ...local.nearest] };
    const finding = find(sought, stop.signal, (body) => sent.sent(asker, body)).catch(() => null);
    const late = after(patienceMs).then(() => 'too_late' as const);
    const first = await Promise.race([finding, late]);
    stop.abort();
    if (first === null) {
      failed();
      return 'failed';
    }
    if (first !== 'too_late') restMs = 0;
    return first;
  };

  /** The question before it may go along only if it could have gone itself. */
  const fitToGoAlong = async (before: string | null): Promise<string | null> => {
    if (before === null || (await knowledge.ask(before)).outcome === 'declined') return null;
    const redacted = await knowledge.redact(before);
    return redacted.safe ? redacted.text : null;
  };

  return async (question, asker = '', before = null) => {
    const local = await askTogether(knowledge, question, before);
    const instead = (without: WithoutModel): Answer => {
      told(without);
      return { ...local, without };
    };
    if (local.outcome === 'declined') return instead('gated');
    const redacted = await knowledge.redact(question);
    if (!redacted.safe) {
      sent.keptBack(asker);
      return instead('kept_back');
    }
    if (clock().getTime() < restUntil) return instead('resting');
    const finding = await found(redacted.text, await fitToGoAlong(before), local, asker);
    if (finding === 'too_late' || finding === 'failed') return instead(finding);
    if (finding.kind === 'unreadable') return instead('unreadable');
    const answer = answerFromFinding(knowledge, finding, local);
    if (answer === null) return instead('nothing_held');
    told('found');
    return answer;
  };
};
