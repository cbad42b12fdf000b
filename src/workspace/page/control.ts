/** The properties that all interactive elements share. */
import type { FieldInput, Loose } from './form.ts';
import type { PageSurface } from './surface.ts';

/** What every control is given: its element, its value, its names for screen readers, and where to say that it changed. */
export type ControlProps = {
  readonly element: Loose;
  readonly surface: PageSurface;
  readonly blockId: string;
  readonly actionId: string;
  readonly id: string;
  readonly value: FieldInput | undefined;
  readonly label: { readonly 'aria-label'?: string; readonly 'aria-labelledby'?: string };
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  /** Remembers the value, and tells the app where the element is one that tells. */
  readonly onValue: (value: FieldInput) => void;
  /** Tells the app about a typed input when its block dispatches at this moment; true when it did. */
  readonly onTyped: (value: FieldInput, moment: 'on_enter_pressed' | 'on_character_entered') => boolean;
};
