import * as z from "zod";

/**
 * A number that is kept in hundredths. DynamoDB refuses what JavaScript can say below 1e-130 and from 1e126 on (DynamoDB guide,
 * "Supported data types"), so a number without an end would be a fault of ours.
 */
export const Hundredths = (least: number, most: number) =>
  z
    .number()
    .min(least)
    .max(most)
    .overwrite((value) => Math.round(value * 100) / 100);
