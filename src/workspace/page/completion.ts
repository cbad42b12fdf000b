/** What a composer offers while one types: commands after "/", people after "@". */
import type { Person, Snapshot } from '../contract.ts';

/** One line of the list above a composer. `text` and `caret` are what the composer holds once it is taken. */
export type Completion = {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly note: string;
  readonly text: string;
  readonly caret: number;
};

/** What may follow what was typed so far: commands after a first "/", people after "@". */
export const completionsFor = (
  text: string,
  caret: number,
  commands: Snapshot['commands'],
  people: readonly Person[],
): readonly Completion[] => {
  const before = text.slice(0, caret);
  if (/^\/\S*$/.test(before)) {
    const rest = text.slice(caret).replace(/^\s+/, '');
    return commands
      .filter(({ command }) => command.toLowerCase().startsWith(before.toLowerCase()))
      .map(({ command, description, usageHint }) => ({
        key: command,
        label: command,
        hint: usageHint,
        note: description,
        text: `${command} ${rest}`,
        caret: command.length + 1,
      }));
  }
  const typed = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(before)?.[1];
  if (typed === undefined) return [];
  const wanted = typed.toLowerCase();
  const start = caret - typed.length;
  return people
    .filter((one) => !one.deleted && `${one.name} ${one.realName}`.toLowerCase().includes(wanted))
    .map((one) => ({
      key: one.id,
      label: one.realName,
      hint: `@${one.name}`,
      note: one.title,
      text: `${text.slice(0, start)}${one.name} ${text.slice(caret).replace(/^ /, '')}`,
      caret: start + one.name.length + 1,
    }));
};

/** The command that is being typed with its words, to show its usage. */
export const commandBeingTyped = (
  text: string,
  commands: Snapshot['commands'],
): Snapshot['commands'][number] | undefined => {
  const typed = /^(\/\S+)\s/.exec(text)?.[1]?.toLowerCase();
  return commands.find(({ command }) => command.toLowerCase() === typed);
};
