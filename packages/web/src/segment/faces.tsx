import type { Face } from "@perennial/core/segment/views.ts";
import { Link } from "@tanstack/react-router";
import type { MouseEvent } from "react";
import { Hint } from "../keys/hint.tsx";
import { rowLink, useListKeys } from "../list/use-list-keys.ts";
import { SeasonLine } from "../season/season-line.tsx";
import "../list/list.css";

interface Props {
  readonly faces: readonly Face[];
  readonly onOther: () => void;
  /** Who is shown beside the page; with somebody there, whoever gets the focus comes next. */
  readonly peeked: string | undefined;
  readonly onPeek: (candidateId: string) => void;
}

/** Six real people: whether the rule says what was meant is seen in them. */
export function Faces({ faces, onOther, peeked, onPeek }: Props) {
  const list = useListKeys<HTMLUListElement>();
  if (faces.length === 0) return null;
  return (
    <section className="section ruled" aria-label="Some of them">
      <div className="segment-head">
        <h2>Some of them</h2>
        <Hint of="segment.sample">
          <button type="button" className="text-button small" onClick={onOther}>
            Show others
          </button>
        </Hint>
      </div>
      <ul className="rows" ref={list}>
        {faces.map((face) => (
          <FaceRow face={face} follows={peeked !== undefined} onPeek={onPeek} key={face.candidateId} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends Pick<Props, "onPeek"> {
  readonly face: Face;
  readonly follows: boolean;
}

function FaceRow({ face, follows, onPeek }: RowProps) {
  const { candidateId, name, title, city, season } = face;
  const peek = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onPeek(candidateId);
  };
  return (
    <li>
      <div className="row face-row">
        <span className="face-name">
          <Link
            to="/talent/$candidateId"
            params={{ candidateId }}
            onClick={peek}
            onFocus={() => follows && onPeek(candidateId)}
            {...rowLink}
          >
            {name}
          </Link>
          <span className="quiet small">{[title, city].filter(Boolean).join(", ") || "\u00a0"}</span>
        </span>
        <SeasonLine line={season} />
      </div>
    </li>
  );
}
