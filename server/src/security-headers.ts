import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";
import type { Settings } from "./deps.ts";

type Policy = NonNullable<NonNullable<Parameters<typeof secureHeaders>[0]>["contentSecurityPolicy"]>;

/** Nothing is loaded, nothing is framed: for what is no page. */
const noPage: Policy = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

/** What lies on this server, and styles that carry the nonce of the page. */
const ownPage: Policy = {
  ...noPage,
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", NONCE],
  workerSrc: ["'self'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  // The player of sounds plays what it has loaded to draw it.
  mediaSrc: ["'self'", "blob:"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
};

/** What browsers may do with an answer. With https they never ask without it again. */
export function securityHeaders({ publicUrl }: Pick<Settings, "publicUrl">): MiddlewareHandler {
  const under = (contentSecurityPolicy: Policy) =>
    secureHeaders({
      contentSecurityPolicy,
      strictTransportSecurity: publicUrl.startsWith("https:"),
      xFrameOptions: "DENY",
      permissionsPolicy: { camera: [], geolocation: [], payment: [], usb: [], microphone: ["self"] },
    });
  const [page, data] = [under(ownPage), under(noPage)];
  return (context, next) => (isPage(context.req.path) ? page : data)(context, next);
}

function isPage(path: string): boolean {
  return !path.startsWith("/api/") || path.startsWith("/api/docs");
}
