/** A text field with a filtered list below it, for menus too long to scroll. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ChevronIcon, CloseIcon } from './icons.tsx';

export type Choice = {
  readonly key: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly group?: string | undefined;
};

type ComboboxProps = {
  readonly id: string;
  readonly label: { readonly 'aria-label'?: string; readonly 'aria-labelledby'?: string };
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly choices: readonly Choice[];
  readonly chosen: readonly Choice[];
  readonly many: boolean;
  readonly most?: number | undefined;
  readonly placeholder: string;
  readonly focusFirst: boolean;
  /** What the list says when it is empty. */
  readonly empty: string;
  readonly onChoose: (chosen: readonly Choice[]) => void;
  /** When given, the app does the filtering. */
  readonly onSearch?: ((text: string) => void) | undefined;
};

const matches = (choice: Choice, text: string): boolean =>
  `${choice.label} ${choice.note ?? ''}`.toLowerCase().includes(text.trim().toLowerCase());

/** A select with a filter: arrows move, Enter chooses, Escape closes, Backspace takes the last of several away. */
export const Combobox = (props: ComboboxProps): JSX.Element => {
  const { id, choices, chosen, many, onChoose, onSearch } = props;
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const single = many ? undefined : chosen[0];
  const shown = onSearch ? choices : choices.filter((choice) => matches(choice, text));
  const has = (choice: Choice) => chosen.some((one) => one.key === choice.key);

  const show = () => {
    if (open) return;
    setOpen(true);
    setActive(Math.max(0, choices.findIndex(has)));
    onSearch?.('');
  };
  const hide = () => {
    setOpen(false);
    setText('');
  };
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    if (!many) {
      onChoose([choice]);
      hide();
      return;
    }
    if (has(choice)) onChoose(chosen.filter((one) => one.key !== choice.key));
    else if (props.most === undefined || chosen.length < props.most) onChoose([...chosen, choice]);
    setText('');
    input.current?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      event.preventDefault();
      hide();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return show();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open) choose(shown[active]);
      else show();
    } else if (event.key === 'Backspace' && text === '' && many && chosen.length > 0) {
      onChoose(chosen.slice(0, -1));
    }
  };

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) hide();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  return (
    <div
      class={`combobox ${many ? 'many' : ''} ${open ? 'is-open' : ''}`}
      ref={box}
      data-invalid={props.invalid}
    >
      {many &&
        chosen.map((choice) => (
          <span class="token" key={choice.key}>
            {choice.label}
            <button type="button" aria-label={`Remove ${choice.label}`} onClick={() => choose(choice)}>
              <CloseIcon />
            </button>
          </span>
        ))}
      <input
        ref={input}
        id={id}
        {...props.label}
        role="combobox"
        type="text"
        autoComplete="off"
        spellcheck={false}
        aria-expanded={open}
        aria-haspopup="listbox"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && shown[active] ? `${id}-${active}` : undefined}
        aria-invalid={props.invalid}
        aria-required={props.required}
        aria-describedby={props.describedBy}
        data-focus-first={props.focusFirst}
        placeholder={single?.label ?? (chosen.length > 0 ? '' : props.placeholder)}
        class={single ? 'has-value' : ''}
        value={open ? text : (single?.label ?? text)}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setOpen(true);
          onSearch?.(event.currentTarget.value);
        }}
        onClick={show}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!(event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget))) hide();
        }}
      />
      <span class="chevron" aria-hidden="true">
        <ChevronIcon />
      </span>
      {open && (
        <Options
          id={id}
          shown={shown}
          active={active}
          has={has}
          empty={props.empty}
          many={many}
          onChoose={choose}
        />
      )}
    </div>
  );
};

/** The list below (or above) its field, placed by the window so that no scrolling parent cuts it off. */
const Options = ({
  id,
  shown,
  active,
  has,
  empty,
  many,
  onChoose,
}: {
  readonly id: string;
  readonly shown: readonly Choice[];
  readonly active: number;
  readonly has: (choice: Choice) => boolean;
  readonly empty: string;
  readonly many: boolean;
  readonly onChoose: (choice: Choice) => void;
}): JSX.Element => {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      const element = list.current;
      const field = element?.parentElement?.getBoundingClientRect();
      if (!element || !field) return;
      const below = innerHeight - field.bottom;
      const up = below < Math.min(260, element.scrollHeight + 12) && field.top > below;
      element.style.left = `${field.left}px`;
      element.style.width = `${field.width}px`;
      element.style.maxHeight = `${Math.min(300, (up ? field.top : below) - 12)}px`;
      element.style.top = up ? 'auto' : `${field.bottom + 4}px`;
      element.style.bottom = up ? `${innerHeight - field.top + 4}px` : 'auto';
    };
    place();
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  });
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div class="options" id={`${id}-list`} role="listbox" aria-multiselectable={many} ref={list}>
      {shown.length === 0 && <div class="nothing">{empty}</div>}
      {shown.map((choice, index) => (
        <>
          {choice.group !== undefined && choice.group !== shown[index - 1]?.group && (
            <div class="group" role="presentation" key={`group-${choice.group}`}>
              {choice.group}
            </div>
          )}
          <div
            key={choice.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={has(choice)}
            class={index === active ? 'is-active' : ''}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice)}
          >
            <span>{choice.label}</span>
            {choice.note && <span class="note">{choice.note}</span>}
          </div>
        </>
      ))}
    </div>
  );
};
