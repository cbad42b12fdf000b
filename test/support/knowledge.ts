/** The shipped policies as the shipped company's bot knows them. */
import { join } from 'node:path';
import { projectRoot } from '../../src/base/root.ts';
import { openKnowledge } from '../../src/knowledge/answer/knowledge.ts';
import { shippedCompany } from './company.ts';

let opened: ReturnType<typeof openKnowledge> | null = null;

/** Opened once in a process and shared: nothing that it is asked changes it. */
export const shippedKnowledge = (): ReturnType<typeof openKnowledge> => {
  opened ??= openKnowledge(
    join(projectRoot, 'data/policies'),
    undefined,
    shippedCompany.regime ?? 'uk',
    shippedCompany,
  );
  return opened;
};
