/** A kind of work: what people of it are called, know, care about and have worked at. */
export interface Trade {
  readonly weight: number;
  readonly interest: string;
  readonly titles: readonly string[];
  readonly skills: readonly string[];
  readonly companies: readonly string[];
}

const lines = (text: string): readonly string[] => text.split(", ");

export const TRADES: readonly Trade[] = [
  {
    weight: 30,
    interest: "Nursing",
    titles: lines(
      "Registered nurse, ICU nurse, Senior ICU nurse, Theatre nurse, Ward manager, Paediatric nurse, Geriatric nurse, Nurse anaesthetist, Pflegefachfrau, Stationsleitung",
    ),
    skills: lines(
      "Intensive care, Ventilation, Wound care, Triage, Infusion therapy, Palliative care, Dementia care, Shift planning, Mentoring, Anaesthesia",
    ),
    companies: lines(
      "Klinikum am Park, St. Marien Hospital, Universitätsklinik Süd, Haus Abendsonne, Riverside Hospital, Kinderklinik Nord",
    ),
  },
  {
    weight: 12,
    interest: "Therapy",
    titles: lines(
      "Physiotherapist, Occupational therapist, Speech therapist, Lead physiotherapist, Ergotherapeutin, Logopäde",
    ),
    skills: lines("Manual therapy, Neurorehabilitation, Sports medicine, Dysphagia, Hand therapy, Bobath"),
    companies: lines("Reha am See, Praxis Bewegung, Therapiezentrum West, Motion Clinic"),
  },
  {
    weight: 10,
    interest: "Medicine",
    titles: lines(
      "Resident physician, Anaesthetist, Paediatrician, Consultant radiologist, General practitioner, Oberärztin Innere Medizin",
    ),
    skills: lines(
      "Emergency medicine, Sonography, Radiology, Endoscopy, Paediatrics, Teaching, Clinical research",
    ),
    companies: lines("Universitätsklinik Süd, Klinikum am Park, Hôpital Saint-Louis, Riverside Hospital"),
  },
  {
    weight: 26,
    interest: "Engineering",
    titles: lines(
      "Software engineer, Senior software engineer, Data engineer, Site reliability engineer, Security engineer, Medical device engineer, Entwicklungsingenieur, Engineering manager",
    ),
    skills: lines(
      "TypeScript, Python, Go, C++, Kubernetes, AWS, PostgreSQL, React, Machine learning, HL7 FHIR, Embedded systems, Accessibility",
    ),
    companies: lines(
      "Nordlicht Software, Data Forge, Medisys, Kettenwerk IT, Blue Harbour, Atelier Numérique",
    ),
  },
  {
    weight: 12,
    interest: "Operations",
    titles: lines(
      "Project manager, Facility manager, Procurement lead, Logistics coordinator, Quality manager, Verwaltungsleiterin",
    ),
    skills: lines("Project management, Lean, Purchasing, ISO 13485, Budgeting, Fire safety, SAP"),
    companies: lines("Stadtwerke Mitte, Logistik Brandt, Hanse Handel, Facility Partners"),
  },
  {
    weight: 10,
    interest: "People and culture",
    titles: lines(
      "HR business partner, Recruiter, Training coordinator, Payroll specialist, Personalreferentin",
    ),
    skills: lines("Recruiting, Labour law, Coaching, Onboarding, Payroll, Facilitation"),
    companies: lines("Talentwerk, Hanse Handel, People First, Stadtwerke Mitte"),
  },
];

export interface Place {
  readonly weight: number;
  readonly country: string;
  readonly cities: readonly string[];
}

export const PLACES: readonly Place[] = [
  {
    weight: 62,
    country: "DE",
    cities: lines(
      "Leipzig, Berlin, Hamburg, München, Köln, Dresden, Halle (Saale), Nürnberg, Bremen, Göttingen",
    ),
  },
  { weight: 10, country: "AT", cities: lines("Wien, Graz, Linz, Salzburg") },
  { weight: 6, country: "CH", cities: lines("Zürich, Basel, Bern") },
  { weight: 6, country: "PL", cities: lines("Wrocław, Poznań, Kraków") },
  { weight: 5, country: "FR", cities: lines("Lyon, Strasbourg, Paris") },
  { weight: 5, country: "GB", cities: lines("Manchester, London, Glasgow") },
  { weight: 3, country: "NL", cities: lines("Amsterdam, Utrecht") },
  { weight: 3, country: "ES", cities: lines("Madrid, Valencia") },
];

export const TAGS = lines(
  "Silver medallist 2025, Alumni, Night shifts, Open house 2026, Referral, Returner, Part time, Relocates, Speaks Arabic, Mentor",
);

export const NOTES = lines(
  "Met at the fair; would like to see the new ward, Asks for part time from autumn, Second in the last round: keep close, Knows our theatre team from her training, Wants to move closer to family next year, Good talk about on-call duty; send the rota model",
);

export const TASKS = lines(
  "Call back about the ward visit, Send the job profile, Ask for references, Invite to the open house, Congratulate on the exam",
);

/** Files that the imported ones came from, and how many days before the beginning. */
export const FILES = [
  { name: "Former trainees", daysAgo: 655 },
  { name: "Job fair Leipzig", daysAgo: 402 },
  { name: "Nursing conference", daysAgo: 188 },
  { name: "Sourced by the team", daysAgo: 47 },
] as const;
