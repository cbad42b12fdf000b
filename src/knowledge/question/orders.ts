/** How likely a message is an order that no privacy bot carries out: an underhand deed, a name that is nobody's business, a word of authority, other rules for the bot. */
import { asBytes, type ByteRows, rowsOf, sumOf } from '../rank/byte-rows.ts';
import type { orderFeatures } from './order-features.ts';

/** So many steps of a byte are one in log odds. */
const STEPS = 12;
/** From here on a message is declined: of hands and companies that it had not read it took 77 of 100 orders, and 2.5 of 100 honest look-alikes and 0.7 of 100 ordinary questions for one. */
export const ORDER_AT = 0.5;
/** And from here on where it takes something for granted: that is set right rather than declined. */
const BESIDE_CLAIM_AT = 1.5;

/** Whether a message is an order to be declined; surer where it takes something for granted. */
export type IsOrder = (message: string, hasClaim: boolean) => boolean;

type Features = ReturnType<typeof orderFeatures>;

export const orderRows = (features: Features, message: string): readonly number[] =>
  rowsOf(features(message));

/** As they stand in `data/knowledge/orders.bin`, written by `npm run eval -- --train-orders`. */
export const orderBytes = (weights: Float32Array): ByteRows => asBytes(weights, STEPS);

/** The log odds, up to a constant, that a message is an order; a long message weighs no more than a short one. */
export const orderOdds =
  (model: ByteRows, features: Features): ((message: string) => number) =>
  (message) => {
    const rows = orderRows(features, message);
    return sumOf(model, rows) / STEPS / Math.sqrt(rows.length || 1);
  };

export const orderBy = (model: ByteRows, features: Features): IsOrder => {
  const odds = orderOdds(model, features);
  return (message, hasClaim) => odds(message) >= (hasClaim ? BESIDE_CLAIM_AT : ORDER_AT);
};
