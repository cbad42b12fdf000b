/** Who we are: the one value that is read at start and handed in, and what is asked of it. */
import type { Right } from '../requests/clock/rights.ts';

/** Which steps of the checklists a team does; a team may do several, and a small company has one team for all. */
export const stepKinds = ['operations', 'senior_management', 'marketing', 'support', 'accounts'] as const;

/** For whose requests a system may matter. */
export const people = ['customer', 'staff_or_applicant', 'client'] as const;

type StepKind = (typeof stepKinds)[number];
type People = (typeof people)[number];

export type CompanySystem = {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly hint: string;
  readonly rights: readonly Right[] | null;
  readonly for: readonly People[] | null;
  readonly ticked: boolean;
};

export type HouseRule = {
  readonly id: string;
  readonly text: string;
  readonly topics: readonly string[];
  readonly asks: readonly string[];
  readonly beside: readonly string[];
  readonly checked: string;
  readonly contradicts: readonly RegExp[];
};

/** The company whose policies are answered from, in whose name letters go out. */
export type Company = {
  /** The file that it was read from. */
  readonly file: string;
  /** True where the general file stands in, because no company file is this controller's. */
  readonly neutral: boolean;
  /** Null where neither file nor policy says it: then no letter can be sent. */
  readonly name: string | null;
  /** Every name that it goes by, the full one first. */
  readonly names: readonly string[];
  /** Where people write to; null where nobody has said it. */
  readonly contact: string | null;
  readonly signedBy: string;
  readonly regulator: { readonly name: string; readonly contact: string } | null;
  /** Ids of data/regimes; null where the file does not say. */
  readonly regime: string | null;
  readonly jurisdiction: string | null;
  readonly people: readonly string[];
  readonly clients: boolean;
  readonly tools: readonly string[];
  readonly sameWords: Readonly<Record<string, readonly string[]>>;
  readonly examples: readonly string[];
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly slack: readonly string[];
    readonly holds: string;
    readonly steps: readonly StepKind[];
  }[];
  readonly systems: readonly CompanySystem[];
  /** Null where the file says nothing of it. */
  readonly automatedDecisions: string | null;
  readonly advisors: readonly string[];
  readonly recipients: readonly { readonly id: string; readonly name: string; readonly hint: string }[];
  readonly rota: readonly string[];
  readonly houseRules: readonly HouseRule[];
};

/** What a team is called: one of the company's own, by its id or by the steps that it does. */
export const teamName = ({ teams, advisors }: Pick<Company, 'teams' | 'advisors'>, task: string): string => {
  const doing = (step: string) => teams.find(({ steps }) => steps.some((own) => own === step));
  const own = teams.find(({ id: own }) => own === task) ?? doing(task);
  if (own !== undefined) return own.name;
  if (task === 'client') return 'The client';
  if (task === 'advisors') return advisors.join(', ') || 'Advisors from outside';
  return doing('operations')?.name ?? 'The privacy team';
};

/** The systems that are searched for these people's requests unless somebody leaves one out, each for the rights that it matters for. */
export const systemsFor = ({ systems }: Pick<Company, 'systems'>, whose: People): readonly CompanySystem[] =>
  systems.filter((each) => each.ticked && (each.for?.includes(whose) ?? true));
