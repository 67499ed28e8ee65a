import { Events as Candidate } from "../candidate/events.ts";
import * as Consent from "../consent/index.ts";
import { COMMUNITY } from "../form/index.ts";
import { type Life, ledger, mark, tell } from "./life.ts";
import { importOf } from "./persona.ts";

const MINUTE_MS = 60_000;

/** How she came into the pool: by the form and a confirmation, or by a file. */
export function arrive(life: Life): void {
  const { way } = life.persona;
  if (way.kind === "form") join(life, way.tracking);
  else add(life, way);
}

function join(life: Life, tracking: boolean): void {
  const { candidateId, locale, arrivedAt } = life.persona;
  const purposes = tracking ? (["job_news", "tracking"] as const) : (["job_news"] as const);
  const at = new Date(arrivedAt.getTime() + life.luck.between(1, 90) * MINUTE_MS);
  tell(life, { at: arrivedAt, by: "candidate", what: "requested" }, (cause) =>
    Consent.Events.Requested({ candidateId, purposes: [...purposes], known: false, locale }, cause),
  );
  const until = Consent.expiry(at);
  const granted = purposes.map((purpose) => {
    ledger(life, arrivedAt, { purpose, state: "requested", method: "form" });
    const consentId = ledger(life, at, { purpose, state: "granted", method: "double_opt_in", until });
    tell(life, { at, by: "candidate", what: `granted ${purpose}` }, (cause) =>
      Consent.Events.Granted({ candidateId, purpose }, cause),
    );
    return [purpose, { state: "granted" as const, consentId, at: at.toISOString(), until }] as const;
  });
  const source = `form:${COMMUNITY}`;
  tell(life, { at, by: "candidate", what: "joined" }, (cause) =>
    Candidate.Joined({ candidateId, source }, cause),
  );
  mark(life, "j", at);
  life.gate = { ...life.gate, permissions: Object.fromEntries(granted) };
  life.profile = { ...life.profile, standing: "member", source, joinedAt: at.toISOString() };
}

interface File {
  readonly file: string;
  readonly ground?: "consent" | "legitimate_interest";
}

function add(life: Life, { file, ground }: File): void {
  const { candidateId, arrivedAt: at } = life.persona;
  const importId = importOf(file);
  tell(life, { at, by: "recruiter", what: "added" }, (cause) =>
    Candidate.Added({ candidateId, importId }, cause),
  );
  life.profile = {
    ...life.profile,
    source: `import:${file}`,
    standing: ground === "consent" ? "member" : "sourced",
  };
  if (ground !== "consent")
    life.gate = { ...life.gate, notice: { source: file, obtainedAt: at.toISOString() } };
  if (ground) permit(life, file, ground);
}

function permit(life: Life, source: string, ground: NonNullable<File["ground"]>): void {
  const { arrivedAt: at } = life.persona;
  const given = ground === "consent" ? { givenOn: at.toISOString().slice(0, 10), place: source } : {};
  const ends = ground === "consent" ? { until: Consent.expiry(at) } : {};
  const line = { purpose: "job_news", state: "granted", method: "import", source, ground } as const;
  const consentId = ledger(life, at, { ...line, ...given, ...ends });
  const permission = { state: "granted" as const, consentId, at: at.toISOString(), ground, ...ends };
  life.gate = { ...life.gate, permissions: { job_news: permission } };
}
