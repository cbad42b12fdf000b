/** What somebody outside the privacy team has to do in cases: the way to each, and nothing else of any case. */
import type { MyDesk } from '../../flows/cases/my-desk.ts';
import { actions, button, context, escaped, type Message, section, shortened } from '../blocks.ts';
import { answerByShort } from './after-search.ts';
import { rightNames } from './right-names.ts';

/** Slack takes fifty blocks. */
const most = 10;

/** Null where there is nothing. */
export const ownWorkMessage = ({
  asked,
  tasks,
  today,
}: Pick<MyDesk, 'asked' | 'tasks' | 'today'>): Message | null => {
  const rows = [
    ...asked.map(({ number, right, systems, by }) => ({
      number,
      words: `*Please look into ${escaped(systems.join(', '))}* for ${number} (${rightNames[right]}), ${answerByShort(by, today)}`,
    })),
    ...tasks.map(({ number, right, title }) => ({
      number,
      words: `*${escaped(shortened(title, 300))}* for ${number} (${rightNames[right]})`,
    })),
  ];
  if (rows.length === 0) return null;
  return {
    text: `What waits for you: ${[...new Set(rows.map(({ number }) => number))].slice(0, most).join(', ')}`,
    blocks: [
      section('*What waits for you.* The list of all cases is for the privacy team alone.'),
      ...rows
        .slice(0, most)
        .flatMap(({ number, words }, index) => [
          section(words),
          actions(`own_work_${index}`, [
            button('Open', `open_case:${index}`, number, { accessibility_label: `Open ${number}` }),
          ]),
        ]),
      ...(rows.length > most ? [context(`And ${rows.length - most} more on your Home tab.`)] : []),
    ],
  };
};
