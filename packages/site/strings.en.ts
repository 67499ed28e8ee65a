/** Words of the candidate pages in English. Every act says what happened, what comes next and how to undo it. */
export const en = {
  language: { name: "English", choose: "Language" },
  footer: { privacy: "Privacy notice", imprint: "Legal notice", questions: "Questions about your data" },
  path: { aria: "Your way in", form: "Form", mail: "Mail", joined: "Joined" },
  join: {
    title: "Hear from us when a job fits",
    lead: "Two lines are enough. No account, no password.",
    name: "Your name",
    email: "E-mail address",
    interest: "What kind of work interests you?",
    optional: "optional",
    news: "So that we may write to you",
    needed: "needed to join",
    tracking: "If you like",
    trap: "Leave this empty",
    button: "Join",
    after: "Next we send you a mail to confirm. Until then you get nothing else from us.",
  },
  errors: {
    title: "Not sent yet",
    name: "Please enter your name, in one line of at most 200 characters.",
    email:
      "Please check the e-mail address. It looks like name@example.org, with letters a to z, digits and signs before the @: our mail service cannot write to others.",
    interest: "Please keep this to one line of at most 200 characters.",
    jobNews: "Please tick the box for job news. Without it we may not write to you.",
    stamp: "Please press the button once more. The page was open very briefly or very long.",
    other: (field: string) => `We did not expect “${field}”.`,
  },
  sent: {
    title: "Please look in your inbox",
    happened: (email?: string) => `We are sending a mail to ${email ?? "the address you gave"}.`,
    next: "Press the button in it within 7 days, and you are in. If it is not there in a few minutes, look in the spam folder.",
    undo: "Changed your mind? Do nothing. Without your confirmation, what you typed here is deleted after 30 days.",
    act: "The address is wrong",
  },
  closed: {
    title: "Not open yet",
    happened: "You cannot sign up here at the moment. Nothing was saved.",
    next: "Please look in again later.",
  },
  confirm: {
    title: "One press, and you are in",
    lead: (name: string) => `Please confirm that you would like job news from ${name}.`,
    tracking: "You also agreed that opens and clicks are recorded. You can switch that off at any time.",
    button: "Yes, send me job news",
    undo: "Was this not you? Close this page. You get nothing from us, and what was typed is deleted after 30 days.",
  },
  already: {
    title: "You are in already",
    happened: "You confirmed this before. There is nothing more to do.",
    button: "My settings",
  },
  confirmed: {
    title: "Welcome, you are in",
    happened: (name: string) => `${name} may now send you job news.`,
    next: "We write when there is something for you: at most one mail in 3 days, at most 4 a month.",
    undo: "One click in any mail ends it. You can also change it now.",
    act: "My settings",
  },
  unsubscribe: {
    title: "Stop the job news?",
    lead: (name: string) => `Press the button, and ${name} sends you no more job news.`,
    note: "Mails about an application under way still reach you.",
    button: "Stop the job news",
  },
  unsubscribed: {
    title: "Job news stopped",
    happened: (name: string) => `${name} sends you no more job news.`,
    next: "You need not do anything else. Mails about an application under way still reach you.",
    undo: "Was it a mistake? Switch the job news on again in your settings. There you can also have everything about you deleted.",
    old: "Was it a mistake? Sign up again. This mail is too old to open your settings; the link in a newer one does.",
    gone: "Nothing else about you is kept.",
    act: "My settings",
    form: "To the form",
  },
  preferences: {
    title: "Your settings",
    lead: "Tick what you allow, then save.",
    button: "Save",
    erase: "Delete everything",
    eraseLead: "Your name, your address and your answers. After that you get no more mails.",
    eraseButton: "Delete everything about me",
  },
  stopped: {
    bounce:
      "A mail to your address came back, so we send no job news there. Sign up with an address that works to get it again.",
    complaint:
      "A mail of ours was marked as spam in your mailbox, so we send no job news there. Sign up with another address to get it again.",
    do_not_contact: "Our team noted not to write to you. Please ask us if you would like that to change.",
  },
  saved: {
    title: "Saved",
    jobNews: (on: boolean): string => (on ? "You get job news." : "You get no job news."),
    tracking: (on: boolean): string =>
      on ? "Opens and clicks are recorded." : "Opens and clicks are not recorded.",
    next: "This holds from now on.",
    undo: "Changed your mind? You can change it back at any time.",
    act: "My settings",
  },
  erase: {
    title: "Delete everything about you?",
    lead: (name: string) =>
      `${name} then deletes your name, your address and your answers. You get no more mails.`,
    kept: "What stays does not name you: how many mails and clicks there were, and a fingerprint of your address so that nobody writes to you by mistake.",
    warning: "This cannot be undone.",
    button: "Delete everything",
    back: "No, back to my settings",
  },
  erased: {
    title: "Your details are deleted",
    happened: "Your name, your address and your answers are deleted.",
    next: "You get no more mails from us. Backups are overwritten after 35 days at most.",
    undo: "This cannot be undone. You can sign up again whenever you like.",
    act: "To the form",
  },
  expired: {
    title: "This link has expired",
    happened: "Links in our mails work for a limited time. Nothing was changed.",
    next: "You can sign up again, then you get a fresh one.",
    act: "To the form",
  },
  used: {
    title: "This link no longer works",
    happened: "It was used before, or what it was about is no longer kept. Nothing was changed.",
    next: "You can sign up again whenever you like.",
    act: "To the form",
  },
  invalid: {
    title: "This link does not work",
    happened: "Perhaps a part of it was lost on the way. Nothing was changed.",
    next: "Open the mail again and press its button, or copy the whole link.",
  },
  missing: {
    title: "There is nothing here",
    happened: "This address leads nowhere. Nothing was changed.",
    next: "Please check the link you followed.",
  },
  unreadable: {
    title: "We could not read that",
    happened: "Nothing was saved.",
    next: "Please go back, reload the page and try again.",
  },
  busy: {
    title: "Please try once more",
    happened: "Two changes came at the same moment. This one was not saved.",
    next: "Go back and press the button again.",
  },
  limited: {
    title: "One moment, please",
    happened: "There were many tries in a short time. This one was not saved.",
    next: "Please try again in an hour.",
  },
  fault: {
    title: "Something went wrong on our side",
    happened: "It may be that what you sent was not saved.",
    next: "Please try again in a few minutes. If it happens again, tell us this number:",
  },
};

export type Strings = typeof en;
