import { findStepDefinition } from "@ozflow/compiler";
import { NamedIcon } from "./icons.tsx";
import classes from "./step-icon.module.css";

/** The picture of a step kind, in the colour of its family. */
export function StepIcon({ type, size = 28 }: { readonly type: string; readonly size?: number }) {
  const definition = findStepDefinition(type);
  return (
    <span className={classes.tile} data-family={definition?.family} style={{ width: size, height: size }}>
      <NamedIcon name={definition?.icon ?? ""} size={Math.round(size * 0.6)} />
    </span>
  );
}
