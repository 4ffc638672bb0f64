import { Paper, Table, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./list.module.css";

interface Head {
  readonly title: string;
  readonly className?: string | undefined;
  readonly width?: string;
}

interface ListTableProps {
  /** Its name for screen readers. */
  readonly label: string;
  readonly heads: readonly (string | Head)[];
  /** A last column holds buttons; its head is heard and not seen. */
  readonly hasActions?: boolean;
  /** Each row leads somewhere. */
  readonly highlightOnHover?: boolean;
  /** Rows. */
  readonly children: ReactNode;
}

/** A list of a page, as a table on a card. */
export function ListTable({ label, heads, hasActions = false, highlightOnHover = false, children }: ListTableProps) {
  const { t } = useTranslation();
  const shown = heads.map((one) => (typeof one === "string" ? { title: one } : one));
  return (
    <Paper withBorder radius="lg" className={classes.table}>
      <Table aria-label={label} highlightOnHover={highlightOnHover}>
        <Table.Thead>
          <Table.Tr>
            {shown.map(({ title, className, width }) => (
              <Table.Th key={title} className={className ?? ""} w={width}>
                {title}
              </Table.Th>
            ))}
            {hasActions && (
              <Table.Th>
                <VisuallyHidden>{t("flows.actions")}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Paper>
  );
}
