/** Words around every mail, in English. */
export const en = {
  often: "At most one mail in 3 days, at most 4 a month.",
  unsubscribe: "Stop these mails",
  preferences: "Change what you get",
  privacy: "Privacy notice",
  imprint: "Legal notice",
};

export type Strings = typeof en;
