import type { Routes } from "../api/route.ts";
import { activeCallRoutes } from "./active-calls.ts";
import { auditRoutes } from "./audit.ts";
import { calendarRoutes } from "./calendars.ts";
import { callRoutes } from "./calls.ts";
import { exampleRoutes } from "./examples.ts";
import { flowRoutes } from "./flows.ts";
import { infoRoutes } from "./info.ts";
import { pbxRoutes } from "./pbx.ts";
import { promptRoutes } from "./prompts.ts";
import { securityRoutes } from "./security.ts";
import { sessionRoutes } from "./session.ts";
import { tryCallRoutes } from "./try-calls.ts";
import { userRoutes } from "./users.ts";

/** All that /api answers, by the name each route has in the OpenAPI document. */
export const apiRoutes: Routes = {
  ...infoRoutes,
  ...sessionRoutes,
  ...exampleRoutes,
  ...flowRoutes,
  ...callRoutes,
  ...promptRoutes,
  ...calendarRoutes,
  ...pbxRoutes,
  ...activeCallRoutes,
  ...tryCallRoutes,
  ...userRoutes,
  ...auditRoutes,
  ...securityRoutes,
};
