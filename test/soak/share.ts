/** Of so many things spread evenly over so many days, those that have happened by the end of this day, counted from 0. */
export const doneBy = (total: number, day: number, days: number): number =>
  Math.floor((total * (day + 1)) / days);

/** Those of the day itself. */
export const shareOf = (total: number, day: number, days: number): number =>
  doneBy(total, day, days) - doneBy(total, day - 1, days);
