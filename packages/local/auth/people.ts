/** Somebody who may sign in on this machine. Ids look like Cognito's, names and addresses are nobody's. */
export interface Person {
  readonly sub: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly groups: readonly string[];
}

export const people: readonly Person[] = [
  {
    sub: "5f1c7a10-3a52-4e0e-9d0b-0a1b2c3d4e01",
    username: "ana",
    name: "Ana Ferreira",
    email: "ana@perennial.example",
    groups: ["admin"],
  },
  {
    sub: "5f1c7a10-3a52-4e0e-9d0b-0a1b2c3d4e02",
    username: "jonas",
    name: "Jonas Weber",
    email: "jonas@perennial.example",
    groups: ["recruiter"],
  },
  {
    sub: "5f1c7a10-3a52-4e0e-9d0b-0a1b2c3d4e03",
    username: "mei",
    name: "Mei Lin",
    email: "mei@perennial.example",
    groups: ["viewer"],
  },
];

export const bySub = (sub: string) => people.find((person) => person.sub === sub);
export const byUsername = (username: string) => people.find((person) => person.username === username);
