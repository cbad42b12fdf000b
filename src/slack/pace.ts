/** Short bursts are forgiven, then Slack takes about one message a second in a channel (docs `/apis/web-api/rate-limits`). */
const burst = 5;
const everyMs = 1_000;

type ChannelPace = { free: number; refilling: boolean; readonly waiting: (() => void)[] };

/** Answers when the next message may go to a channel, in the order of asking. */
export const paceByChannel = (after: (ms: number) => Promise<void>): ((channel: string) => Promise<void>) => {
  const places = new Map<string, ChannelPace>();

  const refill = async (channel: string, place: ChannelPace): Promise<void> => {
    place.refilling = true;
    while (place.free < burst || place.waiting.length > 0) {
      await after(everyMs);
      const next = place.waiting.shift();
      if (next === undefined) place.free += 1;
      else next();
    }
    places.delete(channel);
  };

  return (channel) => {
    const place = places.get(channel) ?? { free: burst, refilling: false, waiting: [] };
    places.set(channel, place);
    const turn =
      place.free > 0
        ? Promise.resolve()
        : new Promise<void>((resolve) => {
            place.waiting.push(resolve);
          });
    if (place.free > 0) place.free -= 1;
    if (!place.refilling) void refill(channel, place);
    return turn;
  };
};
