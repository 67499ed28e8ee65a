import type * as z from "zod";
import type { Wordings } from "../template/template.schema.ts";

/**
 * The welcome mail a workspace starts with. It is a draft for people to make their own.
 * @param home where its button leads: the organisation's own site
 */
export const welcome = (home: string): z.output<typeof Wordings> => ({
  en: {
    subject: "Welcome, {{ first_name }}",
    body: `Hello {{ name }},

It is good to have you with us. From time to time we will write to you about work at {{ organisation.name }} that may fit you, and about what we are building.

If you like, have a look around:

[See what we do](${home})

You do not need to do anything. When something fits, we will get in touch.`,
  },
  de: {
    subject: "Willkommen, {{ first_name }}",
    body: `Guten Tag {{ name }},

schön, dass Sie dabei sind. Von Zeit zu Zeit schreiben wir Ihnen über Stellen bei {{ organisation.name }}, die zu Ihnen passen könnten, und darüber, woran wir arbeiten.

Wenn Sie mögen, sehen Sie sich um:

[Sehen Sie, was wir tun](${home})

Sie müssen nichts tun. Wenn etwas passt, melden wir uns.`,
  },
});
