/** What a form carries along and brings back: read as far as it is of this version, and never trusted. */
import type { z } from 'zod';

/** Null for what is no such thing: a form of another version, or of somebody's own making. */
export const carried = <T>(shape: z.ZodType<T>, metadata: string): T | null => {
  try {
    return shape.safeParse(JSON.parse(metadata)).data ?? null;
  } catch {
    return null;
  }
};
