import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { queries } from "../api/queries.ts";
import { useSingle } from "../api/use-single.ts";
import { upload } from "./upload.ts";

/** Sends one file and leads on to its columns; says how much of it is there. */
export function useUpload() {
  const [share, setShare] = useState(0);
  const navigate = useNavigate();
  const cache = useQueryClient();
  const sending = useMutation({
    mutationFn: (file: File) => upload(file, setShare),
    onMutate: () => setShare(0),
    async onSuccess(importId) {
      await cache.invalidateQueries({ queryKey: queries.imports.queryKey });
      await navigate({ to: "/import/$importId", params: { importId } });
    },
  });
  return { share, busy: sending.isPending, error: sending.error, begin: useSingle(sending.mutateAsync) };
}
