/**
 * What people and machines do with a mail, as shares of the mails (of those delivered, for all but the first two). The cost meter drives
 * its campaign by these and nothing else, so that two runs and two versions can be compared. They are set, not measured: high enough
 * that nobody's bill is larger than the meter says for it.
 */
export const engagement = {
  delivered: 0.97,
  /** Of those not delivered: the mailbox is not there. The others are full or refuse for a while. */
  hardBounced: 1 / 6,
  opened: 0.5,
  /** Of the opens: made by a mailbox provider before anybody looked. */
  openedByMachine: 0.6,
  clicked: 0.1,
  /** Of the clicks: made by a scanner that follows links. */
  clickedByMachine: 0.3,
  replied: 0.02,
  unsubscribed: 0.003,
} as const;
