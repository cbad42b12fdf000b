/** Whether a message asks for yes or no, and what of a thing: leave for it, whether it has to be, or whether it is so; and whether it asks it turned round. */
import { ASKS_YES_NO } from '../question/yes-no.ts';
import { asForm } from './verdict-clauses.ts';
import {
  ASKS_LEAVE,
  ASKS_MORE,
  ASKS_SHORTLY,
  ASKS_TWO,
  BESIDE,
  CLAIMS,
  DOES_WITHOUT,
  PERMISSION,
  TOLD_FIRST,
  TURNED,
} from './verdict-patterns.ts';

export type YesNo = {
  /** The message as its form is read; `main` is without what it tells first. */
  readonly asked: string;
  readonly main: string;
  /** States it and wants it confirmed. */
  readonly claim: boolean;
  /** Has an auxiliary where one belongs, or claims. */
  readonly ordinary: boolean;
};

/** Asks to be told that it is so: "that's alright, isn't it", "surely we can, dunnit". */
const TAG =
  /[,.]? ?\b(?:isn['’]?t it|isnt|innit|dunnit|don['’]?t (?:we|they|i)|doesn['’]?t (?:it|he|she)|aren['’]?t (?:they|we)|can['’]?t (?:we|i|they))\W*$/u;

/** A further question behind the first: "are calls recorded, and what for?" is answered yes or no all the same. */
const AND_MORE = /,? and (?:(?:for|to|from|by) )?(?:what|how|who|whom|where|when|why)\b[^?]*\??$/u;

/** Null where a message does not ask for one yes or no. */
export const readYesNo = (message: string): YesNo | null => {
  const written = asForm(message).replace(AND_MORE, '?');
  const asked = written.replace(TAG, '?');
  const main = asked.replace(TOLD_FIRST, '');
  const claim = asked !== written || CLAIMS.test(asked);
  const ordinary = claim || ASKS_YES_NO.test(main);
  if (!ordinary && !ASKS_SHORTLY.test(main)) return null;
  return (!claim && ASKS_MORE.test(main)) || ASKS_TWO.test(main) ? null : { asked, main, claim, ordinary };
};

export type AskedForm = 'leave' | 'duty' | 'fact';

export type AskedReading = {
  readonly form: AskedForm;
  /** Asks to do it without something: a passage that asks for nothing first says yes. */
  readonly without: boolean;
  /** Turned round in another way: nothing is read from it. */
  readonly turned: boolean;
};

/** "Do I have to …", "must we …", "is … needed": asks for a duty, whatever leave it names beside it. */
const ASKS_DUTY =
  /^(?:so |and |but )?(?:must|need)\b|\b(?:do|does|did|would|will) (?:[\w’']+ ){1,6}?(?:have to|need)\b|\b(?:is|are) (?:[\w’']+ ){1,6}?(?:required|obliged|needed|necessary|compulsory|mandatory)\b|\b(?:has|have) got to\b/u;

/** Turns nothing round: "… from my own phone instead?", "… against me". */
const HARMLESS =
  /\binstead\??$|\bsame \w+ so (?:fine|ok|okay)\b|\bagainst (?:me|him|her|them|us|somebody|someone)\b/gu;

/** `asked` is what the message asks, in small letters. */
export const readAsked = (asked: string): AskedReading => {
  const plainly = asked.replace(BESIDE, '').replace(HARMLESS, '');
  const without = DOES_WITHOUT.test(asked);
  const turned = TURNED.test(plainly.replace(DOES_WITHOUT, ''));
  const form: AskedForm = ASKS_DUTY.test(asked)
    ? 'duty'
    : PERMISSION.test(asked) ||
        (ASKS_LEAVE.test(asked) && !/\bdo we\b/u.test(asked)) ||
        ASKS_SHORTLY.test(asked)
      ? 'leave'
      : /\b(?:must|have to|has to|needs?|required|obliged)\b/u.test(asked)
        ? 'duty'
        : 'fact';
  return { form, without, turned };
};
