/** A wait that can be called off, and then holds on to nothing. */

export type Alarm = {
  /** Resolves when the time is over; never, once it was called off. */
  readonly rings: Promise<void>;
  readonly off: () => void;
};

/**
 * `ms` in milliseconds. A promise of `after` keeps whatever waits for it until its time is over: payload, answer and all, some seconds of
 * them, which small collections copy again and again (`docs/decisions/acknowledgement.md`). What is called off is let go at once.
 */
export const alarm = (after: (ms: number) => Promise<void>, ms: number): Alarm => {
  let ring: (() => void) | null = null;
  const rings = new Promise<void>((resolve) => {
    ring = resolve;
  });
  void after(ms).then(() => ring?.());
  return {
    rings,
    off: () => {
      ring = null;
    },
  };
};
