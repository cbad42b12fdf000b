/** The ids that Slack fills in where an app left them out. */
import { isObject } from '../blockkit/rule.ts';

/** A copy in which every block has a block_id and every interactive element an action_id, as Slack fills them in. */
export const withIds = <T extends { readonly block_id?: string } | object>(
  blocks: readonly T[],
  nextId: (prefix: string) => string,
): T[] =>
  structuredClone([...blocks]).map((block) => {
    const plain: unknown = block;
    if (isObject(plain)) {
      const many: readonly unknown[] = Array.isArray(plain['elements']) ? plain['elements'] : [];
      for (const element of [plain['element'], plain['accessory'], ...many]) {
        if (isObject(element) && acts(String(element['type'])) && element['action_id'] === undefined) {
          Object.assign(element, { action_id: nextId('act') });
        }
      }
    }
    return { block_id: nextId('blk'), ...block };
  });

const passive = new Set(['image', 'plain_text', 'mrkdwn', 'card', 'url']);
const acts = (type: string): boolean =>
  (!passive.has(type) && !type.startsWith('rich_text_')) || type === 'rich_text_input';
