import { z } from "zod";
import { fitsStatus, isGood } from "../../http/reply.ts";
import { said } from "../../words/said.ts";
import { defineStep, type Port } from "../definition.ts";
import { field } from "../fields/field.ts";
import { seconds, variable, whole } from "../fields/fields.ts";
import { faultsOfRequest } from "./faults.ts";
import { requestFields, templateOf } from "./request-fields.ts";

const schema = z.strictObject({
  ...requestFields,
  fields: field(
    z
      .array(
        z.strictObject({
          path: field(z.string().max(200), {
            title: "Value in the answer",
            control: "line",
            literal: true,
            placeholder: "customer.name",
          }),
          variable: variable({ title: "Keep in" }),
        }),
      )
      .max(20),
    {
      title: "Kept of the answer",
      control: "list",
      help: "The answer must be JSON then: customer.name, orders[0].id.",
    },
  ),
  statuses: field(z.array(whole({ title: "Status" }, 200, 599)).max(10), {
    title: "Statuses with a way out of their own",
    control: "list",
    advanced: true,
  }),
  timeoutSeconds: seconds({ title: "Wait for the answer at most", help: "The caller hears nothing meanwhile." }, 1, 15),
  retries: whole(
    {
      title: "Try again",
      unit: "times",
      help: "When nobody answers, within the same time. Never done for POST and PATCH.",
      advanced: true,
    },
    0,
    3,
  ),
  statusIn: variable({ title: "Keep the status in", gives: "number", advanced: true }).optional(),
});

type Data = z.infer<typeof schema>;

const fixedPorts: readonly Port[] = [
  { id: "client-error", title: said`Refused (4xx)`, kind: "failure", otherwise: "failure" },
  { id: "server-error", title: said`Server error (5xx)`, kind: "failure", otherwise: "failure" },
  { id: "failure", title: said`No answer`, kind: "failure" },
];

/** Ask a web server and go where its answer says. Decided by our server: the PBX never hears of it. */
export const httpRequest = defineStep<Data>({
  type: "http-request",
  title: "HTTP request",
  description: "Asks a web server and keeps what it answers",
  icon: "WorldUpload",
  family: "logic",
  contexts: ["extension", "third-party", "routing", "message"],
  schema,
  defaults: {
    method: "GET",
    url: "",
    query: [],
    headers: [],
    bodyKind: "none",
    fields: [],
    statuses: [],
    timeoutSeconds: 5,
    retries: 0,
  },
  ports: (data) => [
    { id: "success", title: said`Success`, kind: "next" },
    ...data.statuses.map((status) => ({
      id: portOf(status),
      title: said`Status ${status}`,
      kind: isGood(status) ? ("choice" as const) : ("failure" as const),
      otherwise: isGood(status) ? "success" : "failure",
    })),
    ...fixedPorts,
  ],
  summary: (data) => (data.url.trim() === "" ? said`No address yet` : `${data.method} ${data.url.trim()}`),
  check: faultsOfRequest,
  emit(data, out) {
    const way = (statuses: string, port: string) => ({ statuses, to: out.port(port) });
    out.at(out.label(), {
      op: "request",
      request: templateOf(data),
      keep: { fields: data.fields, statusIn: data.statusIn },
      ways: [
        ...data.statuses.map((status) => way(String(status), portOf(status))),
        way("2xx", "success"),
        way("4xx", "client-error"),
        way("5xx", "server-error"),
      ],
      failed: out.port("failure"),
    });
  },
  *simulate(data, call) {
    const status = yield* call.request(templateOf(data), { fields: data.fields, statusIn: data.statusIn });
    if (status === undefined) return "failure";
    if (data.statuses.includes(status)) return portOf(status);
    if (isGood(status)) return "success";
    if (fitsStatus("4xx", status)) return "client-error";
    return status >= 500 ? "server-error" : "failure";
  },
});

function portOf(status: number): string {
  return `status-${status}`;
}
