/** Submitting and closing modals. */
import { checkAck } from '../../blockkit/acknowledgement.ts';
import { limits } from '../../blockkit/limits.ts';
import { inSlackWords, isObject } from '../../blockkit/rule.ts';
import { isView } from '../../blockkit/validate.ts';
import { report } from '../changes.ts';
import type { ActResult, Person, StateValues } from '../contract.ts';
import { interaction } from '../payloads.ts';
import { missingAnswers, stateOf } from '../state.ts';
import { newTrigger } from '../triggers.ts';
import {
  closeViews,
  noteOnView,
  pushModal,
  removeView,
  replaceView,
  stackOf,
  viewPayload,
} from '../views.ts';
import type { StoredView, World } from '../world.ts';
import { troubleLine } from './blocks.ts';
import { done, errorWord, refused, send } from './interact.ts';

/** Submitting the modal on top: `view_submission`, and then whatever the acknowledgement says. */
export const submit = async (
  world: World,
  person: Person,
  id: string,
  state: StateValues,
): Promise<ActResult> => {
  const view = stackOf(world, person.id).at(-1);
  if (view === undefined || view.id !== id) return refused('not_found');
  const values = stateOf(view.view.blocks, { ...view.state, ...state });
  const errors = missingAnswers(view.view.blocks, values);
  const noted = noteOnView(world, view, { state: values, errors, trouble: null });
  if (Object.keys(errors).length > 0) return refused('invalid_answers');
  const delivery = await send(world, 'interactive', {
    ...interaction(world, 'view_submission', person),
    trigger_id: newTrigger(world, person.id, view.id),
    view: viewPayload(world, noted),
    response_urls: [],
  });
  const now = stackOf(world, person.id).find((other) => other.id === id);
  if (delivery.outcome !== 'acked') {
    report(world, 'view_submission', errorWord(delivery), ['not acknowledged within 3 seconds']);
    if (now !== undefined) noteOnView(world, now, { trouble: troubleLine });
    return refused(errorWord(delivery), delivery.waitMs);
  }
  if (now === undefined) return done(delivery.waitMs);
  return obey(world, person, now, delivery.payload, delivery.waitMs);
};

const obey = (
  world: World,
  person: Person,
  view: StoredView,
  payload: unknown,
  waitMs: number,
): ActResult => {
  const trouble = (details: readonly string[]): ActResult => {
    report(world, 'view_submission', 'invalid_acknowledgement', details);
    noteOnView(world, view, { trouble: troubleLine });
    return refused('trouble_connecting', waitMs);
  };
  const breaches = checkAck('view_submission', payload, view.view);
  if (breaches.length > 0) return trouble(breaches.map(inSlackWords));
  const body = isObject(payload) ? payload : {};
  const next = body['view'];
  switch (body['response_action']) {
    case 'errors':
      noteOnView(world, view, { errors: textsOf(body['errors']) });
      return refused('invalid_answers', waitMs);
    case 'clear':
      closeViews(world, person.id, true);
      return done(waitMs);
    case 'update':
      if (isView(next)) replaceView(world, view, next);
      return done(waitMs);
    case 'push':
      if (stackOf(world, person.id).length >= limits.viewStack) return trouble(['push_limit_reached']);
      if (isView(next)) pushModal(world, person.id, next);
      return done(waitMs);
    default:
      removeView(world, view);
      return done(waitMs);
  }
};

const textsOf = (errors: unknown): Readonly<Record<string, string>> =>
  isObject(errors)
    ? Object.fromEntries(Object.entries(errors).map(([key, text]) => [key, String(text)]))
    : {};

/** Closing the top modal, or all of them by the X: `view_closed` where the view asked for it. */
export const close = async (world: World, person: Person, id: string, all: boolean): Promise<ActResult> => {
  const top = stackOf(world, person.id).at(-1);
  if (top === undefined || top.id !== id) return refused('not_found');
  const whole = all || (top.view.type === 'modal' && top.view.clear_on_close === true);
  const closed = closeViews(world, person.id, whole);
  const told = whole ? closed.at(-1) : closed[0];
  if (told?.view.type !== 'modal' || told.view.notify_on_close !== true) return done();
  const delivery = await send(world, 'interactive', {
    ...interaction(world, 'view_closed', person),
    view: viewPayload(world, told),
    is_cleared: whole,
  });
  if (delivery.outcome !== 'acked') report(world, 'view_closed', errorWord(delivery));
  return done(delivery.waitMs);
};
