/** The report and what goes with it, for the privacy team. Counts are of the whole register; single cases only those that this person may see. */
import type { Head } from '../../register/register.ts';
import type { Case } from '../../requests/case/case.ts';
import type { CalendarDate } from '../../requests/clock/calendar-date.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { has, type Refusal, refuse } from '../../requests/decisions/decision.ts';
import { actorOf, type Casework, maySee } from '../cases/casework.ts';
import { calendarText } from './calendar-file.ts';
import { csvText } from './csv.ts';
import { type HandoverRow, handover } from './handover.ts';
import { sheetRow } from './register-sheet.ts';
import { type DeadlineReport, reportOf } from './report.ts';
import { type ReportRow, rowsOf } from './report-rows.ts';

type ReportSource = {
  readonly ok: true;
  readonly on: CalendarDate;
  readonly all: readonly Case[];
  readonly heads: readonly Head<Case>[];
};

const seenBy = async (desk: Casework, user: string): Promise<ReportSource | Refusal> => {
  const actor = await actorOf(desk, user);
  if (!has(actor, 'team')) return refuse('team_only');
  const heads = await desk.register.list();
  return {
    ok: true,
    on: localDate(desk.clock(), desk.defaults.timeZone),
    all: heads.map(({ summary }) => summary),
    heads: heads.filter(({ summary }) => maySee(summary, actor)),
  };
};

const casesIn = (heads: readonly Head<Case>[]): readonly Case[] => heads.map(({ summary }) => summary);

export const openReport = async (
  desk: Casework,
  user: string,
): Promise<
  { readonly ok: true; readonly report: DeadlineReport; readonly handover: readonly HandoverRow[] } | Refusal
> => {
  const seen = await seenBy(desk, user);
  if (!seen.ok) return seen;
  const rows = rowsOf(seen.all, desk.table);
  const visible = new Set(casesIn(seen.heads));
  return {
    ok: true,
    report: reportOf(rows, seen.on, desk.table),
    handover: handover(
      rows.filter(({ request }) => visible.has(request)),
      seen.on,
      desk.table,
    ),
  };
};

/** Rows of the cases that this person may see, to be drawn. */
export const openRows = async (
  desk: Casework,
  user: string,
): Promise<
  { readonly ok: true; readonly on: CalendarDate; readonly rows: readonly ReportRow[] } | Refusal
> => {
  const seen = await seenBy(desk, user);
  return seen.ok ? { ok: true, on: seen.on, rows: rowsOf(casesIn(seen.heads), desk.table) } : seen;
};

type Text = { readonly ok: true; readonly text: string };

/** The deadlines as a calendar file. */
export const openCalendar = async (desk: Casework, user: string): Promise<Text | Refusal> => {
  const found = await openRows(desk, user);
  return found.ok
    ? { ok: true, text: calendarText(handover(found.rows, found.on, desk.table), desk.clock()) }
    : found;
};

/** The register as a spreadsheet. */
export const openSheet = async (desk: Casework, user: string): Promise<Text | Refusal> => {
  const seen = await seenBy(desk, user);
  if (!seen.ok) return seen;
  const now = desk.clock().toISOString();
  return { ok: true, text: csvText(seen.heads.map((head) => sheetRow(head, now, desk.table))) };
};
