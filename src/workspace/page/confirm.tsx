/** The dialog of a confirm object, before an action goes out. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { PageDesk, Question } from './desk.ts';
import { useFocusWithin } from './focus.ts';
import { Mrkdwn, PlainText } from './text.tsx';

const textOf = (raw: unknown, fallback: string): string =>
  typeof raw === 'object' && raw !== null && 'text' in raw && typeof raw.text === 'string'
    ? raw.text
    : fallback;

const field = (raw: object, name: string): unknown => Object.entries(raw).find(([key]) => key === name)?.[1];

/** Asks what a `confirm` object wants asked; true when there is none. */
export const confirmed = async (desk: PageDesk, raw: unknown): Promise<boolean> => {
  if (typeof raw !== 'object' || raw === null) return true;
  const text = field(raw, 'text');
  return desk.ask({
    title: textOf(field(raw, 'title'), 'Are you sure?'),
    text: textOf(text, ''),
    isMrkdwn: typeof text === 'object' && text !== null && 'type' in text && text.type === 'mrkdwn',
    confirm: textOf(field(raw, 'confirm'), 'Yes'),
    deny: textOf(field(raw, 'deny'), 'Cancel'),
    danger: field(raw, 'style') === 'danger',
  });
};

export const ConfirmDialog = ({
  question,
  onAnswer,
}: {
  readonly question: Question;
  readonly onAnswer: (yes: boolean) => void;
}): JSX.Element => {
  const box = useRef<HTMLDivElement>(null);
  useFocusWithin(box, 'confirm');
  return (
    <div class="overlay above">
      <div
        class="dialog small"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="confirm-title"
        aria-describedby="confirm-text"
        ref={box}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onAnswer(false);
        }}
      >
        <header class="dialog-head">
          <h2 id="confirm-title">
            <PlainText text={question.title} />
          </h2>
        </header>
        <div class="dialog-body" id="confirm-text">
          {question.isMrkdwn ? <Mrkdwn text={question.text} /> : <PlainText text={question.text} />}
        </div>
        <footer class="dialog-foot">
          <button type="button" class="button" onClick={() => onAnswer(false)}>
            {question.deny}
          </button>
          <button
            type="button"
            class={`button ${question.danger ? 'danger filled' : 'primary'}`}
            data-focus-first
            onClick={() => onAnswer(true)}
          >
            {question.confirm}
          </button>
        </footer>
      </div>
    </div>
  );
};
