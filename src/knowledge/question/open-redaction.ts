/** Puts redaction together from the policies, the lists of `data/knowledge` and the trained model of particular persons. */
import { join } from 'node:path';
import { openKnownWords, wordKindsOf } from './known-words.ts';
import { personChance } from './particular-person.ts';
import { type Redact, redactionWith } from './redaction.ts';
import { topicModelAt } from './shipped-lists.ts';

/** Takes what `openKnownWords` takes. */
export const openRedaction = async (...words: Parameters<typeof openKnownWords>): Promise<Redact> => {
  const dir = words[4];
  const [known, trained] = await Promise.all([
    openKnownWords(...words),
    topicModelAt(join(dir, 'trained', 'persons.json')),
  ]);
  return redactionWith(known, personChance(trained, wordKindsOf(known)));
};
