/** The sample workspace: about 2,000 generated people to look around among. */
export interface View {
  /** `removing` and `laying` go on by themselves. */
  readonly state: "none" | "laying" | "there" | "removing";
  /** People done, of all. */
  readonly done: number;
  readonly people: number;
}
