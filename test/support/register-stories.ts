import type { Case } from '../../src/requests/case/case.ts';
import type { CaseEvent } from '../../src/requests/case/case-events.ts';
import { replay } from '../../src/requests/case/replay.ts';
import type { Right } from '../../src/requests/clock/rights.ts';
import { abe, ada, answeredAccess, by, finishWork, logged, readyAccess, story } from './case-story.ts';

const taken = (right: Right): readonly CaseEvent[] =>
  story(logged(right), by('take', '2026-09-02T09:00:00Z'));

/** An answer that a second person read, sent at that moment. */
export const answered = (
  right: Right,
  sentAt: string,
  before: readonly CaseEvent[] = taken(right),
): readonly CaseEvent[] =>
  story(
    finishWork(before, '2026-09-10T09:00:00Z'),
    by('sendForReview', '2026-09-11T10:00:00Z'),
    by('approve', sentAt, ada),
    by('recordResponseSent', sentAt),
  );

const stopped = (on: string): readonly CaseEvent[] =>
  story(
    logged('direct_marketing_objection'),
    by('markStopped', on),
    by('confirmStopped', '2026-09-20T09:00:00Z'),
  );

/** Received on 1 September 2026: what can become of requests, each as the people of a team would bring it about. */
export const stories = {
  'not taken yet': logged('access'),
  'in progress': taken('erasure'),
  'waiting for identity': story(taken('access'), by('askForIdentity', '2026-09-02T10:00:00Z')),
  paused: story(taken('access'), by('askForClarification', '2026-09-07T10:00:00Z')),
  'paused, then answered in time': answered(
    'access',
    '2026-10-05T10:00:00Z',
    story(
      taken('access'),
      by('askForClarification', '2026-09-07T10:00:00Z'),
      by('clarificationReceived', '2026-09-11T10:00:00Z'),
      by('logRedaction', '2026-09-11T11:00:00Z'),
    ),
  ),
  extended: story(
    taken('access'),
    by('extend', '2026-09-10T10:00:00Z'),
    by('agree', '2026-09-10T11:00:00Z', ada),
    by('recordExtensionNotice', '2026-09-11T10:00:00Z'),
  ),
  'extension to decide': story(taken('rectification'), by('extend', '2026-09-10T10:00:00Z')),
  'with the second person': readyAccess(),
  'answered in time': answeredAccess(),
  'sent back, then answered late': story(
    readyAccess(),
    by('return', '2026-09-12T10:00:00Z', ada),
    by('sendForReview', '2026-09-20T10:00:00Z'),
    by('approve', '2026-10-05T10:00:00Z', abe),
    by('recordResponseSent', '2026-10-05T12:00:00Z'),
  ),
  'recalled, then answered in time': story(
    readyAccess(),
    by('recall', '2026-09-12T10:00:00Z'),
    by('sendForReview', '2026-09-20T10:00:00Z'),
    by('approve', '2026-09-21T10:00:00Z', ada),
    by('recordResponseSent', '2026-09-21T12:00:00Z'),
  ),
  withdrawn: story(taken('access'), by('withdraw', '2026-09-12T10:00:00Z')),
  'marketing stopped in two days': stopped('2026-09-03T09:00:00Z'),
  'marketing stopped late': stopped('2026-09-07T09:00:00Z'),
  'complaint, acknowledged': story(
    logged('complaint'),
    by('take', '2026-09-02T09:00:00Z'),
    by('acknowledge', '2026-09-04T09:00:00Z'),
  ),
  'complaint, not acknowledged': logged('complaint'),
  'client information': logged('client_information_retention'),
} as const satisfies Record<string, readonly CaseEvent[]>;

export type StoryName = keyof typeof stories;
export const storyNames = Object.keys(stories).filter((name): name is StoryName =>
  Object.hasOwn(stories, name),
);

/** The case that a story tells, under a number of its own. */
export const caseOf = (name: StoryName, more: Partial<Case> = {}): Case => {
  const at = storyNames.indexOf(name) + 1;
  return { ...replay(stories[name]), number: `DSR-2026-${String(at).padStart(4, '0')}`, ...more };
};

export const allCases = (): readonly Case[] => storyNames.map((name) => caseOf(name));
