/** Draws the blocks of a message or view, one component a block type. */
import type { KnownBlock } from '@slack/types';
import type { JSX } from 'preact';
import { Chart } from './chart.tsx';
import { Element } from './element.tsx';
import { elementsOf } from './form.ts';
import { InputBlock } from './input-block.tsx';
import { Markdown } from './markdown-text.tsx';
import { Picture } from './picture.tsx';
import { RichText } from './rich-text.tsx';
import { elementId, isRecord, type PageSurface } from './surface.ts';
import { Table } from './table.tsx';
import { PlainText, Text } from './text.tsx';

type BlocksProps<Kind extends KnownBlock['type']> = {
  readonly block: Extract<KnownBlock, { type: Kind }>;
  readonly surface: PageSurface;
};

/** The blocks of a message or view, in order. */
export const Blocks = ({
  blocks,
  surface,
}: {
  readonly blocks: readonly KnownBlock[];
  readonly surface: PageSurface;
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
  readonly surface: PageSurface;
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
      return <InputBlock block={block} surface={surface} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'markdown':
      return (
        <div class="markdown">
          <Markdown text={block.text} />
        </div>
      );
    case 'table':
    case 'data_table':
      return <Table block={block} />;
    case 'alert':
      return (
        <div class={`alert ${block.level ?? 'default'}`} role="note">
          <Text text={block.text} />
        </div>
      );
    default: {
      // What Slack's package of types does not know yet comes as it is.
      const other: unknown = block;
      return isRecord(other) && other['type'] === 'data_visualization' ? (
        <Chart title={String(other['title'])} chart={other['chart']} />
      ) : (
        <p class="muted">The local workspace does not draw “{block.type}” blocks.</p>
      );
    }
  }
};

const Section = ({ block, surface }: BlocksProps<'section'>): JSX.Element => {
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
              id={elementId(surface, blockId, accessory.action_id ?? '')}
            />
          </div>
        )
      )}
    </div>
  );
};

const Context = ({ block }: BlocksProps<'context'>): JSX.Element => (
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

const Actions = ({ block, surface }: BlocksProps<'actions'>): JSX.Element => {
  const blockId = block.block_id ?? '';
  return (
    <div class="actions">
      {elementsOf(block).map((element, index) => (
        <Element
          key={element.action_id ?? index}
          element={element}
          surface={surface}
          blockId={blockId}
          id={elementId(surface, blockId, element.action_id ?? String(index))}
        />
      ))}
    </div>
  );
};

const ContextActions = ({ block, surface }: BlocksProps<'context_actions'>): JSX.Element => (
  <div class="actions context-actions">
    {block.elements.map((element, index) => (
      <Element
        key={element.action_id ?? index}
        element={{ ...element }}
        surface={surface}
        blockId={block.block_id ?? ''}
        id={elementId(surface, block.block_id ?? '', element.action_id ?? String(index))}
      />
    ))}
  </div>
);
