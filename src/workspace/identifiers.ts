/** Makes ids in Slack's look (`V0000001`), unique in this workspace; the first has the number after `from`. */
export const idMaker = (from: number): ((prefix: string) => string) => {
  let count = from;
  return (prefix) => {
    count += 1;
    return `${prefix}${count.toString(36).toUpperCase().padStart(9, '0')}`;
  };
};
