import { Drawer } from "@mantine/core";
import { useRef } from "react";
import type { FormRow } from "../api/routes.ts";
import { useCommands } from "../keys/provider.tsx";
import { CopyAddress } from "./copy-address.tsx";
import { Facets } from "./facets.tsx";
import type { useLook } from "./use-look.ts";
import type { usePeople } from "./use-people.ts";

interface Props {
  readonly found: ReturnType<typeof usePeople>;
  readonly forms: readonly FormRow[];
  readonly looking: ReturnType<typeof useLook>;
  /** On a phone, and beside an open peek, the filters are in a drawer. */
  readonly filtering: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** The filters at the left of the list. */
export function FacetPanel({ found: { facets }, forms, looking, filtering, onOpen, onClose }: Props) {
  const { look, change } = looking;
  const { only } = look;
  const panel = useRef<HTMLDivElement>(null);
  const reach = () => {
    const first = panel.current?.querySelector<HTMLElement>("summary");
    if (first?.checkVisibility()) first.focus();
    else onOpen();
  };
  useCommands({ "list.filter": reach });
  const [form] = forms;
  return (
    <>
      <section className="facets-panel" aria-label="Filters" ref={panel}>
        <Facets {...{ facets, forms, only, change }} />
        {form && (
          <p className="small how-people-come">
            <span className="quiet">People come by your form:</span> <CopyAddress address={form.address} />
          </p>
        )}
      </section>
      <Drawer
        opened={filtering}
        onClose={onClose}
        title="Filter"
        size={360}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Facets {...{ facets, forms, only, change }} />
      </Drawer>
    </>
  );
}
