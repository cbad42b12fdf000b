/** Keeps the keyboard inside an open dialog. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex]:not([tabindex="-1"])';

const inside = (box: HTMLElement): readonly HTMLElement[] =>
  [...box.querySelectorAll<HTMLElement>(focusable)].filter((element) => element.offsetParent !== null);

/** Puts the focus into a dialog whenever `key` changes, and keeps Tab going round inside it. */
export const useFocusWithin = (ref: RefObject<HTMLElement | null>, key: string): void => {
  // With the drawing itself, so that whoever knows better (the page, when a dialog closes) comes after it and not before.
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const wanted =
      box.querySelector<HTMLElement>('[data-focus-first="true"], button[data-focus-first]') ??
      inside(box).find((element) => element.closest('.dialog-body')) ??
      inside(box).find((element) => element.closest('.dialog-foot')) ??
      inside(box)[0];
    // What stands above the first control is read first: a letter does not scroll past.
    wanted?.focus({ preventScroll: true });
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Tab') return;
      const all = inside(box);
      const edge = event.shiftKey ? all[0] : all.at(-1);
      if (document.activeElement !== edge) return;
      event.preventDefault();
      (event.shiftKey ? all.at(-1) : all[0])?.focus();
    };
    box.addEventListener('keydown', onKeyDown);
    return () => box.removeEventListener('keydown', onKeyDown);
  }, [ref, key]);
};
