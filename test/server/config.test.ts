import { ConfigError, readConfig } from "@ozflow/server";
import { describe, expect, test } from "vitest";

function sentences(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "";
}

describe("without any variable", () => {
  test("the server keeps to this computer and to the virtual PBX", () => {
    expect(readConfig({})).toMatchObject({ host: "127.0.0.1", port: 8780, pbx: undefined, virtualPbxPort: 9509 });
  });
  test("an empty variable counts as not set", () => {
    expect(readConfig({ PORT: "", PBX: "", OZEKI_URL: "" })).toEqual(readConfig({}));
  });
});

describe("a wrong variable stops the start with its name and what is allowed", () => {
  test.each([
    [{ PORT: "telephone" }, "PORT must be a port, a whole number from 0 (any free one) to 65535."],
    [{ PORT: "70000" }, "PORT must be a port, a whole number from 0 (any free one) to 65535."],
    [{ VIRTUAL_PBX_PORT: "1.5" }, "VIRTUAL_PBX_PORT must be a port, a whole number from 0 (any free one) to 65535."],
    [{ HOST: "a b" }, "HOST must be a host name or an address such as 127.0.0.1."],
    [{ PUBLIC_URL: "ftp://x" }, "PUBLIC_URL must be an http or https address such as https://ivr.example.com."],
    [
      { PUBLIC_URL: "http://x/?a=b" },
      'PUBLIC_URL must be an http or https address such as https://ivr.example.com, without "?" and "#".',
    ],
    [{ PBX: "asterisk" }, "PBX must be virtual or ozeki."],
    [{ OZEKI_GENERATION: "older" }, "OZEKI_GENERATION must be new or old."],
    [{ OZEKI_URL: "pbx" }, "OZEKI_URL must be an http or https address such as http://pbx.example.com:9509."],
    [{ FALLBACK_NUMBER: "the boss" }, "FALLBACK_NUMBER must be a number or an extension, such as 2000."],
    [{ ADMIN_EMAIL: "admin" }, "ADMIN_EMAIL must be an e-mail address."],
    [{ ADMIN_PASSWORD: "short" }, "ADMIN_PASSWORD must have at least 8 characters."],
    [
      { METRICS_FROM: "127.0.0.1, home" },
      "METRICS_FROM must be addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8.",
    ],
    [
      { DATABASE_URL: "mysql://x/y" },
      "DATABASE_URL must be an address such as postgresql://user:password@host:5432/ozflow.",
    ],
    [{ CALLBACK_SECONDS: "0" }, "CALLBACK_SECONDS must be a whole number from 1 to 120."],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be debug or info or warn or error or silent."],
    [
      { PBX: "ozeki" },
      "OZEKI_URL must be set when PBX is ozeki: the address of its HTTP API, such as http://pbx.example.com:9509.",
    ],
    [{ OZEKI_USER: "u" }, "OZEKI_USER and OZEKI_PASSWORD go together: set both or neither."],
    [
      { PBX: "ozeki", OZEKI_URL: "http://p:7780", OZEKI_GENERATION: "old" },
      "OZEKI_API_EXTENSION must be set when OZEKI_GENERATION is old: older systems place no call without it.",
    ],
  ])("%j", (environment, sentence) => {
    expect(sentences(environment)).toBe(sentence);
  });

  test("all of them at once", () => {
    expect(sentences({ PORT: "x", PBX: "y" }).split("\n")).toHaveLength(2);
  });
});
