import { readFileSync } from "node:fs";
import { commands, findCommand, findParameter } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";

/** The client's reference, as it was given to us: what the vocabulary is held against. */
interface Reference {
  readonly commands: readonly {
    readonly name: string;
    readonly certainty: string;
    readonly contexts: readonly string[];
    readonly firstOnly: boolean;
    readonly contentParameter?: string;
    readonly generations: readonly string[];
    readonly elementNames: Readonly<Record<"old" | "new", string | null>>;
    readonly parameters: readonly {
      readonly name: string;
      readonly type: string;
      readonly aliases?: readonly string[];
      readonly certainty: string;
      readonly generation: string;
      readonly required: Readonly<Record<string, boolean>>;
    }[];
  }[];
}
const reference: Reference = JSON.parse(
  readFileSync(new URL("../fixtures/ozml-reference.json", import.meta.url), "utf8"),
);

/** These two go with every API request; they are no parameters of a command. */
const everyRequest = ["Username", "Password"];

describe("the vocabulary", () => {
  it("has the 39 commands of the reference, nothing missing and nothing extra", () => {
    expect(commands.map((one) => one.name)).toEqual(reference.commands.map((one) => one.name));
    expect(commands).toHaveLength(39);
  });

  it.each(reference.commands.map((one) => [one.name, one] as const))(
    "%s says what the reference says",
    (name, wanted) => {
      const command = findCommand(name);
      expect(command?.certainty).toBe(wanted.certainty);
      expect(command?.firstOnly ?? false).toBe(wanted.firstOnly);
      expect(command?.contentParameter).toBe(wanted.contentParameter ?? undefined);
      expect(command?.generations).toEqual(wanted.generations);
      expect(command?.elementNames).toEqual(wanted.elementNames);
      const parameters = wanted.parameters.filter((one) => !everyRequest.includes(one.name));
      expect(command?.parameters.map((one) => one.name)).toEqual(parameters.map((one) => one.name));
      for (const parameter of parameters) {
        const ours = command && findParameter(command, parameter.name);
        expect(ours?.type).toBe(parameter.type);
        expect(ours?.certainty ?? "documented").toBe(parameter.certainty);
        expect(ours?.generation ?? "both").toBe(parameter.generation);
        expect(ours?.aliases ?? []).toEqual(parameter.aliases ?? []);
        const requiredIn = Object.entries(parameter.required).filter(([, required]) => required);
        expect(ours?.requiredIn ?? []).toEqual(
          requiredIn.map(([where]) => (where === "thirdParty" ? "third-party" : where)),
        );
      }
    },
  );

  it("finds commands by every name they have had, in any case", () => {
    expect(findCommand("forward")?.name).toBe("ForwardCall");
    expect(findCommand("Userinput")?.name).toBe("UserInput");
    expect(findCommand("SENDSMS")?.name).toBe("SendSms");
    expect(findCommand("Nothing")).toBeUndefined();
  });
});
