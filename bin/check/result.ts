/** What one check found. It passes when there are no problems; notes are printed either way. */
export interface Result {
  readonly name: string;
  readonly problems: readonly string[];
  readonly notes?: readonly string[];
}

export type Check = () => Result | Promise<Result>;
