/** The law of one regime as data: what the engine counts with, and the words that it explains with. Read from data/regimes. */
import type { CalendarDate } from './calendar-date.ts';
import type { ClockEventType, ClockState } from './clock-case.ts';
import type { LetterLaw, Remedy } from './letter-law.ts';
import type { ReadingChange } from './reading.ts';
import type { Right } from './rights.ts';

export type Length = { readonly unit: 'months' | 'days'; readonly count: number };

/** What may be asked of the person before their request is answered. */
export type AskedFor = 'identity' | 'authority' | 'fee' | 'clarification';

/** What asking does to the time: the period begins afresh when it comes, time stands still meanwhile, or nothing happens. */
export type AskingRule = {
  readonly effect: 'restart' | 'suspend' | 'none';
  /** Which days of a suspension do not count: from asking to answer with both, or without the day of asking. */
  readonly days: 'both' | 'after-asking';
  readonly lengthensNotice: boolean;
  readonly state: ClockState;
  /** Carried once it has suspended time, or where asking had no effect. */
  readonly flag: string | undefined;
  /** Carried where this right knows no such effect. */
  readonly otherRightFlag: string | undefined;
  /** The provision, for explanations. */
  readonly cite: string;
};

export type OtherReading = {
  /** What must have happened for this reading to change anything. */
  readonly when: readonly (AskedFor | 'extension')[];
  readonly change: ReadingChange;
  readonly basis: string;
};

/** A way of counting that is wrong, or belongs to other circumstances, and is named so that nobody is surprised. */
export type NotUsed = {
  readonly kind: 'day-after-start' | 'bank-closures' | 'counted-twice' | 'closed-in-silence';
  readonly places: readonly string[] | undefined;
  readonly basis: string;
};

/** The sentences of an answer clock that name provisions. Braces are filled in. */
export type AnswerWords = {
  readonly ceiling: string;
  readonly notice: string | undefined;
  readonly refusal: string | undefined;
  readonly paused: string | undefined;
  readonly strict: string | undefined;
  readonly oneAnswer: string | undefined;
  readonly identityLate: string | undefined;
  readonly questionLate: string | undefined;
  readonly askingMovesNothing: string | undefined;
  readonly noPlace: string | undefined;
  /** Added to the cautious date. */
  readonly cautious: string;
};

/** The period to answer in, as it is for requests received from a day on. */
export type AnswerLaw = {
  readonly receivedFrom: CalendarDate | null;
  /** Whether the provision itself was read, or others who tell of it. */
  readonly evidence: 'read' | 'secondary' | 'practice';
  /** Named at the end of every explanation. */
  readonly rule: string;
  readonly period: Length;
  /** The whole of an extended period, from the same first day. */
  readonly extended: Length;
  /** Empty: any reason will do. */
  readonly extensionReasons: readonly string[];
  /** Must a refusal go out within the first period, even when it was extended? */
  readonly refusal: 'period' | 'first-period';
  /** Is the date without any suspension shown beside? */
  readonly strict: boolean;
  readonly asking: Readonly<Record<AskedFor, AskingRule>>;
  readonly cautious: ReadingChange & { readonly weekendsOnly: boolean };
  readonly readings: readonly OtherReading[];
  readonly notUsed: readonly NotUsed[];
  readonly words: AnswerWords;
};

/** The period to confirm receipt in; without `within` the law sets none. */
export type AcknowledgeLaw = {
  readonly receivedFrom: CalendarDate | null;
  readonly within: Length | undefined;
  readonly flag: string | undefined;
  readonly words: {
    readonly day: string | undefined;
    readonly due: string | undefined;
    readonly none: string | undefined;
  };
};

/** What the law (or, for a ceiling, the privacy policy) says about one kind of request. */
export type RightLaw = {
  readonly articles: string;
  readonly clock: 'answer' | 'acknowledge' | 'effective' | 'none' | 'ceiling';
  readonly extension: boolean;
  /** Does a clarification stop the clock, where the regime knows such a thing? */
  readonly pause: boolean;
  /** False where identity or a fee is never a reason to wait. */
  readonly waits: boolean;
  /** House target to act, in working days after receipt; not the law. */
  readonly actWithin: number | undefined;
  /** What has to be done at once, whatever the clock says. */
  readonly meanwhile: string | undefined;
  /** Of a clock without a period, or of a ceiling that has not begun. */
  readonly says: string | undefined;
  /** Of a ceiling. */
  readonly within: Length | undefined;
  readonly startsAfter: readonly ClockEventType[];
};

export type Ground = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** In the middle of a sentence; without them the id reads well. */
  readonly words?: string | undefined;
};

/** A ground on which a right may be refused. `whole`: it concerns the request and never an item of it. */
export type RefusalGround = Ground & { readonly rights: readonly Right[]; readonly whole: boolean };

/** A reason to keep back an item: applied item by item, never to the whole file. */
export type Exemption = Ground & {
  /** What has to be weighed or written down. */
  readonly test: string;
};

export type RestrictionGroundLaw = Ground & {
  /** What ends the restriction. */
  readonly ends: string;
};

/** A lawful basis that an objection reaches; `usual` fills the letter's field until a person says another. */
export type BasisGround = Ground & { readonly usual: boolean };

export type Authority = {
  readonly name: string;
  readonly web: string;
  readonly phone: string | undefined;
  readonly post: string | undefined;
  /** The day on which somebody held the row against the authority's own page; null: never. */
  readonly checked: CalendarDate | null;
};

export type Grounds = {
  readonly refusal: readonly RefusalGround[];
  readonly exemptions: readonly Exemption[];
  readonly restriction: readonly RestrictionGroundLaw[];
  /** Lawful bases that an objection reaches. */
  readonly objection: readonly BasisGround[];
  /** In the order of a letter. */
  readonly remedies: readonly Remedy[];
  readonly letters: LetterLaw;
  /** By place; `default` where none is named. */
  readonly authorities: Readonly<Record<string, Authority>>;
  /** What a place's own law offers beside the exemptions: by place. */
  readonly national: Readonly<Record<string, readonly string[]>>;
};

export type Hints = {
  readonly clarificationPauses: string;
  readonly clarificationOtherRight: string;
  readonly clarificationRuns: string;
  readonly extension: string;
};

export type RegimeData = {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  /** As letters and notes name it before an article. */
  readonly law: string;
  /** The day of the state of the law. */
  readonly checked: CalendarDate;
  readonly foreignPlaces: 'refused' | 'weekends-only';
  /** The provision that moves an end to a working day. */
  readonly roll: string;
  readonly hints: Hints;
  /** Oldest first; the first holds from always. */
  readonly answer: readonly AnswerLaw[];
  readonly acknowledge: readonly AcknowledgeLaw[];
  readonly rights: Readonly<Record<Right, RightLaw>>;
  readonly flags: Readonly<Record<string, string>>;
  readonly grounds: Grounds;
};

/** The row that holds for a request received on that day. */
export const rowFor = <Row extends { readonly receivedFrom: CalendarDate | null }>(
  rows: readonly Row[],
  received: CalendarDate,
): Row => {
  const found = rows.findLast(({ receivedFrom }) => receivedFrom === null || receivedFrom <= received);
  if (found === undefined) throw new RangeError('a regime has no row that holds from always');
  return found;
};
