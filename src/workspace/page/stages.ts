/** Sorts what was posted while time was moved into its days. */
import type { Channel, Journey, Passed } from '../contract.ts';
import { dayOf } from './when.ts';

/** A message that was posted on the way; `editedAt` is when it last changed on the way. */
export type PostedStage = Passed & { readonly editedAt: string | null };

/** A day on the way, or several in which nothing was posted. Days are `2026-11-22`. */
export type Stage = {
  readonly first: string;
  readonly last: string;
  readonly posted: readonly PostedStage[];
};

const momentOf = (at: string): number => Date.parse(at) / 1000;

/** From noon to noon: nowhere are the clocks changed by half a day. */
const nextDay = (day: string): string => dayOf(Date.parse(`${day}T12:00:00Z`) / 1000 + 86_400, 'UTC');

const isSame = (one: Passed, other: Passed): boolean =>
  one.channel.id === other.channel.id && one.ts === other.ts;

export const postedIn = ({ passed }: Journey): readonly PostedStage[] =>
  passed
    .filter(({ edited }) => !edited)
    .map((one) => {
      const last = passed.findLast((other) => isSame(one, other));
      return { ...one, text: last?.text ?? one.text, editedAt: last?.edited === true ? last.at : null };
    });

/** How many messages that stood before were brought up to date. */
export const renewedIn = ({ passed }: Journey): number => {
  const old = passed.filter((one) => !passed.some((other) => !other.edited && isSame(one, other)));
  return new Set(old.map(({ channel, ts }) => `${channel.id}/${ts}`)).size;
};

/** Day by day what was posted; days in a row without anything are one stage. */
export const stagesOf = (journey: Journey, zone: string): readonly Stage[] => {
  const stages: Stage[] = [];
  const posted = postedIn(journey);
  const end = dayOf(momentOf(journey.until), zone);
  for (let day = dayOf(momentOf(journey.from), zone); day <= end; day = nextDay(day)) {
    const today = posted.filter(({ at }) => dayOf(momentOf(at), zone) === day);
    const before = stages.at(-1);
    if (today.length === 0 && before?.posted.length === 0)
      stages[stages.length - 1] = { ...before, last: day };
    else stages.push({ first: day, last: day, posted: today });
  }
  return stages;
};

/** Who can go and look: oneself, or else a person who is in there. */
export const readerOf = ({ kind, members }: Channel, me: string, app: string): string =>
  kind === 'public' || members.includes(me) ? me : (members.find((id) => id !== app) ?? me);
