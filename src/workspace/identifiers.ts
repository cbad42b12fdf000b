/** Makes ids in Slack's look (`V0000001`), unique in this workspace. */
export const idMaker = (): ((prefix: string) => string) => {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}${count.toString(36).toUpperCase().padStart(9, '0')}`;
  };
};
