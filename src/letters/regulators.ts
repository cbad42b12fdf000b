import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const regulator = z.strictObject({ name: z.string().min(1), contact: z.string().min(1) });
const schema = z.strictObject({ uk: regulator, eu: regulator });

/** The regulator of each regime, as letters name it and tell how to reach it. */
export type Regulators = z.infer<typeof schema>;

/** Reads `regulators.yaml`; throws when it is not what it should be. */
export const openRegulators = async (path: string): Promise<Regulators> =>
  schema.parse(parse(await readFile(path, 'utf8')));
