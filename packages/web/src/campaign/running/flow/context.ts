import type { Page } from "@perennial/core/campaign/views.ts";
import { createContext, useContext } from "react";
import type { Streams } from "./streams.ts";

interface Flowing {
  readonly page: Page;
  readonly streams: Streams;
  /** The people that the thickest band stands for. */
  readonly tallest: number;
}

const Context = createContext<Flowing | undefined>(undefined);

export const FlowProvider = Context.Provider;

export function useFlowing(): Flowing {
  const flowing = useContext(Context);
  if (!flowing) throw new Error("A part of the flow stands outside of it");
  return flowing;
}
