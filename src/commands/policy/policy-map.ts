/** `policy map`: drafts which passage speaks to which subject. */
import { join } from 'node:path';
import { stringify } from 'yaml';
import { projectRoot } from '../../base/root.ts';
import { unitDecider } from '../../knowledge/answer/decide-by-units.ts';
import { entriesOf } from '../../knowledge/answer/readings.ts';
import { readPolicy } from '../../knowledge/policy/open-policies.ts';
import type { MapFile } from '../../knowledge/policy/policy-map.ts';
import { DECLINED, OUTSIDE } from '../../knowledge/question/topics.ts';
import { openUnderstanding } from '../../knowledge/question/understanding.ts';
import { unitRanking } from '../../knowledge/rank/unit-ranking.ts';
import { companyIn } from '../company-env.ts';
import { done, type Io, wrongUse } from '../io.ts';

export const MAP_USE = 'policy map FILE   (writes the draft to standard output)';
const WORDS = join(projectRoot, 'data', 'knowledge');

const HEAD = `# Which passages of the policy speak to which subject: a DRAFT, made from the words alone. People correct it before it is used:
# save it beside the policy as NAME.map.yaml, take out what does not answer, add what does, leave "says" empty where the policy is
# silent. "says" answers, "near" only comes close. npx privacy policy check holds it against the text.
`;

/** Drafts a map: for every subject the passages that would answer it without one. */
export const mapPolicy = async (args: readonly string[], io: Io): Promise<number> => {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0 || file.startsWith('-')) {
    io.err(`Usage: privacy ${MAP_USE}`);
    return wrongUse;
  }
  const policy = await readPolicy(file);
  const understanding = await openUnderstanding(WORDS, [policy.file], await companyIn(io.env));
  const byUnits = unitDecider(unitRanking([policy], understanding), understanding);
  const entryOf = entriesOf([{ policy, map: null }], byUnits);
  const map: MapFile = {
    policy: policy.head.id,
    version: policy.head.version,
    topics: Object.fromEntries(
      understanding.topics
        .filter(({ id }) => id !== OUTSIDE && id !== DECLINED)
        .map((topic) => {
          const { says, near } = entryOf(topic);
          return [topic.id, { says: says.map(({ text }) => text), near: near.map(({ text }) => text) }];
        }),
    ),
  };
  io.out(`${HEAD}${stringify(map, { lineWidth: 0 })}`.trimEnd());
  return done;
};
