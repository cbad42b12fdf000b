/** A menu that opens below its button and can be used by keyboard. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export type MenuItem = {
  readonly key: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly onPick: () => void;
};

/** The next entry that begins with this letter, going round. */
const beginning = (rows: readonly HTMLElement[], at: number, letter: string): HTMLElement | undefined =>
  [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) =>
    (row.textContent ?? '').toLowerCase().startsWith(letter.toLowerCase()),
  );

/** A button that opens a menu: arrows, letters, Home and End move, Enter picks, Escape and a click elsewhere close. */
export const Menu = ({
  label,
  className,
  face,
  items,
  heading,
  onOpen,
}: {
  readonly label: string;
  readonly className: string;
  readonly face: JSX.Element;
  readonly items: readonly MenuItem[];
  readonly heading?: string;
  readonly onOpen?: (open: boolean) => void;
}): JSX.Element => {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const toggle = (next: boolean) => {
    setOpen(next);
    onOpen?.(next);
  };
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    const menu = list.current;
    const at = button.current?.getBoundingClientRect();
    if (!open || !menu || !at) return;
    const { width, height } = menu.getBoundingClientRect();
    const up = innerHeight - at.bottom < height + 12 && at.top > height;
    menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    menu.style.top = `${up ? at.top - height - 6 : at.bottom + 6}px`;
    rows()[0]?.focus();
  }, [open]);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (!(event.target instanceof Node)) return;
      if (!list.current?.contains(event.target) && !button.current?.contains(event.target)) toggle(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const all = rows();
    const at = all.findIndex((row) => row.matches(':focus'));
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      toggle(false);
      button.current?.focus();
    } else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (/^\S$/.test(event.key) && !event.ctrlKey && !event.metaKey)
      beginning(all, at, event.key)?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => toggle(!open)}
        onKeyDown={(event) => {
          if (open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
          event.preventDefault();
          toggle(true);
        }}
      >
        {face}
      </button>
      {open && (
        <div class="menu" role="menu" aria-label={label} ref={list} onKeyDown={onKeyDown}>
          {heading && <p class="menu-heading">{heading}</p>}
          {items.length === 0 && <p class="menu-heading">Nothing here</p>}
          {items.map((item) => (
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              key={item.key}
              onClick={() => {
                toggle(false);
                button.current?.focus();
                item.onPick();
              }}
            >
              {item.label}
              {item.note && <span class="note">{item.note}</span>}
            </button>
          ))}
        </div>
      )}
    </>
  );
};
