/** Something that somebody asked for. Instants are real milliseconds. */
export interface Act {
  readonly kind: string;
  readonly tried: number;
  /** When it was acknowledged; absent where no answer came, or a refusal. */
  readonly done?: number;
  readonly candidateId?: string;
  readonly campaignId?: string;
  readonly email?: string;
  /** What was to be written. */
  readonly value?: string;
}
type About = Pick<Act, "candidateId" | "campaignId" | "email" | "value">;

/** What was asked of the product, and what it acknowledged: by this it is measured afterwards. */
export interface Book {
  readonly acts: readonly Act[];
  /** What the API refused, and why, as one line each. */
  readonly refusals: readonly string[];
  refused(what: string, answer: { readonly status: number; readonly body: unknown }): void;
  /** Notes an act; it counts as acknowledged when it answers what it was about. Never throws. */
  act(kind: string, about: About, run: () => Promise<About | undefined>): Promise<boolean>;
}

export function openBook(): Book {
  const acts: Act[] = [];
  const refusals: string[] = [];
  return {
    acts,
    refusals,
    refused(what, { status, body }) {
      const { code = "" } = (body ?? {}) as { code?: string };
      refusals.push(`${what.replaceAll(/[a-z]{3}_[0-9a-z]{26,32}/g, "{id}")} ${status} ${code}`.trim());
    },
    async act(kind, about, run) {
      const tried = Date.now();
      const place = acts.push({ kind, ...about, tried }) - 1;
      const more = await run().catch(() => undefined);
      if (more === undefined) return false;
      acts[place] = { kind, ...about, ...more, tried, done: Date.now() };
      return true;
    },
  };
}
