import { Button } from "@mantine/core";
import type { DryRow, Page } from "@perennial/core/campaign/views.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { failed } from "../../acts/index.tsx";
import { call } from "../../api/call.ts";
import { reasonWords } from "../../because/reasons.ts";
import { people } from "../../words/numbers.ts";
import { find, mailsIn } from "../journey/tree.ts";
import { stepWords } from "../journey/words.ts";
import { csvOf } from "./csv.ts";

interface Props {
  readonly campaignId: string;
  readonly page: Page;
}

/** Asks for everybody, page by page, and hands the decisions over as a file. */
export function Export({ campaignId, page }: Props) {
  const [read, setRead] = useState(0);
  const exporting = useMutation({
    async mutationFn() {
      const rows: DryRow[] = [];
      let cursor: string | undefined;
      do {
        const part = await call("POST /v1/campaigns/{campaignId}/dry-run", {
          campaignId,
          ...(cursor ? { cursor } : {}),
        });
        rows.push(...part.rows);
        setRead((before) => before + part.people);
        cursor = part.cursor;
      } while (cursor);
      download(`${page.campaign.name} dry run.csv`, written(rows, page));
    },
    onSettled: () => setRead(0),
    onError: (error) => failed("The dry run was not exported", error),
  });
  return (
    <Button disabled={exporting.isPending} onClick={() => exporting.mutate()}>
      {exporting.isPending ? `${people(read)} so far` : "Export as CSV"}
    </Button>
  );
}

function written(rows: readonly DryRow[], { campaign, templates }: Page): string {
  const mails = mailsIn(campaign.steps);
  const words = (stepId: string | undefined) => {
    const step = stepId && find(campaign.steps, stepId);
    return step ? stepWords(step, templates, mails) : "";
  };
  return csvOf(rows, words, ({ code, inputs }) => reasonWords(code, inputs).sentence);
}

function download(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
