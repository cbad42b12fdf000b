/** The coloured initial beside a name. */
import type { JSX } from 'preact';
import type { Person } from '../contract.ts';
import { ShieldIcon } from './icons.tsx';

const hues = [212, 268, 332, 22, 150, 190, 48, 300];

const hueOf = (id: string): number =>
  hues[[...id].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973, 5) % hues.length] ?? 212;

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();

/** Decoration beside a name; screen readers get the name. */
export const Avatar = ({
  person,
  size,
}: {
  readonly person: Person | undefined;
  readonly size: 'small' | 'medium' | 'large';
}): JSX.Element => {
  if (!person) return <span class={`avatar ${size} slackbot`} aria-hidden="true" />;
  if (person.isBot) {
    return (
      <span class={`avatar ${size} bot`} aria-hidden="true">
        <ShieldIcon />
      </span>
    );
  }
  return (
    <span class={`avatar ${size}`} style={{ '--hue': String(hueOf(person.id)) }} aria-hidden="true">
      {initials(person.realName || person.name)}
    </span>
  );
};
