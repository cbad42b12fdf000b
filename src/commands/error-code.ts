/** The code of an error of the file system, such as ENOENT; undefined for any other. */
export const codeOf = (problem: unknown): unknown =>
  problem instanceof Error && 'code' in problem ? problem.code : undefined;
