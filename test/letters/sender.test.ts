import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { openCompany } from '../../src/company/open-company.ts';
import { openKnowledge } from '../../src/knowledge/answer/knowledge.ts';
import { fill } from '../../src/letters/fill.ts';
import { openLetterDesk } from '../../src/letters/letter-desk.ts';
import { shippedCompany } from '../support/company.ts';
import { facts } from './sender-facts.ts';

const clinic = join(projectRoot, 'test/data/companies/clinic');
const desk = async (change: object = {}) => {
  const { company } = await openCompany(join(clinic, 'company.yaml'), join(clinic, 'policies'));
  const knowledge = await openKnowledge(join(clinic, 'policies'), undefined, 'uk', company);
  return openLetterDesk(join(projectRoot, 'data/letters'), knowledge, { ...company, ...change });
};

describe('the sender of letters', () => {
  it('is the company that speaks, with its own authority and what its own policy says will remain', async () => {
    const { sender, remaining } = await desk();
    expect(sender).toMatchObject({
      controller: 'Riverbank Clinic LLP',
      contact: 'privacy@riverbank.example',
      signedBy: 'The information governance lead',
      regulators: { uk: { contact: 'ico.example' } },
    });
    expect(JSON.stringify(remaining())).toContain('Invoices are kept for six years');
    expect(JSON.stringify(remaining())).not.toContain('smartxpo');
  });

  it('that nobody has stated keeps every letter back, as a gap', async () => {
    const { sender, templates } = await desk({ name: null, contact: null });
    for (const template of templates.values()) {
      const { text, missing } = fill(template, facts(sender));
      expect(missing, template.id).toEqual(expect.arrayContaining(['company', 'contact']));
      expect(text).not.toMatch(/not stated|null|undefined/u);
    }
  });

  it('is in no letter the shipped company, whose words the templates do not know', async () => {
    const { sender, templates } = await desk();
    for (const template of templates.values())
      for (const name of [...shippedCompany.names, ...shippedCompany.tools])
        expect(fill(template, facts(sender)).text).not.toContain(name);
  });
});
