import type { Strings } from "./strings.en.ts";

/** Words of the candidate pages in German. */
export const de: Strings = {
  language: { name: "Deutsch", choose: "Sprache" },
  footer: { privacy: "Datenschutz", imprint: "Impressum", questions: "Fragen zu Ihren Daten" },
  path: { aria: "Ihr Weg zu uns", form: "Formular", mail: "Mail", joined: "Dabei" },
  join: {
    title: "Wir melden uns, wenn es passt",
    lead: "Zwei Zeilen genügen. Kein Konto, kein Passwort.",
    name: "Ihr Name",
    email: "E-Mail-Adresse",
    interest: "Welche Arbeit interessiert Sie?",
    optional: "freiwillig",
    news: "Damit wir schreiben dürfen",
    needed: "nötig",
    tracking: "Wenn Sie möchten",
    trap: "Bitte leer lassen",
    button: "Dabei sein",
    after:
      "Als Nächstes schicken wir Ihnen eine Mail zur Bestätigung. Vorher bekommen Sie nichts anderes von uns.",
  },
  errors: {
    title: "Noch nicht abgeschickt",
    name: "Bitte geben Sie Ihren Namen an, höchstens 200 Zeichen in einer Zeile.",
    email:
      "Bitte prüfen Sie die E-Mail-Adresse. Sie sollte so aussehen: name@example.org, vor dem @ mit Buchstaben von a bis z, Ziffern und Zeichen: An andere kann unser Maildienst nicht schreiben.",
    interest: "Bitte fassen Sie sich hier in einer Zeile mit höchstens 200 Zeichen.",
    jobNews: "Bitte kreuzen Sie die Job-News an. Sonst dürfen wir Ihnen nicht schreiben.",
    stamp: "Bitte drücken Sie noch einmal auf den Knopf. Die Seite war sehr kurz oder sehr lange offen.",
    other: (field) => `Mit „${field}“ haben wir nicht gerechnet.`,
  },
  sent: {
    title: "Bitte sehen Sie in Ihr Postfach",
    happened: (email) => `Wir schicken eine Mail an ${email ?? "die angegebene Adresse"}.`,
    next: "Drücken Sie darin innerhalb von 7 Tagen auf den Knopf, und Sie sind dabei. Wenn nach ein paar Minuten nichts da ist, sehen Sie im Spam-Ordner nach.",
    undo: "Doch nicht? Dann brauchen Sie nichts zu tun. Ohne Ihre Bestätigung wird nach 30 Tagen gelöscht, was Sie hier eingegeben haben.",
    act: "Die Adresse stimmt nicht",
  },
  closed: {
    title: "Noch nicht geöffnet",
    happened: "Sie können sich hier im Moment nicht anmelden. Es wurde nichts gespeichert.",
    next: "Bitte schauen Sie später wieder vorbei.",
  },
  confirm: {
    title: "Ein Klick, und Sie sind dabei",
    lead: (name) => `Bitte bestätigen Sie, dass Sie Job-News von ${name} bekommen möchten.`,
    tracking:
      "Sie haben auch zugestimmt, dass Öffnen und Klicken aufgezeichnet werden. Das können Sie jederzeit abschalten.",
    button: "Ja, schicken Sie mir Job-News",
    undo: "Sie waren das nicht? Schließen Sie diese Seite. Sie bekommen nichts von uns, und nach 30 Tagen wird gelöscht, was eingegeben wurde.",
  },
  already: {
    title: "Sie sind schon dabei",
    happened: "Sie haben das bereits bestätigt. Es gibt nichts mehr zu tun.",
    button: "Meine Einstellungen",
  },
  confirmed: {
    title: "Willkommen, Sie sind dabei",
    happened: (name) => `${name} darf Ihnen jetzt Job-News schicken.`,
    next: "Wir schreiben, wenn es etwas für Sie gibt: höchstens eine Mail in 3 Tagen, höchstens 4 im Monat.",
    undo: "Ein Klick in jeder Mail beendet das. Sie können es auch gleich hier ändern.",
    act: "Meine Einstellungen",
  },
  unsubscribe: {
    title: "Job-News abbestellen?",
    lead: (name) => `Drücken Sie auf den Knopf, und ${name} schickt Ihnen keine Job-News mehr.`,
    note: "Mails zu einer laufenden Bewerbung bekommen Sie weiterhin.",
    button: "Job-News abbestellen",
  },
  unsubscribed: {
    title: "Job-News abbestellt",
    happened: (name) => `${name} schickt Ihnen keine Job-News mehr.`,
    next: "Sie müssen nichts weiter tun. Mails zu einer laufenden Bewerbung bekommen Sie weiterhin.",
    undo: "War das ein Versehen? In Ihren Einstellungen können Sie die Job-News wieder einschalten. Dort können Sie auch alles über Sie löschen lassen.",
    old: "War das ein Versehen? Melden Sie sich neu an. Diese Mail ist zu alt, um Ihre Einstellungen zu öffnen; der Link in einer neueren kann es.",
    gone: "Sonst ist nichts über Sie gespeichert.",
    act: "Meine Einstellungen",
    form: "Zum Formular",
  },
  preferences: {
    title: "Ihre Einstellungen",
    lead: "Kreuzen Sie an, was Sie erlauben, und speichern Sie.",
    button: "Speichern",
    erase: "Alles löschen",
    eraseLead: "Ihr Name, Ihre Adresse und Ihre Antworten. Danach bekommen Sie keine Mails mehr.",
    eraseButton: "Alles über mich löschen",
  },
  stopped: {
    bounce:
      "Eine Mail an Ihre Adresse kam zurück, darum schicken wir keine Job-News dorthin. Melden Sie sich mit einer Adresse an, die funktioniert, um wieder welche zu bekommen.",
    complaint:
      "Eine Mail von uns wurde in Ihrem Postfach als Spam markiert, darum schicken wir keine Job-News dorthin. Melden Sie sich mit einer anderen Adresse an, um wieder welche zu bekommen.",
    do_not_contact:
      "Unser Team hat vermerkt, Ihnen nicht zu schreiben. Bitte fragen Sie uns, wenn sich das ändern soll.",
  },
  saved: {
    title: "Gespeichert",
    jobNews: (on) => (on ? "Sie bekommen Job-News." : "Sie bekommen keine Job-News."),
    tracking: (on) =>
      on ? "Öffnen und Klicken werden aufgezeichnet." : "Öffnen und Klicken werden nicht aufgezeichnet.",
    next: "Das gilt ab sofort.",
    undo: "Doch anders? Sie können es jederzeit wieder ändern.",
    act: "Meine Einstellungen",
  },
  erase: {
    title: "Alles über Sie löschen?",
    lead: (name) =>
      `${name} löscht dann Ihren Namen, Ihre Adresse und Ihre Antworten. Sie bekommen keine Mails mehr.`,
    kept: "Was bleibt, nennt Sie nicht: wie viele Mails und Klicks es gab, und ein Fingerabdruck Ihrer Adresse, damit Ihnen niemand aus Versehen schreibt.",
    warning: "Das lässt sich nicht rückgängig machen.",
    button: "Alles löschen",
    back: "Nein, zurück zu meinen Einstellungen",
  },
  erased: {
    title: "Ihre Daten sind gelöscht",
    happened: "Ihr Name, Ihre Adresse und Ihre Antworten sind gelöscht.",
    next: "Sie bekommen keine Mails mehr von uns. Sicherungskopien werden nach höchstens 35 Tagen überschrieben.",
    undo: "Das lässt sich nicht rückgängig machen. Sie können sich jederzeit neu anmelden.",
    act: "Zum Formular",
  },
  expired: {
    title: "Dieser Link ist abgelaufen",
    happened: "Links in unseren Mails funktionieren nur eine Zeit lang. Es wurde nichts geändert.",
    next: "Sie können sich neu anmelden, dann bekommen Sie einen neuen.",
    act: "Zum Formular",
  },
  used: {
    title: "Dieser Link funktioniert nicht mehr",
    happened:
      "Er wurde schon benutzt, oder das, worum es ging, ist nicht mehr gespeichert. Es wurde nichts geändert.",
    next: "Sie können sich jederzeit neu anmelden.",
    act: "Zum Formular",
  },
  invalid: {
    title: "Dieser Link funktioniert nicht",
    happened: "Vielleicht ist unterwegs ein Teil verloren gegangen. Es wurde nichts geändert.",
    next: "Öffnen Sie die Mail noch einmal und drücken Sie auf den Knopf, oder kopieren Sie den ganzen Link.",
  },
  missing: {
    title: "Hier ist nichts",
    happened: "Diese Adresse führt nirgendwohin. Es wurde nichts geändert.",
    next: "Bitte prüfen Sie den Link, dem Sie gefolgt sind.",
  },
  unreadable: {
    title: "Das konnten wir nicht lesen",
    happened: "Es wurde nichts gespeichert.",
    next: "Bitte gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.",
  },
  busy: {
    title: "Bitte noch einmal",
    happened: "Zwei Änderungen kamen im selben Moment. Diese wurde nicht gespeichert.",
    next: "Gehen Sie zurück und drücken Sie noch einmal auf den Knopf.",
  },
  limited: {
    title: "Einen Moment bitte",
    happened: "Es gab viele Versuche in kurzer Zeit. Dieser wurde nicht gespeichert.",
    next: "Bitte versuchen Sie es in einer Stunde noch einmal.",
  },
  fault: {
    title: "Bei uns ist etwas schiefgegangen",
    happened: "Möglicherweise wurde nicht gespeichert, was Sie geschickt haben.",
    next: "Bitte versuchen Sie es in ein paar Minuten noch einmal. Wenn es wieder passiert, nennen Sie uns diese Nummer:",
  },
};
