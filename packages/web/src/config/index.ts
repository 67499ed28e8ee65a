/** What the edge tells the app about this installation, at `/config.json`. */
export interface Config {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: string;
  /** Cognito's API, which a signed-in person changes her own account by. */
  readonly accountUrl: string;
  /** Whether a second factor is each person's choice. */
  readonly mfa: "optional" | "required";
  /** Where the candidate pages are. */
  readonly siteUrl: string;
  /** True on a local run, where the specimen page is served. */
  readonly specimen?: boolean;
}

let loaded: Config | undefined;

/** Reads the configuration once, before anything is shown. Fails with words a person can act on. */
export async function loadConfig(): Promise<Config> {
  const response = await fetch("/config.json", { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`The configuration could not be read (${response.status}).`);
  loaded = (await response.json()) as Config;
  return loaded;
}

/** The configuration read at the start. */
export function config(): Config {
  if (!loaded) throw new Error("The configuration is read before anything that needs it.");
  return loaded;
}

/** The specimen page is for those who build the app. */
export const showsSpecimen = () => import.meta.env.DEV || loaded?.specimen === true;
