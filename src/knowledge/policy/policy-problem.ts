/** A policy file that cannot be used, with what to do about it. */
export class PolicyProblem extends Error {
  readonly file: string;
  readonly fix: string;

  constructor(file: string, what: string, fix: string, options?: ErrorOptions) {
    super(`${file}: ${what} ${fix}`, options);
    this.name = 'PolicyProblem';
    this.file = file;
    this.fix = fix;
  }
}
