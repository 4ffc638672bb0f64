import { fillTemplate, type HttpTemplate } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const template: HttpTemplate = {
  method: "POST",
  url: "https://api.example/customers/{value}",
  query: [{ name: "a b", value: "{value}" }],
  headers: [
    { name: "X-Value", value: "v={value}" },
    { name: "Authorization", secret: "token" },
  ],
  body: { json: '{ "text": "is {value}", "value": "{value}", "plain": ["{{x}}", 1, null] }' },
  timeoutSeconds: 5,
  retries: 3,
};

describe("a request filled with what a caller said", () => {
  it("keeps every value in its place, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        const { url, headers, body } = fillTemplate(template, () => value);
        const read = new URL(url);
        expect(read.origin).toBe("https://api.example");
        expect(read.pathname.split("/")).toHaveLength(
          value === "." || value === ".." ? read.pathname.split("/").length : 3,
        );
        expect([...read.searchParams.keys()]).toEqual(["a b"]);
        for (const header of headers) if ("value" in header) expect(header.value).toMatch(/^\P{Cc}*$/u);
        const sent = JSON.parse(body ?? "");
        expect(Object.keys(sent)).toEqual(["text", "value", "plain"]);
        expect(sent.value).toBe(value);
        expect(sent.plain).toEqual(["{x}", 1, null]);
      }),
      { seed: 7 },
    );
  });

  it("keeps the type of a value that stands alone in its text", () => {
    expect(JSON.parse(fillTemplate(template, () => 3).body ?? "")).toMatchObject({ text: "is 3", value: 3 });
    expect(JSON.parse(fillTemplate(template, () => true).body ?? "")).toMatchObject({ text: "is true", value: true });
  });

  it("says what the body is, unless the author does", () => {
    const types = (one: HttpTemplate) =>
      fillTemplate(one, () => "").headers.flatMap((header) =>
        "value" in header && /^content-type$/i.test(header.name) ? [header.value] : [],
      );
    expect(types(template)).toEqual(["application/json"]);
    expect(types({ ...template, body: { form: [] } })).toEqual(["application/x-www-form-urlencoded"]);
    expect(types({ ...template, headers: [{ name: "content-type", value: "application/ld+json" }] })).toEqual([
      "application/ld+json",
    ]);
  });

  it("sends no body with GET and never repeats what might be done twice", () => {
    expect(fillTemplate({ ...template, method: "GET" }, () => "")).not.toHaveProperty("body");
    expect(fillTemplate(template, () => "").retries).toBe(0);
    expect(fillTemplate({ ...template, method: "PUT" }, () => "").retries).toBe(3);
  });

  it("puts the query before what follows a #", () => {
    const url = "https://api.example/a?b=c#there";
    expect(fillTemplate({ ...template, url }, () => "x").url).toBe("https://api.example/a?b=c&a%20b=x#there");
  });
});
