import { z } from "zod";
import type { HttpBody, HttpTemplate } from "../../http/template.ts";
import { type HttpHeader, httpMethods } from "../../line/http.ts";
import { field } from "../fields/field.ts";
import { choice, template } from "../fields/fields.ts";

const name = (title: string) => field(z.string().max(200), { title, control: "line", literal: true });

const named = (title: string) => z.strictObject({ name: name(title), value: template({ title: "Value", ours: true }) });

/** What is sent. */
export const requestFields = {
  method: choice(httpMethods, { title: "Method", labels: httpMethods }),
  url: template({
    title: "Address",
    placeholder: "https://crm.example.com/customers/{call.caller}",
    help: "Values are encoded as part of the address; the server's name is fixed.",
    ours: true,
  }),
  query: field(z.array(named("Parameter")).max(30), { title: "Query parameters", control: "list", advanced: true }),
  headers: field(
    z
      .array(
        z.strictObject({
          name: name("Header"),
          value: template({ title: "Value", ours: true }).optional(),
          secret: field(z.string().max(64), {
            title: "Or the name of a secret",
            control: "line",
            literal: true,
            help: "Its value is kept by the server and put in when the request is sent.",
          }).optional(),
        }),
      )
      .max(30),
    { title: "Headers", control: "list", advanced: true },
  ),
  bodyKind: choice(["none", "json", "form", "text"], {
    title: "Body",
    labels: ["None", "JSON", "Form", "Text"],
    when: { method: ["POST", "PUT", "PATCH", "DELETE"] },
  }),
  json: field(z.string().max(20_000), {
    title: "JSON",
    control: "json",
    placeholder: '{ "phone": "{call.caller}" }',
    help: "Placeholders stand in its texts; a text that is nothing but one keeps the type of the value.",
    when: { bodyKind: ["json"] },
  }).optional(),
  form: field(z.array(named("Name")).max(50), {
    title: "Form fields",
    control: "list",
    when: { bodyKind: ["form"] },
  }).optional(),
  text: template({ title: "Text", ours: true, when: { bodyKind: ["text"] } }).optional(),
};

const dataSchema = z.object({ ...requestFields, timeoutSeconds: z.number(), retries: z.number() });
export type RequestData = z.infer<typeof dataSchema>;

export function templateOf(data: RequestData): HttpTemplate {
  const { method, url, query, timeoutSeconds, retries } = data;
  const body = bodyOf(data);
  return {
    method,
    url,
    query,
    headers: data.headers.map(headerOf),
    ...(body === undefined ? {} : { body }),
    timeoutSeconds,
    retries,
  };
}

function headerOf({ name, value, secret }: RequestData["headers"][number]): HttpHeader {
  return secret === undefined || secret === "" ? { name, value: value ?? "" } : { name, secret };
}

function bodyOf({ method, bodyKind, json, form, text }: RequestData): HttpBody | undefined {
  if (method === "GET") return undefined;
  switch (bodyKind) {
    case "none":
      return undefined;
    case "json":
      return { json: json ?? "" };
    case "form":
      return { form: form ?? [] };
    case "text":
      return { text: text ?? "" };
  }
}
