import type { HttpRoute } from "../adapter/http.ts";
import * as confirm from "./confirm.ts";
import * as join from "./join.ts";
import * as preferences from "./preferences.ts";
import * as unsubscribe from "./unsubscribe.ts";

/** Everything that people outside can ask for. */
export const routes = [
  { method: "GET", path: "/join", run: join.show },
  { method: "POST", path: "/join", run: join.send },
  { method: "GET", path: "/join/{formId}", run: join.show },
  { method: "POST", path: "/join/{formId}", run: join.send },
  { method: "GET", path: "/confirm/{token}", run: confirm.show },
  { method: "POST", path: "/confirm/{token}", run: confirm.send },
  { method: "GET", path: "/unsubscribe/{token}", run: unsubscribe.show },
  { method: "POST", path: "/unsubscribe/{token}", body: "any", run: unsubscribe.send },
  { method: "GET", path: "/preferences/{token}", run: preferences.show },
  { method: "POST", path: "/preferences/{token}", run: preferences.send },
] as const satisfies readonly HttpRoute[];
