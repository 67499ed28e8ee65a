/** The one source of time in core. The laptop's local cloud and tests move it; on AWS it is the machine's clock. */
let source: () => number = Date.now;

export const Clock = {
  /** Now, as epoch milliseconds. */
  ms: () => source(),
  /** Now, as a Date. */
  now: () => new Date(source()),
  /** Now, as an ISO 8601 instant in UTC. */
  iso: () => new Date(source()).toISOString(),
  /** Replaces the source, for a clock that can be moved. Returns what puts the earlier one back. */
  use(next: () => number) {
    const before = source;
    source = next;
    return () => {
      source = before;
    };
  },
};
