import { commandTable } from "./commands.ts";

export type Generation = "old" | "new";
/** `documented`: a page of the manual says so. `inferred`: no stored page does; `notes` says what it rests on. */
export type Certainty = "documented" | "inferred";
export type CommandContext = "extension" | "third-party" | "routing";

export interface ParameterEntry {
  readonly name: string;
  readonly type: string;
  /** Other spellings in the manual or its samples: read, never written. */
  readonly aliases?: readonly string[];
  readonly values?: readonly string[];
  readonly unit?: string;
  readonly default?: string | number | boolean;
  readonly requiredIn?: readonly (CommandContext | "api")[];
  /** Absent: wherever the command may stand. */
  readonly appliesTo?: readonly (CommandContext | "api")[];
  /** Absent: both generations of the PBX. */
  readonly generation?: Generation;
  /** Absent: documented. */
  readonly certainty?: Certainty;
  readonly meaning: string;
}

export interface CommandEntry {
  readonly name: string;
  readonly purpose: string;
  readonly contexts: readonly (CommandContext | "api")[];
  readonly usableIn: readonly ("response" | "api")[];
  readonly firstOnly?: true;
  readonly content: string;
  /** The parameter that may be written as the text of the element. */
  readonly contentParameter?: string;
  /** Elements that may stand inside; `*` is any command. */
  readonly children?: readonly string[];
  readonly parameters: readonly ParameterEntry[];
  readonly notifications?: readonly string[];
  readonly variables?: readonly string[];
  readonly aliases?: readonly string[];
  readonly elementNames: Readonly<Record<Generation, string | null>>;
  readonly generations: readonly Generation[];
  readonly certainty: Certainty;
  readonly pages: readonly string[];
  readonly notes: string;
}

export type CommandName = (typeof commandTable)[number]["name"];

export const commands: readonly CommandEntry[] = commandTable;

/** Elements that are no commands but hold them. */
export const structuralElements: Readonly<
  Record<string, { readonly parent?: string; readonly attributes: readonly string[] }>
> = {
  Response: { attributes: [] },
  InitialCommands: { parent: "UserInput", attributes: [] },
  Inputs: { parent: "UserInput", attributes: [] },
  Input: { parent: "Inputs", attributes: ["key"] },
  item: { parent: "Array", attributes: [] },
  Received: { parent: "ReceiveAlarmNotification", attributes: [] },
  OnSetup: { parent: "Request", attributes: [] },
  OnError: { parent: "Request", attributes: [] },
};

/** Names are compared without case: no page states a rule and the vendor's examples mix them (reference section 2, inferred). */
const byLowerName = new Map(
  commands.flatMap((command) =>
    [command.name, ...(command.aliases ?? []), ...Object.values(command.elementNames)].flatMap((name) =>
      name === null ? [] : [[name.toLowerCase(), command] as const],
    ),
  ),
);

export function findCommand(elementName: string): CommandEntry | undefined {
  return byLowerName.get(elementName.toLowerCase());
}

export function findParameter(command: CommandEntry, attribute: string): ParameterEntry | undefined {
  const wanted = attribute.toLowerCase();
  return command.parameters.find((one) =>
    [one.name, ...(one.aliases ?? [])].some((name) => name.toLowerCase() === wanted),
  );
}
