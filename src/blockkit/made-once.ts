/** What is made of the table of limits, which is read for every message, is made once. */

/** `make`, once for each key; what was made goes when its key goes. */
export const madeOnce = <Key extends object, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const made = new WeakMap<Key, Made>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const first = make(key);
    made.set(key, first);
    return first;
  };
};
