/** Clauses to propose where a policy is silent. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const clausesSchema = z.strictObject({
  clauses: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      topics: z.array(z.string()).min(1),
      articles: z.array(z.string()),
      text: z.string().min(20).max(900),
    }),
  ),
});

/** A clause of our own to propose to the policy's owner: a draft, never policy and never shown as an answer. */
export type DraftClause = z.infer<typeof clausesSchema>['clauses'][number];

/** Reads draft-clauses.yaml; an Error names the clause whose topic is not in `topics`. */
export const readDraftClauses = (yaml: string, topics: ReadonlySet<string>): readonly DraftClause[] => {
  const { clauses } = clausesSchema.parse(parse(yaml));
  const stray = clauses.find((clause) => clause.topics.some((topic) => !topics.has(topic)));
  if (stray !== undefined) throw new Error(`The draft clause "${stray.id}" names a topic that is not there.`);
  return clauses;
};

export const openDraftClauses = async (
  dir: string,
  topics: ReadonlySet<string>,
): Promise<readonly DraftClause[]> =>
  readDraftClauses(await readFile(join(dir, 'draft-clauses.yaml'), 'utf8'), topics);
