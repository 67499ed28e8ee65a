import type { Mails } from "./mails.en.ts";

/** Mails of the consent itself, in German. */
export const de: Mails = {
  confirm: {
    subject: "Bitte bestätigen: Job-News von {{ organisation.name }}",
    body: `Guten Tag,

diese Adresse wurde im Anmeldeformular von {{ organisation.name }} eingetragen. Wenn Sie das waren, bestätigen Sie bitte, dass Sie unsere Job-News bekommen möchten.

[Ja, schicken Sie mir Job-News]({{ confirm_url }})

Der Link funktioniert 7 Tage lang.

**Wenn Sie das nicht waren, brauchen Sie nichts zu tun.** Wir schreiben Ihnen nicht noch einmal, und nach 30 Tagen wird gelöscht, was eingegeben wurde.`,
    why: "Sie bekommen diese eine Mail, weil Ihre Adresse in unserem Anmeldeformular eingetragen wurde.",
  },
  already: {
    subject: "Sie sind schon bei {{ organisation.name }} dabei",
    body: `Guten Tag,

diese Adresse wurde im Anmeldeformular von {{ organisation.name }} eingetragen. Sie ist schon bei uns, Sie müssen also nichts bestätigen, und nichts hat sich geändert.

[Meine Einstellungen ansehen]({{ preferences_url }})

Dort können Sie ändern, was Sie bekommen, oder alles über Sie löschen lassen. Wenn Sie das nicht waren, brauchen Sie nichts zu tun.`,
    why: "Sie bekommen diese eine Mail, weil Ihre Adresse in unserem Anmeldeformular eingetragen wurde.",
  },
};
