/** The code of an error of the operating system, of Node or of a database, such as ENOENT; undefined for any other. */
export const codeOf = (problem: unknown): string | undefined =>
  problem instanceof Error && 'code' in problem && typeof problem.code === 'string'
    ? problem.code
    : undefined;
