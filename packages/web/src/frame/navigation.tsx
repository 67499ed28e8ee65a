import { Popover } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Hint } from "../keys/hint.tsx";
import { type Place, places } from "./places.ts";

/** Every place at the side of a desk; on a phone the first ones at the foot and the rest behind "More". */
export function Navigation() {
  return (
    <div className="navigation">
      {places.map((place) => (
        <PlaceLink key={place.to} place={place} />
      ))}
      <More />
    </div>
  );
}

interface Props {
  readonly place: Place;
  readonly onGo?: () => void;
}

function PlaceLink({ place: { to, words, icon: Icon, command, first }, onGo }: Props) {
  return (
    <Hint of={command} position="right">
      <Link
        to={to}
        activeOptions={{ exact: to === "/", includeSearch: false }}
        activeProps={{ "aria-current": "page" }}
        {...(onGo ? { onClick: onGo } : {})}
        {...(first || onGo ? {} : { className: "later" })}
      >
        <Icon size={18} stroke={1.5} aria-hidden="true" />
        {words}
      </Link>
    </Hint>
  );
}

function More() {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" withinPortal={false} shadow="float">
      <Popover.Target>
        <button type="button" className="more" onClick={() => setOpened(!opened)}>
          <IconDots size={18} stroke={1.5} aria-hidden="true" />
          More
        </button>
      </Popover.Target>
      <Popover.Dropdown className="more-places">
        {places
          .filter(({ first }) => !first)
          .map((place) => (
            <PlaceLink key={place.to} place={place} onGo={close} />
          ))}
      </Popover.Dropdown>
    </Popover>
  );
}
