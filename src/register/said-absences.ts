/** Who has said that they are away, and until when: one small text for each person, replaced when they say something else. */
import { z } from 'zod';

/** `id` is a user id; both days are part of it, on the team's calendar. */
export const saidAbsenceSchema = z.object({ id: z.string(), from: z.iso.date(), until: z.iso.date() });
export type SaidAbsence = z.infer<typeof saidAbsenceSchema>;
