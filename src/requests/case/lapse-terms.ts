/** When a request that waits for its person may lapse: the house's minimum, which no law sets. */

/** Reminders to the person, and calendar days since we asked. */
export const lapseTerms = { chasers: 2, days: 30 } as const;
