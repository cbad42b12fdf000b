/** Turns schema errors into marked fields. */
import type { ZodError } from 'zod';

/** Which field to mark with what: a form's schema keys are its block ids, and the first thing wrong with a field is enough. */
export const fieldErrors = ({ issues }: ZodError): Readonly<Record<string, string>> => {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const [field] = path;
    if (typeof field === 'string') errors[field] ??= message;
  }
  return errors;
};
