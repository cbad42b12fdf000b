/** Who opens the letters of a case, and which of them they may read. */
import { type Case, isOpen } from '../../requests/case/case.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';

export type Viewer = { readonly team: boolean; readonly approver: boolean };

/** A case whose letters somebody has opened. */
export type OpenedCase = {
  readonly request: Case;
  readonly history: readonly CaseEvent[];
  readonly viewer: Viewer;
};

/** The acknowledgement belongs also to whoever logged the request: they know the person already. */
export const mayRead = (request: Case, viewer: Viewer, user: string, wanted: string | null): boolean =>
  viewer.team ||
  (request.loggedBy === user &&
    request.acknowledgedAt === null &&
    isOpen(request) &&
    (wanted ?? '').endsWith('acknowledgement'));
