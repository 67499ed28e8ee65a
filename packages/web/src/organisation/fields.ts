import type { TextField } from "./typed.ts";

interface Field {
  readonly name: TextField;
  readonly label: string;
  readonly description: string;
  readonly type?: "email" | "url";
  readonly autoComplete?: string;
  readonly lines?: number;
  readonly optional?: boolean;
}

interface Group {
  readonly title: string;
  readonly fields: readonly Field[];
}

/** The settings as they are asked for, in order. */
export const groups: readonly Group[] = [
  {
    title: "Who you are",
    fields: [
      {
        name: "name",
        label: "Organisation",
        description: "As candidates know you.",
        autoComplete: "organization",
      },
      {
        name: "postalAddress",
        label: "Postal address",
        description: "Stands at the foot of every campaign mail; the law asks for it.",
        lines: 3,
        autoComplete: "street-address",
      },
    ],
  },
  {
    title: "What people must be able to read",
    fields: [
      {
        name: "privacyUrl",
        label: "Privacy notice",
        description: "Where you say how you handle their data. Starts with https://",
        type: "url",
      },
      {
        name: "imprintUrl",
        label: "Imprint",
        description: "Legal notice, where the law asks for one. Starts with https://",
        type: "url",
        optional: true,
      },
      {
        name: "privacyEmail",
        label: "Privacy e-mail",
        description: "Where requests about data are answered.",
        type: "email",
      },
    ],
  },
  {
    title: "Who writes",
    fields: [
      {
        name: "senderName",
        label: "Sender name",
        description: "What stands before the address in a mailbox.",
      },
      {
        name: "senderEmail",
        label: "Sender address",
        description: "An address of a domain you have verified for sending.",
        type: "email",
      },
    ],
  },
];
