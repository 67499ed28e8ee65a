import type { Target } from "@perennial/core/import/import.schema.ts";

/** What a column can be, in groups as one looks for them. */
export const GROUPS: readonly { readonly group: string; readonly items: readonly Target[] }[] = [
  { group: "Who", items: ["name", "firstName", "lastName", "email", "secondEmail", "phone", "link"] },
  {
    group: "Work and place",
    items: ["title", "company", "city", "country", "language", "experienceYears", "openFrom"],
  },
  { group: "Words", items: ["skills", "interests", "tags"] },
  { group: "May we write", items: ["ground", "source", "consentOn", "consentPlace"] },
];

export const TARGETS: Readonly<Record<Target, string>> = {
  ignore: "Ignore this column",
  name: "Full name",
  firstName: "First name",
  lastName: "Last name",
  email: "E-mail address",
  secondEmail: "Second e-mail address",
  phone: "Phone",
  link: "Profile link",
  title: "Job title",
  company: "Company",
  city: "City",
  country: "Country",
  language: "Language",
  skills: "Skills",
  interests: "Interests",
  tags: "Tags",
  experienceYears: "Years of experience",
  openFrom: "Open to a move from",
  ground: "Ground for writing",
  source: "Source of the data",
  consentOn: "Date of consent",
  consentPlace: "Place of consent",
};
