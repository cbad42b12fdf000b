/** Draws table and data table blocks. */
import type { DataTableBlock, TableBlock } from '@slack/types';
import type { JSX } from 'preact';
import { RichText } from './rich-text.tsx';

export const Table = ({ block }: { readonly block: TableBlock | DataTableBlock }): JSX.Element => {
  const [head = [], ...rows] = block.rows;
  const align = (column: number) => ({
    textAlign: (block.type === 'table' ? block.column_settings?.[column]?.align : undefined) ?? 'left',
  });
  const cell = (one: (typeof head)[number]) =>
    one.type === 'rich_text' ? <RichText block={one} /> : <span>{one.text}</span>;
  return (
    <div class="table-scroll">
      <table>
        {block.type === 'data_table' && <caption>{block.caption}</caption>}
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
