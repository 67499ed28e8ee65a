/** Names as AWS has them: those of `infra/` with the stage between, so that several stages fit into one account. */
export const namer =
  (stage: string) =>
  (name: string): string =>
    ["perennial", stage, name.replace(/^perennial-?/, "")].filter((part) => part !== "").join("-");

/** `candidateMoved` is `CandidateMoved`, `read-in` is `ReadIn`: ids of constructs. */
export const idOf = (name: string): string =>
  name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
