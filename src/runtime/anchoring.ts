/** Notes the register's anchor outside it: at the start, each hour in which something changed, and at the end. */
import type { Clock } from '../base/clock.ts';
import { noteAnchor } from '../register/history/anchor-file.ts';

type AnchoringParts = {
  /** REGISTER_ANCHOR; null: nowhere. */
  readonly file: string | null;
  readonly anchor: () => string | null;
  readonly clock: Clock;
  /** A note that could not be made must not keep reminders back. */
  readonly failed: (error: unknown) => void;
};

const hourMs = 60 * 60_000;

/** `look` for every minute; `last` for the end. Neither rejects. */
export const anchoring = ({ file, anchor, clock, failed }: AnchoringParts) => {
  let noted: string | null = null;
  let notedAt = Number.NEGATIVE_INFINITY;
  const note = async (): Promise<void> => {
    const now = anchor();
    if (file === null || now === null || now === noted) return;
    try {
      await noteAnchor(file, clock(), now);
      noted = now;
      notedAt = clock().getTime();
    } catch (error) {
      failed(error);
    }
  };
  return {
    look: async (): Promise<void> => {
      if (clock().getTime() - notedAt >= hourMs) await note();
    },
    last: note,
  };
};
