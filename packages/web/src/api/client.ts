import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./problem.ts";

const RETRIES = 2;

/** A refusal is an answer, so only silence and server faults are asked again. */
const worthRetrying = (failures: number, error: Error) =>
  failures < RETRIES && error instanceof ApiError && (error.status === 0 || error.status >= 500);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 2_000 },
    mutations: { retry: false },
  },
});
