/** Below this the panel does not fit beside the steps. */
export const NARROW = "(max-width: 1100px)";

export const isNarrow = () => matchMedia(NARROW).matches;
