/** The trained model that tells rights requests from everyday messages, read from `data/knowledge/trained`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './root.ts';

const namesSchema = z.object({
  columns: z.array(z.string()),
  features: z.string(),
  kinds: z.record(z.string(), z.string()),
  bias: z.array(z.number()),
  scale: z.number(),
  rarity: z.number(),
});

export const readMessageModel = (
  dir: string = join(projectRoot, 'data/knowledge/trained'),
): z.infer<typeof namesSchema> & { readonly rows: Int8Array } => {
  const names = namesSchema.parse(JSON.parse(readFileSync(join(dir, 'messages.json'), 'utf8')));
  const { buffer, byteOffset, length } = readFileSync(join(dir, 'messages.bin'));
  return { ...names, rows: new Int8Array(buffer, byteOffset, length) };
};
