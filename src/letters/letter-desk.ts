/** Everything that letters are written from, opened once. */
import { lawDefaults } from '../base/regimes.ts';
import type { Company } from '../company/company.ts';
import type { Citation, Knowledge } from '../knowledge/answer/answer.ts';
import type { LetterFacts } from './fact-fields.ts';
import type { Sender } from './facts-of-case.ts';
import { openLetters } from './open-letters.ts';
import { type PolicyFacts, policyFacts } from './policy-facts.ts';
import { type CarveOut, carveOutIn, remainingFacts } from './remaining.ts';
import type { Template } from './template.ts';

/** Everything that letters are written from, besides the case. */
export type LetterDesk = {
  readonly templates: ReadonlyMap<string, Template>;
  readonly sender: Sender;
  /** What the policy says will remain, as it stands now: an edit of the policy changes the letters. */
  readonly remaining: () => LetterFacts;
  /** What the policy says of purposes, recipients and the like; asked once. */
  readonly fromPolicy: () => Promise<PolicyFacts>;
  readonly verify: Knowledge['verify'];
  /** What the company calls a recipient that the register knows by its id; words of a person stay as they are. */
  readonly recipientName: (id: string) => string;
};

/** What letters need of the company in whose name they go out. */
type Speaker = Pick<Company, 'name' | 'contact' | 'signedBy' | 'regime' | 'regulator' | 'recipients'>;

/** Of the form's choice for everybody at once, where the company's own list has none. */
const everybody = 'all_recipients';

const recipientIn = (recipients: Speaker['recipients'], id: string): string => {
  if (id === everybody) return 'everybody who received the data';
  const name = recipients.find((one) => one.id === id)?.name ?? id;
  return name.replace(/^(?:An?|The|Others|Our)\b/u, (word) => word.toLowerCase());
};

/** Reads the templates of a folder; the sender is the company that speaks. Throws TemplateProblem. */
export const openLetterDesk = async (
  dir: string,
  knowledge: Knowledge,
  { name, contact, signedBy, regime, regulator, recipients }: Speaker,
): Promise<LetterDesk> => {
  const find = (carveOut: CarveOut): Citation | null => {
    const ref = carveOutIn(knowledge.documents, carveOut);
    return ref === null ? null : (knowledge.verify([ref])?.[0] ?? null);
  };
  let known: Promise<PolicyFacts> | null = null;
  return {
    templates: await openLetters(dir),
    sender: {
      controller: name,
      contact,
      signedBy,
      regulators: regulator === null ? {} : { [regime ?? lawDefaults().regime]: regulator },
    },
    remaining: () => remainingFacts(find),
    fromPolicy: () => {
      known ??= policyFacts(knowledge);
      return known;
    },
    verify: (refs) => knowledge.verify(refs),
    recipientName: (id) => recipientIn(recipients, id),
  };
};
