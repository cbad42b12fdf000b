/** What the privacy channel reads when cases of the register cannot be used: numbers and what is to be done, nothing of a data subject. */
import type { RegisterProblem } from '../../register/register.ts';
import { type Message, section } from '../blocks.ts';

type Trouble = Pick<RegisterProblem, 'what' | 'where'>;

/** Named one by one; the rest is counted. */
const mostNamed = 10;

const words: Readonly<Record<RegisterProblem['what'], string>> = {
  'damaged-case': 'its record is damaged',
  'newer-format': 'a newer version of me wrote it',
  'other-key': 'it is sealed with another key',
  'forged-case': 'somebody else than me changed its record',
  'missing-case': 'its record is gone',
  'head-log': 'the list of all changes does not hold',
  'foreign-file': 'a file that is not mine',
  'set-aside': 'the rest of a write that was cut off',
};

const name = ({ where }: Trouble): string => where.replace(/\.json$/u, '').slice(0, 40);

/** `troubles` is not empty. */
export const registerAlert = (troubles: readonly Trouble[]): Message => {
  const shown = troubles.slice(0, mostNamed);
  const more = troubles.length - shown.length;
  const lines = [
    '*The register needs somebody: what follows cannot be used, and no reminder speaks for it.*',
    ...shown.map((trouble) => `• ${name(trouble)}: ${words[trouble.what]}`),
    ...(more > 0 ? [`• and ${more} more`] : []),
    'Keep the dates of these cases yourselves until it is mended. Whoever runs me types `npx privacy register verify`, and brings back what is hurt from a backup.',
  ];
  return {
    text: `The register needs somebody: ${shown.map(name).join(', ')} cannot be used.`,
    blocks: [section(lines.join('\n'))],
  };
};
