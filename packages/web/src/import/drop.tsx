import { Button } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { useMay } from "../states/allowed.tsx";
import { Failure } from "../states/failure.tsx";
import { Bar } from "./bar.tsx";
import { FileRefused } from "./upload.ts";
import { useUpload } from "./use-upload.ts";
import "./import.css";

/** Takes one file, by choosing or dropping it; leads on to its columns. */
export function Drop() {
  const [over, setOver] = useState(false);
  const may = useMay("people.import");
  const { share, busy, error, begin } = useUpload();
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file && may) begin(file);
  };
  if (may === false) return <p className="quiet">Ask a recruiter or an administrator to import people.</p>;
  const hover = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div className="import-start">
      <section
        className="drop"
        aria-label="File"
        data-over={over || undefined}
        onDragOver={(event) => hover(event, true)}
        onDragLeave={(event) => hover(event, false)}
        onDrop={(event) => {
          hover(event, false);
          take(event.dataTransfer.files);
        }}
      >
        {busy ? <Bar words="Uploading" share={share} /> : <Choose onTake={take} />}
      </section>
      <Refusal error={error} />
    </div>
  );
}

function Choose({ onTake }: { readonly onTake: (files: FileList | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <p className="big">Drop a CSV file here</p>
      <Button variant="filled" onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <p className="quiet small">
        From Excel, LinkedIn, another system, or by hand; up to 50 MB. How it is written is found out by
        itself, and nothing is imported before you say so.
      </p>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-label="CSV file"
        hidden
        onChange={(event) => {
          onTake(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}

function Refusal({ error }: { readonly error: Error | null }) {
  if (!error) return null;
  if (!(error instanceof FileRefused)) return <Failure what="The file was not taken" error={error} />;
  return (
    <p role="alert" className="failure">
      {error.message}
    </p>
  );
}
