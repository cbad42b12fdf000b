/** Where the keyboard is, said so that it is found again when what it stood on has been drawn anew or taken away. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

type FocusPlace = {
  readonly element: Element;
  readonly id: string;
  readonly actionId: string | null;
  /** What it stood in: a message, a dialog, or the page. */
  readonly message: string | null;
  readonly view: string | null;
};

const selectorOf = (article: Element | null): string | null =>
  article instanceof HTMLElement && article.dataset['ts'] !== undefined
    ? `article[data-channel="${article.dataset['channel']}"][data-ts="${article.dataset['ts']}"]`
    : null;

const placeOf = (element: Element): FocusPlace => ({
  element,
  id: element.id,
  actionId: element.getAttribute('data-action-id'),
  message: selectorOf(element.closest('article[data-ts]')),
  view: element.closest('[data-view]')?.getAttribute('data-view') ?? null,
});

const byId = (id: string): Element | null => (id === '' ? null : document.getElementById(id));

const sameAction = (within: Element, actionId: string | null): Element | null =>
  actionId === null ? null : within.querySelector(`[data-action-id="${CSS.escape(actionId)}"]`);

/** The same control; else its neighbour in the same message or the words of the same dialog; else where one types. */
const foundAgain = ({ element, id, actionId, message, view }: FocusPlace): Element | null => {
  if (element.isConnected && element !== document.body) return element;
  const dialog = view === null ? null : document.querySelector(`[data-view="${view}"]`);
  if (dialog !== null)
    return byId(id) ?? sameAction(dialog, actionId) ?? dialog.querySelector('.dialog-body');
  const article = message === null ? null : document.querySelector(message);
  if (article !== null)
    return (
      byId(id) ?? sameAction(article, actionId) ?? article.querySelector('.message-body button') ?? article
    );
  return byId(id) ?? document.querySelector('.composer textarea, [role="tab"][aria-selected="true"]');
};

const focus = (place: FocusPlace | undefined): void => {
  const found = place === undefined ? null : foundAgain(place);
  if (found instanceof HTMLElement) found.focus();
};

const nowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * `layers` counts the dialogs that lie over the page. When one closes, the focus goes back to what had opened it; when the focused control is
 * taken away by a redrawing, it goes as near as can be. Whoever moves it away themselves is left alone.
 */
export const useKeptFocus = (layers: number): void => {
  const last = useRef<FocusPlace | undefined>(undefined);
  const opened = useRef<readonly FocusPlace[]>([]);
  const before = useRef(0);
  // While it is drawn, and not after: the dialog that opens takes the focus as soon as it is there.
  if (layers > before.current && last.current !== undefined) {
    const from = last.current;
    const more = Array.from({ length: layers - opened.current.length }, () => from);
    opened.current = [...opened.current, ...more];
  }
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof Element) last.current = placeOf(event.target);
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  useLayoutEffect(() => {
    const fewer = layers < before.current;
    before.current = layers;
    if (fewer) {
      const place = opened.current[layers];
      opened.current = opened.current.slice(0, layers);
      focus(place);
    } else if (nowhere() && last.current?.element.isConnected === false) focus(last.current);
  });
};

/** Closes by Escape what is no dialog: a pane at the side, a drawer. */
export const onEscape =
  (close: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
