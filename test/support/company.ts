/** The company that is shipped, for tests that speak for it. */
import type { Company } from '../../src/company/company.ts';
import { shippedFile } from '../../src/company/open-company.ts';
import { openCompanyFile } from '../../src/company/read-company.ts';

const file = await openCompanyFile(shippedFile);

/** With the contact of its policy. */
export const shippedCompany: Company = { ...file, contact: file.contact ?? 'info@smartxpo.com' };
