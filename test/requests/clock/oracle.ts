import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import { projectRoot } from '../../../src/base/root.ts';
import { readDeadlineCase } from '../../../src/commands/deadline-case.ts';
import type { ClockCase } from '../../../src/requests/clock/clock-case.ts';

const caseSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  expected_due: z.string().nullable(),
  expected_state: z.string(),
  expected: z.object({
    flags: z.array(z.string()).optional(),
    relevant_date: z.string().optional(),
    refusal_due: z.string().optional(),
    paused_days: z.number().optional(),
    extended: z.boolean().optional(),
    extension_notice_due: z.string().optional(),
    strict_due: z.string().optional(),
    schedule_by: z.string().optional(),
    house_action_by: z.string().optional(),
    days_left_on_resume: z.number().optional(),
  }),
  why: z.string(),
  alternatives: z.array(z.object({ due: z.string(), basis: z.string() })).optional(),
});

const fileSchema = z.object({
  holidays: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  cases: z.array(caseSchema),
});

const readCases = (path: string): z.infer<typeof fileSchema> =>
  fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

const readFile = (name: string): z.infer<typeof fileSchema> =>
  readCases(join(projectRoot, 'test/data', name));

const oracle = readFile('deadlines.json');

export const oracleHolidays = oracle.holidays;
export const table = readHolidayTable();

export type OracleCase = z.infer<typeof caseSchema> & { readonly input: ClockCase };

const defaults = { regime: 'uk', jurisdiction: 'england-and-wales', zone: 'Europe/London' } as const;

const asRead = (one: z.infer<typeof caseSchema>): OracleCase => {
  const read = readDeadlineCase(one, defaults);
  if (!read.ok) throw new Error(`${one.id}: ${read.error.message}`);
  return { ...one, input: read.input };
};

/** The pinned cases, each read as the command reads it. */
export const oracleCases: readonly OracleCase[] = oracle.cases.map(asRead);

/** Those of the audit of 29 November 2026, by another hand; they pin fewer fields. */
export const auditCases: readonly OracleCase[] = readFile('deadlines-more.json').cases.map(asRead);

/** The cases of any file of this shape. */
export const casesOf = (path: string): readonly OracleCase[] => readCases(path).cases.map(asRead);

/** Those worked out by hand on 30 November 2026, before the program was asked. */
export const ownCases: readonly OracleCase[] = readFile('deadlines-own.json').cases.map(asRead);
