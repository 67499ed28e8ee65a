import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { fieldErrors, isConflict } from "../api/problem.ts";
import { queries } from "../api/queries.ts";
import type { Output } from "../api/routes.ts";
import { Page, Section } from "../frame/page.tsx";
import { Failure } from "../states/failure.tsx";
import { Loaded } from "../states/loaded.tsx";
import { count } from "../words/numbers.ts";
import { Columns } from "./columns.tsx";
import { GroundFields } from "./ground-fields.tsx";
import { Outcome } from "./outcome.tsx";
import { Remove } from "./remove.tsx";
import { useMapping } from "./use-mapping.ts";

type Reading = Output<"POST /v1/imports/{importId}/reading">;

/** Says what the file is before anything is read in. */
export function MappingPage({ importId, revision }: Pick<Reading, "importId" | "revision">) {
  const reading = useQuery(queries.reading(importId));
  if (reading.isError && !reading.data)
    return (
      <Page title="Import">
        <Failure what="The file could not be read" error={reading.error} onRetry={reading.refetch} />
        <Link to="/import">Choose another file</Link>
        <Remove importId={importId} revision={() => revision} />
      </Page>
    );
  return (
    <Loaded query={reading} what="The file">
      {(found) => (
        <Mapping
          key={`${found.importId} ${found.revision}`}
          reading={found}
          onStale={() => void reading.refetch()}
        />
      )}
    </Loaded>
  );
}

const DELIMITERS = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars" } as const;

const written = ({ encoding, delimiter, headerRow }: Reading) =>
  `${encoding.toUpperCase()}, ${DELIMITERS[delimiter]}, ${headerRow > 0 ? `column names in row ${headerRow}` : "no column names"}`;

interface Props {
  readonly reading: Reading;
  readonly onStale: () => void;
}

function Mapping({ reading, onStale }: Props) {
  const mapping = useMapping(reading);
  const { value, edit, error } = mapping;
  const errors = fieldErrors(error);
  return (
    <Page
      wide
      title={reading.fileName}
      sentence={`${count(reading.rows, "row", "rows")}. ${written(reading)}.`}
    >
      {error && Object.keys(errors).length === 0 && (
        <Failure
          what="This could not be saved"
          error={error}
          {...(isConflict(error) ? { onRetry: onStale } : {})}
        />
      )}
      <div className="import-mapping">
        <div className="import-said">
          <Section title="Columns">
            <p className="quiet">Three values of each, and what we take it for. Change what is wrong.</p>
            {errors.columns && (
              <p className="import-error" role="alert">
                {errors.columns}
              </p>
            )}
            <Columns
              columns={reading.columns}
              targets={value.columns}
              onEdit={(columns) => edit({ ...value, columns })}
            />
          </Section>
          <Section title="May we write to them?">
            <GroundFields value={value} errors={errors} onEdit={edit} />
          </Section>
        </div>
        <Outcome importId={reading.importId} mapping={mapping} />
      </div>
    </Page>
  );
}
