/** Mails of the consent itself, in English. They carry no name: whoever filled in the form could have written anything there. */
export const en = {
  confirm: {
    subject: "Please confirm: job news from {{ organisation.name }}",
    body: `Hello,

this address was entered in the sign-up form of {{ organisation.name }}. If that was you, please confirm that you would like our job news.

[Yes, send me job news]({{ confirm_url }})

The link works for 7 days.

**If this was not you, do nothing.** We will not write again, and what was typed is deleted after 30 days.`,
    why: "You get this one mail because your address was entered in our sign-up form.",
  },
  already: {
    subject: "You are already with {{ organisation.name }}",
    body: `Hello,

this address was entered in the sign-up form of {{ organisation.name }}. It is with us already, so there is nothing to confirm, and nothing has changed.

[See my settings]({{ preferences_url }})

There you can change what you get, or have everything about you deleted. If this was not you, do nothing.`,
    why: "You get this one mail because your address was entered in our sign-up form.",
  },
};

export type Mails = typeof en;
