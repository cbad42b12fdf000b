/** Opens the register that the environment names. */
import { openFileStore } from './file-store.ts';
import { keepRegister } from './kept-register.ts';
import { keyFor } from './key-file.ts';
import type { CaseEvent, EventKind, Register } from './register.ts';

export type RegisterPlace = {
  /** DATA_DIR */
  readonly folder: string;
  /** REGISTER_KEY */
  readonly key: string | undefined;
  /** Reads only, beside a running bot: takes no lock, changes nothing. */
  readonly readOnly?: boolean;
};

/** `tell` is given sentences for the log. Rejects with `RegisterLocked`, `WrongRegisterKey`, `NewerFormat`, `RegisterUnavailable`. */
export const openRegister = async <E extends CaseEvent, S>(
  place: RegisterPlace,
  kind: EventKind<E, S>,
  tell: (sentence: string) => void,
): Promise<Register<E, S>> => {
  const { folder, readOnly = false } = place;
  const store = await openFileStore(folder, { readOnly });
  try {
    return await keepRegister(store, await keyFor(folder, place.key, tell, !readOnly), kind);
  } catch (cause) {
    await store.close();
    throw cause;
  }
};
