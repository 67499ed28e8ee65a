import { Button, type ButtonProps, Tooltip } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { MouseEventHandler } from "react";
import { queries } from "../api/queries.ts";
import type { Me } from "../api/routes.ts";

type Permission = Me["permissions"][number];

/** Whether the signed-in recruiter may; undefined until that is known. */
export function useMay(permission: Permission): boolean | undefined {
  const { data: me } = useQuery(queries.me);
  return me?.permissions.includes(permission);
}

interface Props extends ButtonProps {
  readonly needs: Permission;
  /** As in "launch campaigns". */
  readonly act: string;
  readonly type?: "button" | "submit";
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
}

/** A button that says why it is disabled instead of hiding from those who may not use it. */
export function ActButton({ needs, act, disabled, type = "button", onClick, ...rest }: Props) {
  const { data: me } = useQuery(queries.me);
  const may = me?.permissions.includes(needs) ?? false;
  const others = needs === "organisation.write" ? "An administrator" : "A recruiter or an administrator";
  const reason = me && !may ? `As ${me.role} you may not ${act}. ${others} can.` : undefined;
  const blocked = disabled || !may;
  const click = !blocked && onClick ? { onClick } : {};
  return (
    <Tooltip label={reason} disabled={!reason} events={{ hover: true, focus: true, touch: true }}>
      <Button
        {...rest}
        {...click}
        type={blocked ? "button" : type}
        {...(blocked ? { "data-disabled": true, "aria-disabled": true } : {})}
      >
        {rest.children}
        {reason && <span className="hidden"> ({reason})</span>}
      </Button>
    </Tooltip>
  );
}
