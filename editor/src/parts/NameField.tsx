import { TextInput } from "@mantine/core";
import { useState } from "react";

interface Props {
  readonly label: string;
  readonly name: string;
  readonly readOnly: boolean;
  rename(name: string): void;
}

/** A name in a table, changed where it stands: on leaving it, or with Enter. An emptied one comes back. */
export function NameField({ label, name, readOnly, rename }: Props) {
  const [typed, setTyped] = useState(name);
  const leave = () => {
    const next = typed.trim();
    if (next === "" || next === name) setTyped(name);
    else rename(next);
  };
  return (
    <TextInput
      variant="unstyled"
      aria-label={label}
      value={typed}
      maxLength={120}
      readOnly={readOnly}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      styles={{ input: { border: 0, fontWeight: 600 } }}
    />
  );
}
