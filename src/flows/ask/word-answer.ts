import type { Clock } from '../../base/clock.ts';
import type { Answer, Knowledge } from '../../knowledge/answer/answer.ts';
import { draftSchema, guardedProse } from '../../knowledge/model/draft-guard.ts';
import { draftRequest, draftUnitsOf } from '../../knowledge/model/draft-request.ts';
import type { Model } from '../../knowledge/model/model.ts';
import type { SentRequests } from './sent-requests.ts';

/** How the model fared, for the log; never what was asked or written. */
export type Wording =
  | 'worded'
  | 'kept_back'
  | 'too_late'
  | 'failed'
  | 'not_a_draft'
  | 'nothing_held'
  | 'resting';

export type WordingParts = {
  readonly model: Model;
  readonly clock: Clock;
  readonly after: (ms: number) => Promise<void>;
  readonly sent: SentRequests;
  readonly told: (wording: Wording) => void;
  /** What the company goes by: its name in a sentence is no claim. */
  readonly names: readonly string[];
};

/** An answer takes three seconds at most; the search has taken its share before. */
const patienceMs = 2_300;
/** After so many failures in a row the model is left alone for a while, so that an outage does not slow every answer. */
const mostFailures = 3;
const restMs = 60_000;

const late = Symbol('late');

/** Of a question of two halves: what the policy is silent on is said whatever the model writes. */
const silenceOf = (answer: string): string => {
  const silence = / It does not say .+$/u.exec(answer)?.[0] ?? '';
  return silence.replace(' It does not', ' The policy does not');
};

/**
 * Better prose over units that the search has found: an answer with the same citations, or the very answer that came in whenever
 * anything is in doubt (question not safe to send, too late, fault, not a draft, nothing that the units bear out). Never rejects.
 */
export const wordAnswer = (
  knowledge: Pick<Knowledge, 'redact'>,
  { model, clock, after, sent, told, names: ownNames }: WordingParts,
): ((answer: Answer, asker: string) => Promise<Answer>) => {
  let failures = 0;
  let restUntil = 0;

  const failed = (how: 'too_late' | 'failed'): null => {
    failures += 1;
    if (failures >= mostFailures) restUntil = clock().getTime() + restMs;
    told(how);
    return null;
  };

  const drafted = async (redacted: string, answer: Answer, asker: string): Promise<unknown> => {
    const stop = new AbortController();
    const onSend = (body: string): void => sent.sent(asker, body);
    const request = { ...draftRequest(redacted, draftUnitsOf(answer.citations)), onSend };
    const draft = model(request, stop.signal).catch(() => null);
    const first = await Promise.race([draft, after(patienceMs).then(() => late)]);
    stop.abort();
    if (first === late) return failed('too_late');
    if (first === null) return failed('failed');
    failures = 0;
    return first;
  };

  return async (answer, asker) => {
    if (answer.outcome !== 'answered' || answer.citations.length === 0) return answer;
    const question = knowledge.redact(answer.question);
    if (!question.safe) {
      sent.keptBack(asker);
      told('kept_back');
      return answer;
    }
    if (clock().getTime() < restUntil) {
      told('resting');
      return answer;
    }
    const written = await drafted(question.text, answer, asker);
    if (written === null) return answer;
    const draft = draftSchema.safeParse(written);
    const prose = draft.success ? guardedProse(draft.data, draftUnitsOf(answer.citations), ownNames) : null;
    told(prose !== null ? 'worded' : draft.success ? 'nothing_held' : 'not_a_draft');
    return prose === null
      ? answer
      : { ...answer, answer: `${prose}${silenceOf(answer.answer)}`, answeredBy: 'model' };
  };
};
