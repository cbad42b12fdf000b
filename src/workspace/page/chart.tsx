/** Draws a bar chart of a message as a table whose last column is the bar: it reads the same with and without eyes. */
import type { JSX } from 'preact';
import { isRecord } from './surface.ts';

const listOf = (raw: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(raw) ? raw.filter(isRecord) : [];

/** Bars of every kind of chart are drawn alike; the desk shows numbers, not art. */
const barsOf = (chart: Record<string, unknown>): readonly (readonly [label: string, value: number])[] =>
  [...listOf(chart['segments']), ...listOf(chart['series']).flatMap(({ data }) => listOf(data))].map(
    ({ label, value }) => [String(label), Number(value)],
  );

export const Chart = ({ title, chart }: { readonly title: string; readonly chart: unknown }): JSX.Element => {
  const bars = isRecord(chart) ? barsOf(chart) : [];
  const most = Math.max(1, ...bars.map(([, value]) => value));
  return (
    <table class="chart">
      <caption>{title}</caption>
      <tbody>
        {bars.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="chart-value">{value}</td>
            <td class="chart-track" aria-hidden="true">
              <span style={{ width: `${(Math.max(0, value) / most) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
