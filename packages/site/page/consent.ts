import type { Wording } from "@perennial/core/consent/wording.ts";
import { html } from "hono/html";
import type { Html } from "../frame/index.ts";

interface Box {
  readonly name: "jobNews" | "tracking";
  readonly wording: Wording;
  readonly ticked: boolean;
  readonly required?: boolean;
  /** What is wrong, when she sent it without. */
  readonly wrong?: string | undefined;
}

/** One permission: its box, the sentence she agrees with, and all she must know to do so. */
export function consent({ name, wording, ticked, required, wrong }: Box): Html {
  return html`<label class="box" for="${name}"><input type="checkbox" id="${name}" name="${name}" value="yes"${ticked ? html` checked` : ""}${required ? html` required` : ""} aria-describedby="${name}-points"${wrong ? html` aria-invalid="true"` : ""}><span>${wording.label}</span></label>
${wrong && html`<p class="wrong">${wrong}</p>`}
<dl id="${name}-points">${wording.points.map(point)}</dl>`;
}

const point = ({ term, text }: Wording["points"][number]): Html =>
  html`<div><dt>${term}</dt><dd>${text.startsWith("https://") ? html`<a href="${text}">${new URL(text).host}</a>` : text}</dd></div>`;
