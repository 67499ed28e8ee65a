import { find, lanesTo } from "../journey/tree.ts";
import { sideWords } from "../journey/words.ts";
import { useBuilding } from "./context.ts";

/** Where one is when a path is looked into, and the way back to the whole. */
export function Crumbs() {
  const { build, view, look, words } = useBuilding();
  if (!view) return null;
  const way = [...lanesTo(build.steps, view.branchId), view];
  return (
    <nav className="crumbs small" aria-label="Where this path is">
      <button type="button" className="text-button" onClick={() => look(undefined)}>
        The whole campaign
      </button>
      {way.map((lane) => {
        const branch = find(build.steps, lane.branchId);
        const name = `${branch ? words(branch) : ""}: ${sideWords(lane.side)}`;
        return (
          <span key={lane.branchId}>
            {" › "}
            {lane === view ? (
              <strong>{name}</strong>
            ) : (
              <button type="button" className="text-button" onClick={() => look(lane)}>
                {name}
              </button>
            )}
          </span>
        );
      })}
    </nav>
  );
}
