import type { ReactNode } from "react";
import type { z } from "zod";
import type { Field } from "../model/fields.ts";
import type { Path } from "../model/value-at.ts";

/** What lies under a field: the fields of an object, or the one field that a described schema is. */
export interface FieldListProps {
  readonly schema: z.ZodType;
  readonly data: unknown;
  readonly path: Path;
  /** A name for the first field, whose own title is not shown then. */
  readonly named?: string;
}

export interface ControlProps {
  readonly field: Field;
  readonly path: Path;
  /** Set where the field's own title would only repeat what stands above it: the name for screen readers. */
  readonly named?: string;
  /** Draws what lies under this field. Given, not imported: controls are what it draws with. */
  readonly Fields: (props: FieldListProps) => ReactNode;
}
