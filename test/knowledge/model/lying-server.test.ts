import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import {
  type DraftUnit,
  draftGuard,
  guardedProse,
  type Statement,
} from '../../../src/knowledge/model/draft-guard.ts';
import { cite } from '../../../src/knowledge/policy/citation-check.ts';
import { openPolicies } from '../../../src/knowledge/policy/open-policies.ts';
import { liesAbout } from './lies.ts';
import { paraphrases } from './true-statements.ts';

const ownNames = ['Smartxpo Solutions Limited', 'Smartxpo'];
let units: readonly DraftUnit[] = [];
let copies: readonly Statement[] = [];
let honest: readonly Statement[] = [];

beforeAll(async () => {
  const policies = await openPolicies(join(projectRoot, 'data/policies'));
  units = policies.flatMap(({ head, units: all }) =>
    all
      .filter((unit) => unit.within === null)
      .flatMap(({ start, end }, at) => {
        const citation = cite(policies, { policy: head.id, version: head.version, start, end });
        return citation === null
          ? []
          : [{ id: `u${at}`, section: citation.section, text: citation.quote, leadIn: citation.leadIn }];
      }),
  );
  const idOf = (begins: string): string => units.find(({ text }) => text.startsWith(begins))?.id ?? begins;
  // A sentence that only introduces a list is no statement without it.
  const whole = units.filter(({ text }) => !/:$|the following/u.test(text));
  copies = whole.map(({ id, text, leadIn }) => ({
    text: leadIn === null ? text : `${leadIn} ${text}`,
    units: [id],
  }));
  honest = paraphrases.map(({ from, says }) => ({ text: says, units: from.map(idOf) }));
});

describe('a model that lies', () => {
  it('gets nothing through of more than three hundred turns of true statements', () => {
    const lies = liesAbout([...copies, ...honest], units);
    const through = lies.filter(draftGuard(units, ownNames)).map(({ kind, text }) => `${kind}: ${text}`);
    expect(lies.length).toBeGreaterThan(3_000);
    expect(new Set(lies.map(({ kind }) => kind)).size).toBeGreaterThan(25);
    expect(through).toEqual([]);
  });

  it('does not smuggle a lie in beside a truth: only the truth is left', () => {
    const [truth] = honest;
    const draft = {
      statements: [
        { text: truth?.text ?? '', units: [...(truth?.units ?? [])] },
        {
          text: 'Our operations team and interns have access to your information.',
          units: [...(truth?.units ?? [])],
        },
      ],
    };
    expect(guardedProse(draft, units, ownNames)).toBe(truth?.text);
  });

  it.each([
    ['We let users contact you.', 'We let you contact users.'],
    [
      'The company that buys us may see your information.',
      'We that buy the company may see your information.',
    ],
    [
      'We may share your information with other organisations:',
      'We may share your information with other organisations.',
    ],
    [
      'We keep invoices. Where the law asks for it, we delete them.',
      'We keep invoices where the law asks for it.',
    ],
    ['We ask you if we may call.', 'We ask you. If we may, call.'],
  ])('is not believed when it makes of “%s”: %s', (text, said) => {
    const unit: DraftUnit = { id: 'u1', section: '', text, leadIn: null };
    expect(draftGuard([unit], ownNames)({ text: said, units: ['u1'] })).toBe(false);
  });

  it('leaves nothing where nothing holds', () => {
    const draft = { statements: [{ text: 'We never share anything.', units: ['u1'] }] };
    expect(guardedProse(draft, units, ownNames)).toBeNull();
    expect(guardedProse({ statements: [] }, units, ownNames)).toBeNull();
  });
});

describe('a model that tells the truth', () => {
  it('is believed when it copies whole units with their lead-in', () => {
    const refused = copies.filter((copy) => !draftGuard(units, ownNames)(copy));
    expect(copies.length).toBeGreaterThanOrEqual(60);
    expect(refused).toEqual([]);
  });

  it('is believed in at least nine of ten honest paraphrases', () => {
    const refused = honest.filter((one) => !draftGuard(units, ownNames)(one));
    expect(honest.length).toBeGreaterThanOrEqual(50);
    expect(refused.length / honest.length).toBeLessThanOrEqual(0.1);
  });
});
