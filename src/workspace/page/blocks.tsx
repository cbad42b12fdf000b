import type { KnownBlock } from '@slack/types';
import type { JSX } from 'preact';
import { Element } from './element.tsx';
import { elementsOf } from './form.ts';
import { Markdown } from './markdown-text.tsx';
import { Picture } from './picture.tsx';
import { RichText } from './rich-text.tsx';
import type { Surface } from './surface.ts';
import { PlainText, Text } from './text.tsx';

type Props<Kind extends KnownBlock['type']> = {
  readonly block: Extract<KnownBlock, { type: Kind }>;
  readonly surface: Surface;
};

/** The blocks of a message or view, in order. */
export const Blocks = ({
  blocks,
  surface,
}: {
  readonly blocks: readonly KnownBlock[];
  readonly surface: Surface;
}): JSX.Element => (
  <div class="blocks">
    {blocks.map((block, index) => (
      <OneBlock key={block.block_id ?? index} block={block} surface={surface} />
    ))}
  </div>
);

const OneBlock = ({
  block,
  surface,
}: {
  readonly block: KnownBlock;
  readonly surface: Surface;
}): JSX.Element => {
  switch (block.type) {
    case 'section':
      return <Section block={block} surface={surface} />;
    case 'header':
      return (
        <h3 class="block-header">
          <PlainText text={block.text.text} emoji={block.text.emoji} />
        </h3>
      );
    case 'context':
      return <Context block={block} surface={surface} />;
    case 'actions':
      return <Actions block={block} surface={surface} />;
    case 'context_actions':
      return <ContextActions block={block} surface={surface} />;
    case 'divider':
      return <hr />;
    case 'image':
      return (
        <figure>
          {block.title && (
            <figcaption>
              <PlainText text={block.title.text} />
            </figcaption>
          )}
          <Picture
            url={'image_url' in block ? block.image_url : ''}
            alt={block.alt_text}
            className="block-image"
          />
        </figure>
      );
    case 'input':
      return <Input block={block} surface={surface} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'markdown':
      return (
        <div class="markdown">
          <Markdown text={block.text} />
        </div>
      );
    case 'table':
      return <Table block={block} surface={surface} />;
    case 'alert':
      return (
        <div class={`alert ${block.level ?? 'default'}`} role="note">
          <Text text={block.text} />
        </div>
      );
    default:
      return <p class="muted">The local workspace does not draw “{block.type}” blocks.</p>;
  }
};

const idOf = (surface: Surface, blockId: string, actionId: string): string =>
  `${surface.key}-${blockId}-${actionId}`.replace(/[^\w-]/g, '_');

const Section = ({ block, surface }: Props<'section'>): JSX.Element => {
  const [accessory] = elementsOf(block);
  const blockId = block.block_id ?? '';
  return (
    <div class="section">
      <div class="section-main">
        {block.text && (
          <div class="section-text">
            <Text text={block.text} />
          </div>
        )}
        {block.fields && (
          <div class="section-fields">
            {block.fields.map((field, index) => (
              <div key={index}>
                <Text text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory?.type === 'image' ? (
        <Picture
          url={'image_url' in block.accessory ? block.accessory.image_url : ''}
          alt={block.accessory.alt_text}
          className="accessory-image"
        />
      ) : (
        accessory && (
          <div class="accessory">
            <Element
              element={accessory}
              surface={surface}
              blockId={blockId}
              id={idOf(surface, blockId, accessory.action_id ?? '')}
            />
          </div>
        )
      )}
    </div>
  );
};

const Context = ({ block }: Props<'context'>): JSX.Element => (
  <div class="context">
    {block.elements.map((element, index) =>
      element.type === 'image' ? (
        <Picture
          key={index}
          url={'image_url' in element ? element.image_url : ''}
          alt={element.alt_text}
          className="context-image"
        />
      ) : (
        <span key={index}>
          <Text text={element} />
        </span>
      ),
    )}
  </div>
);

const Actions = ({ block, surface }: Props<'actions'>): JSX.Element => {
  const blockId = block.block_id ?? '';
  return (
    <div class="actions">
      {elementsOf(block).map((element, index) => (
        <Element
          key={element.action_id ?? index}
          element={element}
          surface={surface}
          blockId={blockId}
          id={idOf(surface, blockId, element.action_id ?? String(index))}
        />
      ))}
    </div>
  );
};

const ContextActions = ({ block, surface }: Props<'context_actions'>): JSX.Element => (
  <div class="actions context-actions">
    {block.elements.map((element, index) => (
      <Element
        key={element.action_id ?? index}
        element={{ ...element }}
        surface={surface}
        blockId={block.block_id ?? ''}
        id={idOf(surface, block.block_id ?? '', element.action_id ?? String(index))}
      />
    ))}
  </div>
);

const Input = ({ block, surface }: Props<'input'>): JSX.Element => {
  const blockId = block.block_id ?? '';
  const id = idOf(surface, blockId, block.element.action_id ?? '');
  const error = surface.errors[blockId];
  const optional = block.optional === true;
  const parts = [
    optional ? `${id}-optional` : '',
    error === undefined ? '' : `${id}-error`,
    block.hint ? `${id}-hint` : '',
  ].filter((part) => part !== '');
  return (
    <div class={`input-block ${error === undefined ? '' : 'has-error'}`}>
      <div class="input-label">
        <label id={`${id}-label`} for={id}>
          <PlainText text={block.label.text} />
        </label>
        {optional && (
          <span class="optional" id={`${id}-optional`}>
            (optional)
          </span>
        )}
      </div>
      <Element
        element={{ ...block.element }}
        surface={surface}
        blockId={blockId}
        id={id}
        input={{
          labelId: `${id}-label`,
          describedBy: parts.length > 0 ? parts.join(' ') : undefined,
          invalid: error !== undefined,
          required: !optional,
          dispatches: block.dispatch_action === true,
        }}
      />
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {block.hint && (
        <p class="hint" id={`${id}-hint`}>
          <PlainText text={block.hint.text} />
        </p>
      )}
    </div>
  );
};

const Table = ({ block }: Props<'table'>): JSX.Element => {
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
