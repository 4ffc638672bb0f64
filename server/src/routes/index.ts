import type { Routes } from "../api/route.ts";
import { activeCallRoutes } from "./active-calls.ts";
import { auditRoutes } from "./audit.ts";
import { calendarRoutes } from "./calendars.ts";
import { callRoutes } from "./calls.ts";
import { exampleRoutes } from "./examples.ts";
import { flowTestRoutes } from "./flow-tests.ts";
import { flowRoutes } from "./flows.ts";
import { infoRoutes } from "./info.ts";
import { tableRoutes } from "./lookup-tables.ts";
import { pbxRoutes } from "./pbx.ts";
import { phoneSystemRoutes } from "./phone-system.ts";
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
  ...flowTestRoutes,
  ...callRoutes,
  ...promptRoutes,
  ...calendarRoutes,
  ...tableRoutes,
  ...pbxRoutes,
  ...phoneSystemRoutes,
  ...activeCallRoutes,
  ...tryCallRoutes,
  ...userRoutes,
  ...auditRoutes,
  ...securityRoutes,
};
