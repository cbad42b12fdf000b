/** Date, time and radio or checkbox pickers. */
import type { JSX } from 'preact';
import type { ControlProps } from './control.ts';
import { useDesk } from './desk.ts';
import { isOption } from './option.ts';
import { Text } from './text.tsx';
import { secondsOfWall, wallOf } from './when.ts';

const attributes = (props: ControlProps) => ({
  id: props.id,
  ...props.label,
  'aria-describedby': props.describedBy,
  'aria-invalid': props.invalid,
  'aria-required': props.required,
  'data-focus-first': props.element['focus_on_load'] === true,
});

const held = (props: ControlProps, field: string): string => {
  const value = props.value?.[field];
  return typeof value === 'string' ? value : '';
};

export const DateInput = (props: ControlProps): JSX.Element => (
  <input
    type="date"
    class="field narrow"
    {...attributes(props)}
    value={held(props, 'selected_date')}
    onChange={(event) =>
      props.onValue({ type: 'datepicker', selected_date: event.currentTarget.value || null })
    }
  />
);

export const TimeInput = (props: ControlProps): JSX.Element => (
  <input
    type="time"
    class="field narrow"
    {...attributes(props)}
    value={held(props, 'selected_time')}
    onChange={(event) =>
      props.onValue({ type: 'timepicker', selected_time: event.currentTarget.value || null })
    }
  />
);

/** Wall time in the person's zone; Slack sends the moment in seconds. */
export const DateTimeInput = (props: ControlProps): JSX.Element => {
  const { zone } = useDesk();
  const seconds = props.value?.['selected_date_time'];
  return (
    <input
      type="datetime-local"
      class="field narrow"
      {...attributes(props)}
      value={typeof seconds === 'number' ? wallOf(seconds, zone) : ''}
      onChange={(event) =>
        props.onValue({
          type: 'datetimepicker',
          selected_date_time: secondsOfWall(event.currentTarget.value, zone),
        })
      }
    />
  );
};

/** Checkboxes and radio buttons. */
export const OptionList = (props: ControlProps): JSX.Element => {
  const { element, id } = props;
  const many = element.type === 'checkboxes';
  const options = (Array.isArray(element['options']) ? element['options'] : []).filter(isOption);
  const raw = props.value?.[many ? 'selected_options' : 'selected_option'];
  const chosen = (Array.isArray(raw) ? raw : [raw]).filter(isOption).map((option) => option.value);
  const toggle = (value: string) => {
    const keep = (one: string) => (many ? chosen.includes(one) !== (one === value) : one === value);
    const picked = options.filter((option) => keep(option.value));
    props.onValue(
      many
        ? { type: element.type, selected_options: picked }
        : { type: element.type, selected_option: picked[0] ?? null },
    );
  };
  return (
    <div
      class="option-list"
      role={many ? 'group' : 'radiogroup'}
      {...props.label}
      aria-describedby={props.describedBy}
      data-invalid={props.invalid}
    >
      {options.map((option, index) => (
        <label key={option.value} class="option-row">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={id}
            id={index === 0 ? id : `${id}-${index}`}
            data-focus-first={element['focus_on_load'] === true && index === 0}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          <span>
            <Text text={{ type: 'plain_text', ...option.text }} />
            {option.description && (
              <span class="note">
                <Text text={{ type: 'plain_text', ...option.description }} />
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
};
