import { Input, SegmentedControl, Stack } from "@mantine/core";
import { useRef } from "react";
import { z } from "zod";
import { alternativesOf, elementOf, fieldsOf } from "../../model/fields.ts";
import { newValue } from "../../model/new-value.ts";
import type { ControlProps } from "../control.ts";
import classes from "../inspector.module.css";
import { useField } from "../step-form.tsx";

/**
 * What a caller hears: one of the schema's alternatives (a text, an audio file, several). Switching back brings back what
 * was there; what becomes a list begins with it.
 */
export function PromptControl({ field: { meta, schema }, path, Fields }: ControlProps) {
  const { value, error, set } = useField(path);
  const alternatives = alternativesOf(schema);
  const keysOf = (index: number) => fieldsOf(alternatives[index] ?? schema).map((field) => field.key);
  const isRecord = value !== null && typeof value === "object";
  const chosen = Math.max(
    0,
    alternatives.findIndex((_, index) => isRecord && Object.hasOwn(value, keysOf(index)[0] ?? "")),
  );
  const left = useRef(new Map<number, unknown>());
  const choose = (next: number) => {
    const schemaOfNext = alternatives[next];
    if (next === chosen || schemaOfNext === undefined) return;
    const [own, kept] = apart(value, sharedKeys(alternatives));
    left.current.set(chosen, own);
    const begun = left.current.get(next) ?? listOf(own, schemaOfNext);
    set({ ...((begun ?? newValue(schemaOfNext, { siblings: [], variables: [] })) as object), ...kept });
  };
  return (
    <Input.Wrapper error={error} errorProps={{ mt: 6 }} className={classes.prompt}>
      <Stack gap={6}>
        <Input.Label component="div">{meta.title}</Input.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={meta.title}
          value={String(chosen)}
          onChange={(next) => choose(Number(next))}
          data={alternatives.map((one, index) => ({
            value: String(index),
            label: fieldsOf(one)[0]?.meta.title ?? String(index),
          }))}
        />
        <Fields key={chosen} schema={alternatives[chosen] ?? schema} data={value} path={path} named={meta.title} />
      </Stack>
    </Input.Wrapper>
  );
}

/** What is said of a prompt of whatever kind: its translations. */
function sharedKeys(alternatives: readonly z.ZodType[]): ReadonlySet<string> {
  const [first = [], ...others] = alternatives.map((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []));
  return new Set(first.filter((key) => others.every((keys) => keys.includes(key))));
}

/** The value without what lies under the keys, and that. */
function apart(value: unknown, keys: ReadonlySet<string>): readonly [object, object] {
  const entries = Object.entries(value ?? {});
  const [own, kept] = [false, true].map((isKept) => entries.filter(([key]) => keys.has(key) === isKept));
  return [Object.fromEntries(own ?? []), Object.fromEntries(kept ?? [])];
}

/** The value as the first of several, where the alternative is a list of such values. */
function listOf(value: unknown, alternative: z.ZodType): unknown {
  const [list] = fieldsOf(alternative);
  const element = list === undefined ? undefined : elementOf(list.schema);
  return element?.safeParse(value).success === true ? { [list?.key ?? ""]: [value] } : undefined;
}
