import { Link } from "@tanstack/react-router";
import { people } from "../../../words/numbers.ts";
import { useFlowing } from "./context.ts";

/** People who stand before a step that only an earlier version has. */
export function Old() {
  const { page } = useFlowing();
  const old = page.steps.filter((step) => step.old && step.waiting > 0);
  if (old.length === 0) return null;
  return (
    <p className="small quiet">
      On an earlier version:{" "}
      {old.map(({ stepId, waiting }, index) => (
        <span key={stepId}>
          {index > 0 && ", "}
          <Link to="." search={{ state: "inside", stepId }} hash="people" resetScroll={false}>
            {people(waiting)} before “{stepId}”
          </Link>
        </span>
      ))}
    </p>
  );
}
