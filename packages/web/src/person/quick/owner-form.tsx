import { Button, Select } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { queries } from "../../api/queries.ts";
import { useSingle } from "../../api/use-single.ts";
import { Failure } from "../../states/failure.tsx";
import { usePersonActs, type Who } from "../use-person-acts.ts";

interface Props {
  readonly who: Who;
  readonly onClose: () => void;
}

const NOBODY = "-";

/** Whoever asks takes her over, unless another colleague is chosen. */
export function OwnerForm({ who, onClose }: Props) {
  const acts = usePersonActs(who);
  const { data: me } = useQuery(queries.me);
  const { data: colleagues = [] } = useQuery(queries.colleagues);
  const [chosen, setChosen] = useState<string>();
  const owner = chosen ?? me?.recruiterId;
  const named = colleagues.map(({ recruiterId, name }) => ({ value: recruiterId, label: name }));
  const saving = useMutation({
    mutationFn: (to: string) =>
      acts.edit({ owner: to === NOBODY ? null : to }, `Changed who looks after ${who.name}.`),
    onSuccess: onClose,
  });
  const begin = useSingle(saving.mutateAsync);
  return (
    <form
      className="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (owner) begin(owner);
      }}
    >
      <Select
        data-autofocus
        label="Colleague"
        data={[...named, { value: NOBODY, label: "Nobody" }]}
        value={owner ?? null}
        allowDeselect={false}
        onChange={(value) => setChosen(value ?? undefined)}
      />
      {saving.error && <Failure what="Nothing was changed" error={saving.error} />}
      <div className="acts">
        <Button type="submit" variant="filled" disabled={!owner} loading={saving.isPending}>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
