import {
  type Icon,
  IconHistory,
  IconKey,
  IconLock,
  IconPhone,
  IconShieldCheck,
  IconUserCircle,
  IconUsers,
} from "@tabler/icons-react";
import { type ComponentType, lazy } from "react";
import type { Deed } from "../rights.ts";

/** One subject of the settings, at `/settings/{id}`. Its words are `serverSettings.{id}` in the catalogue. */
interface Section {
  readonly id: "account" | "users" | "tokens" | "guard" | "pbx" | "secrets" | "audit";
  readonly icon: Icon;
  /** Shown to those who may do this, and to everybody when absent. */
  readonly needs?: Deed;
  readonly Content: ComponentType;
}

/** All there are, in the order of the list at the side. */
export const sections: readonly Section[] = [
  { id: "account", icon: IconUserCircle, Content: lazy(() => import("./AccountSection.tsx")) },
  { id: "users", icon: IconUsers, needs: "listUsers", Content: lazy(() => import("./UsersSection.tsx")) },
  { id: "tokens", icon: IconKey, Content: lazy(() => import("./TokensSection.tsx")) },
  { id: "guard", icon: IconShieldCheck, Content: lazy(() => import("./GuardSection.tsx")) },
  { id: "pbx", icon: IconPhone, needs: "getPhoneSystem", Content: lazy(() => import("./PhoneSystemSection.tsx")) },
  { id: "secrets", icon: IconLock, needs: "listSecrets", Content: lazy(() => import("./SecretsSection.tsx")) },
  { id: "audit", icon: IconHistory, needs: "listAudit", Content: lazy(() => import("./AuditSection.tsx")) },
];
