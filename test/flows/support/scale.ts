/** How many take part: as many as the story is about with `SCALE=full`, fewer in the six minutes of `npm test`. */
export const scaled = (full: number, quick: number): number => (process.env.SCALE === "full" ? full : quick);
