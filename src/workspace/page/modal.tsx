/** The modal on top of the stack. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OpenView } from '../contract.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { useDesk } from './desk.ts';
import { useFocusWithin } from './focus.ts';
import { formErrors } from './form.ts';
import { BackIcon, CloseIcon } from './icons.tsx';
import { knownBlocks, type PageSurface, useSurface } from './surface.ts';
import { PlainText } from './text.tsx';

/** The visible view of the stack. Slack checks required fields by itself before the app hears of it; so does this. */
export const Modal = ({ open, depth }: { readonly open: OpenView; readonly depth: number }): JSX.Element => {
  const desk = useDesk();
  const { view } = open;
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const [mended, setMended] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const blocks = knownBlocks(view.blocks);
  const errors = { ...open.errors, ...own };
  const wrong = Object.fromEntries(Object.entries(errors).filter(([blockId]) => !mended.includes(blockId)));
  const held = useSurface({ view: open.id }, blocks, wrong);
  const surface: PageSurface = {
    ...held,
    // What is wrong stands beside a field until somebody sets about mending it.
    set: (blockId, actionId, value) => {
      setMended([...mended, blockId]);
      held.set(blockId, actionId, value);
    },
  };
  const { app } = desk.state.snapshot;
  useFocusWithin(box, open.id);
  useLayoutEffect(() => {
    // A redrawn view takes the focused control away: without this the keyboard would be outside the dialog.
    if (box.current?.contains(document.activeElement) === false)
      box.current.querySelector<HTMLElement>('.dialog-body')?.focus();
  }, [open.hash]);

  const marked = Object.keys(errors).join('/');
  useLayoutEffect(() => {
    if (marked !== '')
      box.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"] input')?.focus();
  }, [marked, open.hash]);

  const submit = async () => {
    if (busy) return;
    const found = formErrors(blocks, surface.state);
    setOwn(found);
    setMended([]);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    await desk.do({ type: 'submit', view: open.id, state: surface.state });
    setBusy(false);
  };
  const close = (all: boolean) => desk.do({ type: 'close', view: open.id, all });
  const title = view.type === 'modal' ? view.title.text : '';
  const submitLabel = view.type === 'modal' ? view.submit?.text : undefined;
  const closeLabel =
    (view.type === 'modal' ? view.close?.text : undefined) ??
    (submitLabel === undefined ? 'Close' : 'Cancel');

  return (
    <div class="overlay">
      <div
        class="dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby="modal-title"
        aria-busy={busy}
        data-view={open.id}
        ref={box}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) void close(false);
        }}
      >
        <header class="dialog-head">
          {depth > 1 ? (
            <button
              type="button"
              class="tool"
              aria-label="Back"
              title="Back"
              onClick={() => void close(false)}
            >
              <BackIcon />
            </button>
          ) : (
            <Avatar person={desk.person(app.botUser)} size="medium" />
          )}
          <h2 id="modal-title">
            <PlainText text={title} />
          </h2>
          <button
            type="button"
            class="tool"
            aria-label="Close dialog"
            title="Close"
            onClick={() => void close(true)}
          >
            <CloseIcon />
          </button>
        </header>
        {open.trouble !== null && (
          <p class="trouble" role="alert">
            {open.trouble}
          </p>
        )}
        <form
          class="dialog-body"
          id="modal-form"
          noValidate
          tabIndex={-1}
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Blocks blocks={blocks} surface={surface} />
        </form>
        <footer class="dialog-foot">
          <button type="button" class="button" onClick={() => void close(false)}>
            {closeLabel}
          </button>
          {submitLabel !== undefined && (
            <button type="submit" form="modal-form" class="button primary" disabled={busy} aria-busy={busy}>
              {submitLabel}
            </button>
          )}
        </footer>
      </div>
    </div>
  );
};
