/** Text inputs of every kind. */
import type { JSX, TargetedInputEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ControlProps } from './control.ts';
import type { FieldInput } from './form.ts';

const attributes = (props: ControlProps) => {
  const given = props.element['placeholder'];
  return {
    id: props.id,
    class: 'field',
    ...props.label,
    placeholder: typeof given === 'object' && given !== null && 'text' in given ? String(given.text) : '',
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid,
    'aria-required': props.required,
    'data-focus-first': props.element['focus_on_load'] === true,
  };
};

/** Grows with its text, up to what its style allows. */
const useGrowing = (text: string) => {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, [text]);
  return area;
};

const keyboards = { email_text_input: 'email', url_text_input: 'url', number_input: 'decimal' } as const;

const keyboardOf = (type: string): (typeof keyboards)[keyof typeof keyboards] | 'text' =>
  type === 'email_text_input' || type === 'url_text_input' || type === 'number_input'
    ? keyboards[type]
    : 'text';

/** plain_text_input (one line or several), email, url and number inputs. */
export const TypedInput = (props: ControlProps): JSX.Element => {
  const { element } = props;
  const raw = props.value?.['value'];
  const text = typeof raw === 'string' ? raw : '';
  const area = useGrowing(text);
  const most = Number(element['max_length'] ?? 0);
  const asValue = (typed: string): FieldInput => ({ type: element.type, value: typed === '' ? null : typed });
  const onInput = (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const value = asValue(event.currentTarget.value);
    props.surface.set(props.blockId, props.actionId, value);
    props.onTyped(value, 'on_character_entered');
  };
  if (element['multiline'] === true) {
    return (
      <>
        <textarea {...attributes(props)} ref={area} rows={4} value={text} onInput={onInput} />
        {most > 0 && <Counter left={most - [...text].length} most={most} />}
      </>
    );
  }
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && props.onTyped(asValue(text), 'on_enter_pressed')) event.preventDefault();
  };
  return (
    <>
      <input
        {...attributes(props)}
        type="text"
        inputMode={keyboardOf(element.type)}
        autoComplete="off"
        value={text}
        onInput={onInput}
        onKeyDown={onKeyDown}
      />
      {most > 0 && <Counter left={most - [...text].length} most={most} />}
    </>
  );
};

const Counter = ({ left, most }: { readonly left: number; readonly most: number }): JSX.Element | null =>
  left <= Math.max(10, most * 0.1) ? (
    <span class={`counter ${left < 0 ? 'is-over' : ''}`} aria-live="polite">
      {left}
    </span>
  ) : null;

const plainOf = (raw: unknown): string => {
  if (typeof raw !== 'object' || raw === null) return '';
  if ('text' in raw && typeof raw.text === 'string') return raw.text;
  return 'elements' in raw && Array.isArray(raw.elements) ? raw.elements.map(plainOf).join('') : '';
};

/** A plain box here; it is sent in the shape of rich text. */
export const RichTextInput = (props: ControlProps): JSX.Element => {
  const text = plainOf(props.value?.['rich_text_value']);
  const area = useGrowing(text);
  const asValue = (typed: string): FieldInput => ({
    type: 'rich_text_input',
    rich_text_value:
      typed === ''
        ? null
        : {
            type: 'rich_text',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: typed }] }],
          },
  });
  return (
    <textarea
      {...attributes(props)}
      ref={area}
      rows={5}
      value={text}
      onInput={(event) => {
        const value = asValue(event.currentTarget.value);
        props.surface.set(props.blockId, props.actionId, value);
        props.onTyped(value, 'on_character_entered');
      }}
    />
  );
};
