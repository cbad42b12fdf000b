/** The only source of "now". Everything that depends on time takes one of these as an argument. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** A clock that reads `start` at the moment of the call and runs on from there (interface: CLOCK). */
export const clockStartingAt = (start: Date, real: Clock = systemClock): Clock => {
  const offset = start.getTime() - real().getTime();
  return () => new Date(real().getTime() + offset);
};
