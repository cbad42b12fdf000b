/** The clock of the workspace and the buttons that move it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TravelTarget } from '../contract.ts';
import { useDesk } from './desk.ts';
import { ClockIcon, ForwardIcon } from './icons.tsx';
import { dayAndTime } from './when.ts';

const ways: readonly { readonly to: TravelTarget; readonly label: string; readonly short: string }[] = [
  { to: 'reminder', label: 'Next reminder', short: 'reminder' },
  { to: 'day', label: 'Next day', short: 'day' },
  { to: 'week', label: 'Next week', short: 'week' },
];

/** The workspace's time, always in sight, and the ways to move it on. */
export const TimeControl = ({
  shown,
  onShow,
  onTravel,
}: {
  /** Whether the last journey is on the page; null when there was none. */
  readonly shown: boolean | null;
  readonly onShow: () => void;
  readonly onTravel: (to: TravelTarget) => Promise<void>;
}): JSX.Element => {
  const { state, now, zone } = useDesk();
  const { travel } = state.snapshot;
  const [going, setGoing] = useState<TravelTarget | null>(null);
  const moving = travel === 'under_way';
  // Not `disabled`: the focus stays where it was.
  const go = async (to: TravelTarget) => {
    if (moving || going !== null) return;
    setGoing(to);
    await onTravel(to);
    setGoing(null);
  };
  const reading = (
    <>
      <ClockIcon />
      <time dateTime={new Date(now * 1000).toISOString()}>{dayAndTime(now, zone)}</time>
    </>
  );
  return (
    <div class={`time ${moving ? 'is-moving' : ''}`} role="group" aria-label="Time">
      {shown === null ? (
        <span class="reading" title="What the clock of this workspace says">
          {reading}
        </span>
      ) : (
        <button
          type="button"
          class="reading strip-button"
          aria-pressed={shown}
          title="What happened on the way"
          onClick={onShow}
        >
          {reading}
        </button>
      )}
      {travel !== 'none' && (
        <>
          <ForwardIcon />
          {ways.map(({ to, label, short }) => (
            <button
              type="button"
              key={to}
              class="strip-button"
              aria-label={label}
              title={`${label}: the app lives through the time until then`}
              aria-busy={going === to}
              aria-disabled={moving}
              onClick={() => void go(to)}
            >
              <span class="for-wide">Next </span>
              {short}
            </button>
          ))}
        </>
      )}
    </div>
  );
};
