/** Dates as Slack writes them, in the reader's own zone. Moments are seconds since 1970; the current one is given. */
const parts = (seconds: number, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(seconds * 1000);

export const clockTime = (seconds: number, zone: string): string =>
  parts(seconds, zone, { hour: '2-digit', minute: '2-digit' });

/** `2026-11-22`: the day on which this moment falls there. */
export const dayOf = (seconds: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(seconds * 1000);

/** "Today", "Yesterday", or the date in full. */
export const dayName = (seconds: number, zone: string, now: number): string => {
  const day = dayOf(seconds, zone);
  if (day === dayOf(now, zone)) return 'Today';
  if (day === dayOf(now - 86_400, zone)) return 'Yesterday';
  return parts(seconds, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
};

/** "Tue 8 Dec 2026, 09:15". */
export const dayAndTime = (seconds: number, zone: string): string => {
  const day = parts(seconds, zone, { weekday: 'short' });
  const date = parts(seconds, zone, { day: 'numeric', month: 'short', year: 'numeric' });
  return `${day} ${date}, ${clockTime(seconds, zone)}`;
};

/** "Tue 8 Dec", of `2026-12-08`. */
export const shortDay = (day: string): string => {
  const noon = Date.parse(`${day}T12:00:00Z`) / 1000;
  return `${parts(noon, 'UTC', { weekday: 'short' })} ${parts(noon, 'UTC', { day: 'numeric', month: 'short' })}`;
};

export const fullTime = (seconds: number, zone: string): string =>
  parts(seconds, zone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });

export const secondsOf = (ts: string): number => Number.parseFloat(ts);

/** Fills the tokens of `<!date^…>` and of rich text dates (https://docs.slack.dev/messaging/formatting-message-text#date-formatting). */
export const formatDate = (seconds: number, format: string, zone: string, now: number): string => {
  const pretty = (otherwise: string) => {
    const name = dayName(seconds, zone, now);
    const tomorrow = dayOf(seconds, zone) === dayOf(now + 86_400, zone) ? 'Tomorrow' : null;
    return name === 'Today' || name === 'Yesterday' ? name : (tomorrow ?? otherwise);
  };
  const date = parts(seconds, zone, { day: 'numeric', month: 'long', year: 'numeric' });
  const short = parts(seconds, zone, { day: 'numeric', month: 'short', year: 'numeric' });
  const long = parts(seconds, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const tokens: Readonly<Record<string, string>> = {
    date_num: dayOf(seconds, zone),
    date,
    date_short: short,
    date_long: long,
    date_pretty: pretty(date),
    date_short_pretty: pretty(short),
    date_long_pretty: pretty(long),
    time: clockTime(seconds, zone),
    time_secs: parts(seconds, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    ago: ago(now - seconds),
  };
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => tokens[name] ?? whole);
};

const ago = (elapsed: number): string => {
  const units = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const [unit, size] = units.find(([, seconds]) => Math.abs(elapsed) >= seconds) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' }).format(-Math.round(elapsed / size), unit);
};

/** The moment at which a clock in that zone shows `2026-11-22T09:15`; null when that is not a date. */
export const secondsOfWall = (wall: string, zone: string): number | null => {
  const asUtc = Date.parse(`${wall}Z`) / 1000;
  if (!Number.isFinite(asUtc)) return null;
  const shift = (at: number) => Date.parse(`${wallOf(at, zone)}Z`) / 1000 - at;
  const guess = asUtc - shift(asUtc);
  return asUtc - shift(guess);
};

/** What a clock in that zone shows at this moment: `2026-11-22T09:15`. */
export const wallOf = (seconds: number, zone: string): string =>
  `${dayOf(seconds, zone)}T${clockTime(seconds, zone)}`;
