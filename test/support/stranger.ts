import { attribute, type OzmlElement, readOzml, sameName } from "@ozflow/compiler";
import { expect } from "vitest";
import { faultsInOzml } from "./ozml-check.ts";

/** A document somebody got, with the addresses in it. */
export interface Received {
  readonly status: number;
  readonly xml: string;
  /** All that is spoken anywhere in the document, in order. */
  readonly spoken: readonly string[];
  /** Names of the commands, in order. */
  readonly commands: readonly string[];
  /** Where the first such command leads that leads to a document whose address is like this. */
  address(command: string, parameter: string, like?: RegExp): string;
}

/** Asks as a PBX that has read the manual and nothing of ours: a form by POST. Every answer must be OzML with status 200. */
export async function notify(url: string, form: Readonly<Record<string, string>>): Promise<Received> {
  const body = new URLSearchParams(form).toString();
  const headers = { "Content-Type": "application/x-www-form-urlencoded", "Cache-Control": "no-store,no-cache" };
  return received(await fetch(url, { method: "POST", headers, body }));
}

/** Checks what any PBX may rely on and reads the document. */
export async function received(response: Response): Promise<Received> {
  const xml = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/xml; charset=utf-8");
  expect(faultsInOzml(xml)).toEqual([]);
  const { root } = readOzml(xml);
  const elements = root === undefined ? [] : allIn(root);
  return {
    status: response.status,
    xml,
    spoken: elements.filter((one) => sameName(one.name, "Speak")).map((one) => one.text.trim()),
    commands: elements.slice(1).map((one) => one.name),
    address(command, parameter, like = /^http:/) {
      const given = elements
        .filter((one) => sameName(one.name, command))
        .map((one) => attribute(one, parameter) ?? one.text.trim())
        .find((address) => like.test(address));
      expect(given, `${command} ${parameter} in ${xml}`).toBeDefined();
      return given ?? "";
    },
  };
}

function allIn(element: OzmlElement): readonly OzmlElement[] {
  return [element, ...element.children.flatMap(allIn)];
}
