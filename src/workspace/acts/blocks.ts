/** Pressing, choosing and typing in blocks. */
import { checkAck } from '../../blockkit/acknowledgement.ts';
import { inSlackWords, isObject, type Json } from '../../blockkit/rule.ts';
import { report } from '../changes.ts';
import type { ActResult, Person, StateValues, WorkspaceAct, WorkspacePlace } from '../contract.ts';
import { findEphemeral, findMessage } from '../messages.ts';
import { interaction, messagePlace, newResponseUrl, viewPlace } from '../payloads.ts';
import { elementsOf, stateOf } from '../state.ts';
import { newTrigger } from '../triggers.ts';
import { findView, noteOnView, stackOf } from '../views.ts';
import type { Delivery, World } from '../world.ts';
import { channelFor, done, refused, send, tellFailure } from './interact.ts';

export const troubleLine = 'We had some trouble connecting. Try again?';

type Spot = {
  readonly view: string | null;
  readonly channel: string;
  readonly blocks: readonly unknown[];
  readonly payload: Json;
};

/** The message or view that holds the block, if this person can see it. */
const spotOf = (world: World, person: Person, place: WorkspacePlace, state: StateValues): Spot | null => {
  if ('view' in place) {
    const view = findView(world, place.view);
    if (view === undefined || view.owner !== person.id) return null;
    const noted = noteOnView(world, view, {
      state: stateOf(view.view.blocks, { ...view.state, ...state }),
      trouble: null,
    });
    return { view: view.id, channel: '', blocks: view.view.blocks, payload: viewPlace(world, noted) };
  }
  const channel = channelFor(world, person, place.channel);
  if (channel === null) return null;
  const message = findMessage(world, channel.id, place.ts) ?? findEphemeral(world, person.id, place.ts);
  if (message === undefined || message.botId === null) return null;
  const payload = {
    ...messagePlace(world, channel, message),
    state: { values: stateOf(message.blocks, state) },
    response_url: newResponseUrl(world, { channel: channel.id, user: person.id, message }),
  };
  return { view: null, channel: channel.id, blocks: message.blocks, payload };
};

const find = (
  spot: Spot,
  blockId: string,
  actionId: string,
): { readonly block: Json; readonly element: Json } | null => {
  const block = spot.blocks.filter(isObject).find((other) => other['block_id'] === blockId);
  const element =
    block === undefined ? undefined : elementsOf(block).find((other) => other['action_id'] === actionId);
  return block === undefined || element === undefined ? null : { block, element };
};

/** Of the two feedback buttons the one that was pressed, known by its value. */
const feedbackPart = (element: Json, given: Json): Json => {
  const both = [element['positive_button'], element['negative_button']].filter(isObject);
  const pressed = both.find(({ value }) => value === given['value']);
  return { text: pressed?.['text'], value: pressed?.['value'] };
};

/** What a button carries comes from the block, never from the page. */
const fixedParts = (element: Json, given: Json): Json => {
  const { type, text, value, initial_date: initialDate } = element;
  return {
    ...(text !== undefined && (type === 'button' || type === 'icon_button') ? { text } : {}),
    ...(value !== undefined && type === 'button' ? { value } : {}),
    ...(type === 'feedback_buttons' ? feedbackPart(element, given) : {}),
    ...(initialDate !== undefined ? { initial_date: initialDate } : {}),
  };
};

/** A click or choice in a message, modal or Home: `block_actions`. */
export const act = async (
  world: World,
  person: Person,
  given: Extract<WorkspaceAct, { type: 'act' }>,
): Promise<ActResult> => {
  const spot = spotOf(world, person, given.place, given.state);
  if (spot === null) return refused('not_found');
  const found = find(spot, given.blockId, given.actionId);
  if (found === null || found.element['type'] !== given.action.type) return refused('action_not_found');
  if (found.block['type'] === 'input' && found.block['dispatch_action'] !== true) return done();
  const action = {
    ...given.action,
    ...fixedParts(found.element, given.action),
    action_id: given.actionId,
    block_id: given.blockId,
    action_ts: (world.clock().getTime() / 1_000).toFixed(6),
  };
  const delivery = await send(world, 'interactive', {
    ...interaction(world, 'block_actions', person),
    ...spot.payload,
    trigger_id: newTrigger(world, person.id, spot.view),
    actions: [action],
  });
  if (delivery.outcome === 'acked') return done(delivery.waitMs);
  return failed(world, person, spot, delivery);
};

const failed = (world: World, person: Person, spot: Spot, delivery: Delivery): ActResult => {
  const view = stackOf(world, person.id).find((other) => other.id === spot.view);
  if (view !== undefined) noteOnView(world, view, { trouble: troubleLine });
  return tellFailure(world, person, spot.channel, world.app.name, delivery);
};

/** Typing into an external select: `block_suggestion`. */
export const suggest = async (
  world: World,
  person: Person,
  given: Extract<WorkspaceAct, { type: 'suggest' }>,
): Promise<ActResult> => {
  const spot = spotOf(world, person, given.place, {});
  const found = spot === null ? null : find(spot, given.blockId, given.actionId);
  if (spot === null || found === null) return refused('action_not_found');
  const least = found.element['min_query_length'];
  if (given.value.length < (typeof least === 'number' ? least : 3)) return { ...done(), options: [] };
  const delivery = await send(world, 'interactive', {
    ...interaction(world, 'block_suggestion', person),
    ...spot.payload,
    action_id: given.actionId,
    block_id: given.blockId,
    value: given.value,
  });
  if (delivery.outcome !== 'acked') return failed(world, person, spot, delivery);
  const breaches = checkAck('block_suggestion', delivery.payload);
  if (breaches.length > 0)
    report(world, 'block_suggestion', 'invalid_acknowledgement', breaches.map(inSlackWords));
  return { ...done(delivery.waitMs), options: breaches.length > 0 ? [] : offered(delivery.payload) };
};

const offered = (payload: unknown): readonly unknown[] => {
  if (!isObject(payload)) return [];
  if (Array.isArray(payload['options'])) return payload['options'];
  const groups: readonly unknown[] = Array.isArray(payload['option_groups']) ? payload['option_groups'] : [];
  return groups
    .filter(isObject)
    .flatMap((group) => (Array.isArray(group['options']) ? group['options'] : []));
};
