/** The company that is shipped, for tests that speak for it. */
import type { Company } from '../../src/company/company.ts';
import { shippedFile } from '../../src/company/open-company.ts';
import { openCompanyFile } from '../../src/company/read-company.ts';

export const shippedCompany: Company = await openCompanyFile(shippedFile);
