/** Select menus of every kind, for one choice or several. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Choice, Combobox } from './combobox.tsx';
import type { ControlProps } from './control.ts';
import { channelLabel, displayName, useDesk } from './desk.ts';
import type { FieldInput } from './form.ts';
import { isOption, type PageOption } from './option.ts';

const isGroup = (raw: unknown): raw is { label: { text: string }; options: readonly unknown[] } =>
  typeof raw === 'object' && raw !== null && 'options' in raw && Array.isArray(raw.options) && 'label' in raw;

type Offered = { readonly choice: Choice; readonly option: PageOption };

const asOffered = (raw: unknown, group?: string): readonly Offered[] => {
  if (isGroup(raw)) return raw.options.flatMap((option) => asOffered(option, raw.label.text));
  if (!isOption(raw)) return [];
  return [
    { option: raw, choice: { key: raw.value, label: raw.text.text, note: raw.description?.text, group } },
  ];
};

const list = (raw: unknown): readonly unknown[] =>
  Array.isArray(raw) ? raw : raw === null || raw === undefined ? [] : [raw];

const placeholderOf = (props: ControlProps, fallback: string): string => {
  const given = props.element['placeholder'];
  return typeof given === 'object' && given !== null && 'text' in given && typeof given.text === 'string'
    ? given.text
    : fallback;
};

const common = (props: ControlProps, many: boolean) => {
  const most = props.element['max_selected_items'];
  return {
    id: props.id,
    label: props.label,
    describedBy: props.describedBy,
    invalid: props.invalid,
    required: props.required,
    focusFirst: props.element['focus_on_load'] === true,
    many,
    most: typeof most === 'number' ? most : undefined,
  };
};

/** `static_select` and `multi_static_select`. */
export const StaticSelect = (props: ControlProps): JSX.Element => {
  const many = props.element.type.startsWith('multi_');
  const offered = list(props.element['options'] ?? props.element['option_groups']).flatMap((raw) =>
    asOffered(raw),
  );
  return <OptionBox props={props} many={many} offered={offered} empty="No matching options" />;
};

/** `external_select` and `multi_external_select`: the app is asked while one types. */
export const ExternalSelect = (props: ControlProps): JSX.Element => {
  const desk = useDesk();
  const [offered, setOffered] = useState<readonly Offered[]>([]);
  const [empty, setEmpty] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef('');
  useEffect(() => () => clearTimeout(timer.current), []);
  const least = Number(props.element['min_query_length'] ?? 3);
  const search = (text: string) => {
    latest.current = text;
    clearTimeout(timer.current);
    if ([...text].length < least) {
      setOffered([]);
      setEmpty(least === 1 ? 'Type to search' : `Type ${least} or more characters`);
      return;
    }
    setEmpty('Searching…');
    timer.current = setTimeout(async () => {
      const { surface, blockId, actionId } = props;
      const result = await desk.do({ type: 'suggest', place: surface.place, blockId, actionId, value: text });
      if (latest.current !== text) return;
      setOffered((result.options ?? []).flatMap((raw) => asOffered(raw)));
      setEmpty(result.error ?? 'No results');
    }, 180);
  };
  const many = props.element.type.startsWith('multi_');
  return <OptionBox props={props} many={many} offered={offered} empty={empty} onSearch={search} />;
};

const OptionBox = ({
  props,
  many,
  offered,
  empty,
  onSearch,
}: {
  readonly props: ControlProps;
  readonly many: boolean;
  readonly offered: readonly Offered[];
  readonly empty: string;
  readonly onSearch?: (text: string) => void;
}): JSX.Element => {
  const field = many ? 'selected_options' : 'selected_option';
  const current = list(props.value?.[field]).flatMap((raw) => asOffered(raw));
  const change = (chosen: readonly Choice[]) => {
    const options = chosen.flatMap(
      (one) => [...current, ...offered].find(({ choice }) => choice.key === one.key)?.option ?? [],
    );
    props.onValue({ type: props.element.type, [field]: many ? options : (options[0] ?? null) });
  };
  return (
    <Combobox
      {...common(props, many)}
      choices={offered.map(({ choice }) => choice)}
      chosen={current.map(({ choice }) => choice)}
      placeholder={placeholderOf(props, many ? 'Select options' : 'Select an option')}
      empty={empty}
      onChoose={change}
      onSearch={onSearch}
    />
  );
};

/** `users_select`, `conversations_select`, `channels_select` and their multi forms. */
export const DirectorySelect = (props: ControlProps): JSX.Element => {
  const desk = useDesk();
  const { state } = desk;
  const many = props.element.type.startsWith('multi_');
  const kind = props.element.type.replace('multi_', '').replace('s_select', '');
  const field = `selected_${kind}${many ? 's' : ''}`;
  const people = state.snapshot.people.filter((one) => !one.deleted);
  const channels = state.snapshot.channels.filter((one) => kind === 'conversation' || one.kind === 'public');
  const choices: readonly Choice[] =
    kind === 'user'
      ? people.map((one) => ({ key: one.id, label: displayName(one, one.id), note: one.title }))
      : channels.map((one) => ({ key: one.id, label: channelLabel(one, desk), note: one.topic }));
  const chosen = list(props.value?.[field]).flatMap((raw) => {
    const key = String(raw);
    return choices.find((choice) => choice.key === key) ?? { key, label: key };
  });
  const change = (picked: readonly Choice[]) => {
    const keys = picked.map((choice) => choice.key);
    const value: FieldInput = { type: props.element.type, [field]: many ? keys : (keys[0] ?? null) };
    props.onValue(value);
  };
  return (
    <Combobox
      {...common(props, many)}
      choices={choices}
      chosen={chosen}
      placeholder={placeholderOf(props, kind === 'user' ? 'Select a person' : 'Select a channel')}
      empty="Nobody and nothing by that name"
      onChoose={change}
    />
  );
};
