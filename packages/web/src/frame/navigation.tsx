import { Link } from "@tanstack/react-router";
import { Hint } from "../keys/hint.tsx";
import { places } from "./places.ts";

export function Navigation() {
  return (
    <div className="navigation">
      {places.map(({ to, words, icon: Icon, command }) => (
        <Hint key={to} of={command} position="right">
          <Link to={to} activeOptions={{ exact: to === "/" }} activeProps={{ "aria-current": "page" }}>
            <Icon size={18} stroke={1.5} aria-hidden="true" />
            {words}
          </Link>
        </Hint>
      ))}
    </div>
  );
}
