/** The answer of a check: what is right, or where the first thing is wrong. */
export type RegisterVerdict =
  | {
      readonly ok: true;
      readonly caseId: string;
      readonly events: number;
      /** Hash of the last event: write it down elsewhere, and a later cut of the history shows too. */
      readonly head: string;
      /** True when the marks were checked with the register's key; without it the hashes alone were. */
      readonly vouched: boolean;
    }
  | {
      readonly ok: false;
      /** Counted from 1, as an editor shows it; null when the place is known by event only. */
      readonly line: number | null;
      /** 0 for what stands before the events. */
      readonly event: number | null;
      readonly why: string;
    };

/** "event 7: it was altered: its hash does not fit" */
export const faultText = ({ line, event, why }: RegisterVerdict & { readonly ok: false }): string => {
  const places = [...(event === null ? [] : [`event ${event}`]), ...(line === null ? [] : [`line ${line}`])];
  return places.length === 0 ? why : `${places.join(', ')}: ${why}`;
};
