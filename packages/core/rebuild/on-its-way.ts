/** An entry that happened less than this ago may still be on its way to who counts it: an hour of deliveries, and more. Milliseconds. */
export const ON_ITS_WAY_MS = 2 * 3_600_000;
