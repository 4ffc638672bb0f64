import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { environment, readConfig } from "../../server/src/config.ts";
import { docPages, fenced, repository } from "../support/doc-pages.ts";

const read = (path: string) => readFileSync(join(repository, path), "utf8");
const isHere = (path: string) => existsSync(join(repository, path));

describe("Dockerfile", () => {
  const lines = read("Dockerfile").replaceAll("\\\n", " ").split("\n");
  const of = (instruction: string) =>
    lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1).trim());

  test("is built from an image of the Node that package.json asks for", () => {
    expect(JSON.parse(read("package.json")).engines.node).toMatch(/^>=20\./);
    for (const image of of("FROM")) expect(image).toMatch(/^node:20-/);
  });

  test("copies files that are here, and that .dockerignore leaves there", () => {
    const ignored = read(".dockerignore").split("\n");
    for (const copied of of("COPY").filter((line) => !line.startsWith("--from"))) {
      for (const file of copied.split(" ").slice(0, -1)) {
        expect(isHere(file), file).toBe(true);
        expect(ignored).not.toContain(file);
      }
    }
  });

  test("runs the server as a user without rights, who can write into DATA_DIR", () => {
    expect(of("USER")).toEqual(["node"]);
    expect(lines.indexOf("USER node")).toBeGreaterThan(
      lines.findIndex((line) => line.includes("chown node:node /data")),
    );
    const [program, script] = JSON.parse(of("CMD").at(-1) ?? "") as string[];
    expect([program, isHere(script ?? "")]).toEqual(["node", true]);
  });

  test("sets variables that the server takes", () => {
    const set = Object.fromEntries(of("ENV").flatMap((line) => line.split(" ").map((one) => one.split("="))));
    expect(readConfig(set)).toMatchObject({ host: "0.0.0.0", dataFolder: "/data" });
  });

  test("asks after its health as the server answers", async () => {
    const [, command = "[]"] = /CMD (\[.*\])$/.exec(of("HEALTHCHECK")[0] ?? "") ?? [];
    const [program, , script = ""] = JSON.parse(command) as string[];
    expect(program).toBe("node");
    expect(script).toContain("/healthz");
    expect(() => new Function(script)).not.toThrow();
  });
});

describe("compose.yaml", () => {
  const { services, volumes } = parse(read("compose.yaml"));

  test("gives the server variables that it knows, and the database what they say", () => {
    const given = services.ozflow.environment as Record<string, string>;
    expect(Object.keys(given).filter((name) => !(name in environment.shape))).toEqual([]);
    // As compose fills them: what must be set, and nothing of the rest.
    const filled = Object.entries(given).map(([name, value]) => [name, fill(value)]);
    const config = readConfig(Object.fromEntries(filled));
    const database = new URL(config.databaseUrl ?? "");
    expect(database.hostname in services).toBe(true);
    expect(services[database.hostname].environment).toMatchObject({
      POSTGRES_USER: database.username,
      POSTGRES_DB: database.pathname.slice(1),
    });
    const { delaySeconds, graceSeconds } = config.stop;
    expect(Number.parseInt(services.ozflow.stop_grace_period, 10)).toBeGreaterThan(delaySeconds + graceSeconds);
    for (const port of services.ozflow.ports) expect(port).toMatch(new RegExp(`^127\\.0\\.0\\.1:\\d+:${config.port}$`));
  });

  test("keeps both folders of data in volumes of their own", () => {
    const named = Object.values<{ volumes: string[] }>(services).flatMap((one) => one.volumes.map((v) => v.split(":")));
    expect(named.map(([name]) => name).sort()).toEqual(Object.keys(volumes).sort());
    expect(named.map(([, path]) => path)).toContain("/data");
  });

  const fill = (value: string) =>
    value
      .replace(/\$\{PUBLIC_URL:\?\}/, "https://ivr.example.com")
      .replaceAll(/\$\{\w+:\?\}/g, "0123456789abcdef")
      .replaceAll(/\$\{\w+:-\}/g, "");
});

describe("deploy/ozflow.service", () => {
  const unit = read("deploy/ozflow.service");
  const values = (key: string) => [...unit.matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].map(([, value = ""]) => value);

  test("starts a file that is here, with variables that the server knows", () => {
    const [node, script = ""] = (values("ExecStart")[0] ?? "").split(" ");
    expect(node).toBe("/usr/bin/node");
    expect(isHere(script.replace(/^\/opt\/ozflow\//, ""))).toBe(true);
    const set = Object.fromEntries((values("Environment")[0] ?? "").split(" ").map((one) => one.split("=")));
    for (const name of Object.keys(set)) expect(name === "NODE_ENV" || name in environment.shape, name).toBe(true);
    expect(set["DATA_DIR"]).toBe(`/var/lib/${values("StateDirectory")[0]}`);
  });

  test("waits longer for the end than the server may take, and gives no rights", () => {
    const { delaySeconds, graceSeconds } = readConfig({}).stop;
    expect(Number(values("TimeoutStopSec")[0])).toBeGreaterThan(delaySeconds + graceSeconds);
    expect(values("CapabilityBoundingSet")).toEqual([""]);
    for (const key of ["NoNewPrivileges", "DynamicUser", "ProtectHome", "PrivateTmp", "RestrictSUIDSGID"]) {
      expect(values(key), key).toEqual(["yes"]);
    }
    expect(values("ProtectSystem")).toEqual(["strict"]);
  });
});

describe("commands in the pages that need what no test has", () => {
  const commands = docPages.flatMap((page) => fenced(page, "shell")).flatMap((block) => block.trim().split("\n"));
  const services = Object.keys(parse(read("compose.yaml")).services);

  test("name services and units that there are", () => {
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      const [, service] = /^docker compose (?:exec|logs) (\S+)/.exec(command) ?? [];
      if (service !== undefined) expect(services, command).toContain(service);
      const [, unit] = /^sudo (?:systemctl|journalctl) .*?(\S+)$/.exec(command) ?? [];
      if (unit !== undefined) expect(isHere(`deploy/${unit}.service`), command).toBe(true);
    }
  });

  test("name scripts that a package has", () => {
    const scriptsOf = (path: string) => Object.keys(JSON.parse(read(path)).scripts);
    for (const { path, text } of docPages) {
      for (const [, script = "", workspace] of text.matchAll(/npm run ([\w:]+)(?: -w (\w+))?/g)) {
        const manifest = workspace === undefined ? "package.json" : `${workspace}/package.json`;
        expect(scriptsOf(manifest), `${path}: npm run ${script}`).toContain(script);
      }
    }
  });
});
