/** The field in which a message or a command is typed. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Completion, commandBeingTyped, completionsFor } from './completion.ts';
import { useDesk } from './desk.ts';
import { PlusIcon, SendIcon } from './icons.tsx';
import { Menu } from './menu.tsx';

type ComposerProps = {
  readonly channel: string;
  readonly threadTs?: string;
  /** Its name and placeholder: "Message #support". */
  readonly label: string;
  /** Text put in from outside (the first-visit hint, a suggested prompt); a new object puts it again. */
  readonly put?: { readonly text: string } | null;
};

/** The app may still be at work then: sending it again by mistake would ask twice. */
const lateWords: ReadonlySet<string> = new Set(['operation_timeout', 'dispatch_failed']);

/** Enter sends, Shift and Enter begin a line, "/" offers commands, "@" offers people. */
export const Composer = ({ channel, threadTs, label, put }: ComposerProps): JSX.Element => {
  const desk = useDesk();
  const { commands, shortcuts, people } = desk.state.snapshot;
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = `composer-${threadTs === undefined ? 'main' : 'thread'}`;
  const offered = closed ? [] : completionsFor(text, caret, threadTs === undefined ? commands : [], people);
  const usage = threadTs === undefined ? commandBeingTyped(text, commands) : undefined;

  const write = (next: string, at = next.length) => {
    setText(next);
    setCaret(at);
    setActive(0);
    setClosed(false);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at, at);
    });
  };
  useEffect(() => {
    if (put) write(put.text);
  }, [put]);
  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight}px`;
  }, [text]);

  const send = async () => {
    const said = text.trim();
    if (said === '') return;
    setText('');
    setCaret(0);
    const where = threadTs === undefined ? {} : { threadTs };
    const result = await desk.do({ type: 'say', channel, text: said, ...where });
    if (!result.ok && !lateWords.has(result.error ?? '')) setText((now) => (now === '' ? said : now));
  };
  const take = (completion: Completion | undefined) => {
    if (completion) write(completion.text, completion.caret);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.isComposing) return;
    const list = offered.length > 0;
    if (list && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + offered.length) % offered.length);
    } else if (list && event.key === 'Escape') {
      event.preventDefault();
      setClosed(true);
    } else if (
      list &&
      (event.key === 'Tab' || (event.key === 'Enter' && offered[active]?.label !== text.trim()))
    ) {
      event.preventDefault();
      take(offered[active]);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <div class="composer">
      {offered.length > 0 && (
        <div class="completions" role="listbox" id={`${id}-list`} aria-label="Suggestions">
          {offered.map((one, index) => (
            <div
              key={one.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onPointerEnter={() => setActive(index)}
              onClick={() => take(one)}
            >
              <strong>{one.label}</strong> <span class="usage">{one.hint}</span>
              <span class="note">{one.note}</span>
            </div>
          ))}
        </div>
      )}
      {offered.length === 0 && usage && (
        <p class="completions usage-line">
          <strong>{usage.command}</strong> <span class="usage">{usage.usageHint}</span>
          <span class="note">{usage.description}</span>
        </p>
      )}
      <div class="composer-box">
        <textarea
          ref={area}
          rows={1}
          aria-label={label}
          placeholder={label}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={offered.length > 0 ? `${id}-${active}` : undefined}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setCaret(event.currentTarget.selectionStart);
            setActive(0);
            setClosed(false);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <div class="composer-bar">
          {threadTs === undefined && (
            <Menu
              label="Shortcuts and commands"
              className="tool round"
              face={<PlusIcon />}
              heading="Shortcuts"
              items={[
                ...shortcuts
                  .filter((one) => one.type === 'global')
                  .map((one) => ({
                    key: one.callbackId,
                    label: one.name,
                    note: one.description,
                    onPick: () => void desk.do({ type: 'shortcut', callbackId: one.callbackId }),
                  })),
                ...commands.map((one) => ({
                  key: one.command,
                  label: one.command,
                  note: one.description,
                  onPick: () => write(`${one.command} `),
                })),
              ]}
            />
          )}
          <button
            type="button"
            class="tool"
            aria-label="Mention someone"
            title="Mention someone"
            onClick={() => write(`${text}${text === '' || text.endsWith(' ') ? '' : ' '}@`)}
          >
            @
          </button>
          {threadTs === undefined && (
            <button
              type="button"
              class="tool"
              aria-label="Run a command"
              title="Run a command"
              onClick={() => write('/')}
            >
              /
            </button>
          )}
          <span class="keys">
            <b>Enter</b> to send
          </span>
          <button
            type="button"
            class="send"
            aria-label="Send"
            title="Send"
            disabled={text.trim() === ''}
            onClick={() => void send()}
          >
            <SendIcon />
          </button>
        </div>
      </div>
    </div>
  );
};
