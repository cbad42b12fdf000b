/** Draws a table block. */
import type { TableBlock } from '@slack/types';
import type { JSX } from 'preact';
import { RichText } from './rich-text.tsx';

export const Table = ({ block }: { readonly block: TableBlock }): JSX.Element => {
  const [head = [], ...rows] = block.rows;
  const align = (column: number) => ({ textAlign: block.column_settings?.[column]?.align ?? 'left' });
  const cell = (one: (typeof head)[number]) =>
    one.type === 'rich_text' ? <RichText block={one} /> : <span>{one.text}</span>;
  return (
    <div class="table-scroll">
      <table>
        <thead>
          <tr>
            {head.map((one, column) => (
              <th key={column} scope="col" style={align(column)}>
                {cell(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((one, column) => (
                <td key={column} style={align(column)}>
                  {cell(one)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
