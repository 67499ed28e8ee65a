export { type By, type Meter, type Reading, UNITS, type Unit } from "./reading.ts";
export { between, openTally, type Tally, total } from "./tally.ts";
