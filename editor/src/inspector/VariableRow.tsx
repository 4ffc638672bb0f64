import { Checkbox, Group, NumberInput, Select, TextInput } from "@mantine/core";
import { type Variable, variableSchema } from "@ozflow/compiler";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ToolButton } from "../parts/ToolButton.tsx";
import classes from "./inspector.module.css";

const types = ["text", "number", "truth"] as const;

interface RowProps {
  readonly variable: Variable;
  readonly taken: boolean;
  change(next: Variable, group?: string): void;
  remove(): void;
  leave(): void;
}

/** One variable of the flow, to be edited. */
export default function VariableRow({ variable, taken, change, remove, leave }: RowProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const refused = typed === undefined ? undefined : faultOfName(typed);
  const { initial: _initial, ...withoutInitial } = variable;
  return (
    <div className={classes.variable}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          flex={1}
          size="xs"
          label={t("variables.name")}
          value={typed ?? variable.name}
          error={refused ?? (taken ? t("variables.taken") : undefined)}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            if (faultOfName(value) === undefined) change({ ...variable, name: value }, "name");
          }}
          onBlur={() => {
            setTyped(undefined);
            leave();
          }}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        />
        <Select
          w={104}
          size="xs"
          label={t("variables.type")}
          value={variable.type}
          allowDeselect={false}
          data={types.map((type) => ({ value: type, label: t(`variables.types.${type}`) }))}
          onChange={(type) => type !== null && change({ ...withoutInitial, type })}
        />
        <ToolButton
          label={t("variables.remove", { name: variable.name })}
          icon={IconX}
          iconSize={14}
          mt={24}
          size="sm"
          onClick={remove}
        />
      </Group>
      <Group gap="sm" mt={6} wrap="nowrap" align="flex-end">
        <Initial variable={variable} change={change} leave={leave} />
        <Checkbox
          size="xs"
          pb={6}
          label={t("variables.secret")}
          checked={variable.secret === true}
          onChange={(event) => {
            const { secret: _secret, ...open } = variable;
            change(event.currentTarget.checked ? { ...open, secret: true } : open);
          }}
        />
      </Group>
    </div>
  );
}

function Initial({ variable, change, leave }: Pick<RowProps, "variable" | "change" | "leave">) {
  const { t } = useTranslation();
  const { initial, ...without } = variable;
  const write = (value: Variable["initial"]) =>
    change(value === undefined ? without : { ...without, initial: value }, "initial");
  const shared = { flex: 1, size: "xs", label: t("variables.initial"), onBlur: leave } as const;
  switch (variable.type) {
    case "number":
      return (
        <NumberInput
          {...shared}
          placeholder="0"
          value={typeof initial === "number" ? initial : ""}
          onChange={(value) => write(typeof value === "number" ? value : undefined)}
        />
      );
    case "truth":
      return (
        <Select
          {...shared}
          value={String(initial ?? false)}
          allowDeselect={false}
          data={[
            { value: "false", label: t("variables.false") },
            { value: "true", label: t("variables.true") },
          ]}
          onChange={(value) => write(value === "true" ? true : undefined)}
        />
      );
    case "text":
      return (
        <TextInput
          {...shared}
          placeholder={t("variables.empty")}
          value={typeof initial === "string" ? initial : ""}
          onChange={({ currentTarget: { value } }) => write(value === "" ? undefined : value)}
        />
      );
  }
}

function faultOfName(name: string): string | undefined {
  const parsed = variableSchema.safeParse({ name, type: "text" });
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}
