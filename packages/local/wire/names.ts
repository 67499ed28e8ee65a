/** Where everything local pretends to live. The account number belongs to nobody. */
export const region = "us-east-1";
export const account = "000000000000";

/** `arn:aws:<service>:us-east-1:000000000000:<resource>` */
export const arn = (service: string, resource: string) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
