/** Everything that shows that a register is what it was: every history, the log of all changes, the numbers, and anchors from outside. */

import { standingIn, standingText } from '../head-keeper.ts';
import { isOwnStone, type Tombstone } from '../store.ts';
import { type Anchor, anchorFault, anchorText } from './anchor.ts';
import { caseIdPattern, readDocument } from './case-document.ts';
import { checkCaseFile } from './case-file-check.ts';
import { openLog, type ReadLog } from './head-log.ts';
import type { RegisterKey } from './sealing.ts';
import { faultText } from './verdict.ts';

/** Something that is not as the register left it; `where` is a case, the log or an anchor. */
export type RegisterFinding = { readonly where: string; readonly why: string };

export type Verification = {
  readonly checked: number;
  readonly whole: number;
  readonly faults: readonly RegisterFinding[];
  /** What is worth knowing and no fault: numbers that no case has. */
  readonly notes: readonly RegisterFinding[];
  /** Null where there is no log: no program of today has opened this register for writing. */
  readonly anchor: string | null;
  readonly vouched: boolean;
};

/** A case as it lies there: its bytes. */
export type StoredCase = { readonly id: string; readonly bytes: Buffer };

type Verifying = {
  readonly lines: readonly string[];
  readonly stones: readonly Tombstone[];
  /** Null: hashes alone are checked, and anybody can make those. */
  readonly key: RegisterKey | null;
  readonly anchors: readonly Anchor[];
};

/** A number below the highest of its series that neither a case nor the log knows: it was given and never used, or everything about it is gone. */
const gapsIn = (ids: Iterable<string>): readonly RegisterFinding[] => {
  const numbers = new Map<string, Set<number>>();
  for (const id of ids) {
    const [, prefix, year, number] = caseIdPattern.exec(id) ?? [];
    const series = `${prefix}-${year}-`;
    numbers.set(series, (numbers.get(series) ?? new Set()).add(Number(number)));
  }
  return [...numbers].flatMap(([series, used]) =>
    Array.from({ length: maxOf(used) }, (_, index) => index + 1)
      .filter((number) => !used.has(number))
      .map((number) => ({
        where: `${series}${String(number).padStart(4, '0')}`,
        why: 'no case has this number, and the log knows of none',
      })),
  );
};

const maxOf = (numbers: Iterable<number>): number => {
  let max = 0;
  for (const number of numbers) max = Math.max(max, number);
  return max;
};

/** Feed it every case, one at a time, then ask for the result. */
export const verification = ({ lines, stones, key, anchors }: Verifying) => {
  const log = openLog(
    key?.history ?? null,
    anchors.map(({ count }) => count),
  );
  log.take(lines);
  const head: ReadLog = log.read();
  const begun = head.tip.count > 0;
  const faults: RegisterFinding[] = [];
  const seen = new Set<string>();
  let whole = 0;

  const faultOf = (id: string, bytes: Buffer): string | null => {
    const verdict = checkCaseFile(id, bytes, key);
    if (!verdict.ok) return faultText(verdict);
    const document = readDocument(id, bytes.toString('utf8'));
    const standing = standingIn(head, document);
    if (!begun)
      return document.format === 1 ? null : 'it is vouched for, and the log of the register is gone';
    if (standing === 'set-back' || standing === 'another-history') return standingText(standing);
    return document.format === 1 && standing !== 'as-logged'
      ? 'it was put there by somebody without the key of this register'
      : null;
  };

  return {
    take: ({ id, bytes }: StoredCase): void => {
      seen.add(id);
      const why = faultOf(id, bytes);
      if (why === null) whole += 1;
      else faults.push({ where: id, why });
    },
    result: (): Verification => {
      if (head.fault !== null)
        faults.push({ where: `heads.log, line ${head.fault.line}`, why: head.fault.why });
      for (const [id, { length }] of head.state)
        if (!seen.has(id))
          faults.push({ where: id, why: `it is gone: ${length} events of it were recorded` });
      for (const stone of begun ? stones : [])
        if (key !== null && !isOwnStone(key, stone))
          faults.push({ where: stone.caseId, why: 'somebody without the key noted it as erased' });
      for (const anchor of anchors) {
        const why = anchorFault(anchor, head);
        if (why !== null) faults.push({ where: 'anchor', why });
      }
      return {
        checked: seen.size,
        whole,
        faults,
        notes: gapsIn([...seen, ...head.state.keys()]),
        anchor: begun ? anchorText(head.tip) : null,
        vouched: key !== null && begun,
      };
    },
  };
};
