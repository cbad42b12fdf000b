/** Short notices at the edge of the page. */
import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { CloseIcon } from './icons.tsx';

type Toast = { readonly id: number; readonly text: string };

export type ToastRack = {
  readonly toasts: readonly Toast[];
  readonly toast: (text: string) => void;
  readonly drop: (id: number) => void;
};

const shownFor = 9000;

/** Short lines in a corner; each goes by itself after a while. */
export const useToasts = (): ToastRack => {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const toast = useCallback((text: string) => {
    setToasts((all) => {
      const id = (all.at(-1)?.id ?? 0) + 1;
      setTimeout(() => drop(id), shownFor);
      return [...all.filter((one) => one.text !== text).slice(-2), { id, text }];
    });
  }, []);
  return { toasts, toast, drop };
};

export const Toasts = ({ rack }: { readonly rack: ToastRack }): JSX.Element => (
  <div class="toasts" role="alert">
    {rack.toasts.map((one) => (
      <p key={one.id}>
        <span>{one.text}</span>
        <button type="button" class="tool" aria-label="Dismiss" onClick={() => rack.drop(one.id)}>
          <CloseIcon />
        </button>
      </p>
    ))}
  </div>
);
