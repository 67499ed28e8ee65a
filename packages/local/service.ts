/** One emulated AWS service of the local cloud. */
export interface Service {
  /** Where its wire protocol answers; absent for services that have none (pipe, scheduler). */
  readonly endpoint?: string;
  /** The next instant, in epoch milliseconds of the movable clock, at which it will do something by itself. */
  nextDue(): Promise<number | undefined>;
  /** True when nothing is in flight: no request, no invocation, no undelivered message that is already visible. */
  idle(): Promise<boolean>;
  /** Its timed work only keeps house: the clock stops for it on the way, but never moves to it for its own sake. */
  readonly housekeeping?: true;
  stop(): Promise<void>;
}
