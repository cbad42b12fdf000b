/** The time as the workspace has it, ticking. */
import { useEffect, useMemo, useState } from 'preact/hooks';

const lookMs = 5_000;

/** The workspace's time in seconds: what it said last, and what has passed since. */
export const useNow = (said: string | undefined): number => {
  const heardAt = useMemo(() => performance.now(), [said]);
  const [, look] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => look((times) => times + 1), lookMs);
    return () => clearInterval(timer);
  }, []);
  return said === undefined ? 0 : (Date.parse(said) + performance.now() - heardAt) / 1000;
};
