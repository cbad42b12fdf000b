/** Faults on request. */
import { z } from 'zod';
import type { InjectedFault } from './contract.ts';
import type { World } from './world.ts';

const times = z.int().min(1).max(10_000);
const method = z.string().min(1);

/** A fault as it comes over `/ui/fault`. */
export const faultSchema: z.ZodType<InjectedFault> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rate_limit'), method, times, retryAfter: z.int().min(0).max(3_600) }),
  z.object({ type: z.literal('server_error'), method, times }),
  z.object({ type: z.literal('drop_socket') }),
  z.object({ type: z.literal('refresh_socket') }),
  z.object({ type: z.literal('duplicate'), times }),
  z.object({ type: z.literal('slow'), method, ms: z.int().min(0).max(600_000), times }),
]);

export const addFault = (world: World, fault: InjectedFault): void => {
  switch (fault.type) {
    case 'drop_socket':
      world.link.drop();
      break;
    case 'refresh_socket':
      world.link.refresh();
      break;
    case 'duplicate':
    case 'rate_limit':
    case 'server_error':
    case 'slow':
      world.faults.push(fault);
      break;
  }
};

type MethodFault = Extract<InjectedFault, { method: string }>;

/** The fault that is due for this method (`*` is any), used up once. */
export const takeFault = (world: World, name: string): MethodFault | null => {
  const index = world.faults.findIndex(
    (fault) => 'method' in fault && (fault.method === name || fault.method === '*'),
  );
  const fault = world.faults[index];
  if (fault === undefined || !('method' in fault)) return null;
  if (fault.times <= 1) world.faults.splice(index, 1);
  else world.faults[index] = { ...fault, times: fault.times - 1 };
  return fault;
};
