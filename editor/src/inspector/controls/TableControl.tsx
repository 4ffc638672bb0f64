import { IconTablePlus } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session.tsx";
import { readTables, useReadTables, useTables } from "../../tables/table-library.ts";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";
import { LibrarySelect } from "./LibrarySelect.tsx";

const TableDialog = lazy(() => import("../../tables/TableDialog.tsx"));

/** A table of the server, chosen by name; one can be uploaded without leaving the flow. */
export function TableControl({ field: { meta }, path }: ControlProps) {
  const { t } = useTranslation();
  const { value, error, set } = useField(path);
  const mayAdd = useMay()("addTable");
  useReadTables();
  const [isAdding, setAdding] = useState(false);
  const add = { label: t("stepForm.newTable"), icon: IconTablePlus, run: () => setAdding(true) };
  return (
    <>
      <LibrarySelect
        meta={meta}
        value={value}
        error={error}
        entries={useTables()}
        words={{ choose: t("stepForm.chooseTable"), none: t("stepForm.noTable") }}
        deeds={mayAdd ? [add] : []}
        onChoose={set}
      />
      {isAdding && (
        <Suspense>
          <TableDialog
            onClose={() => setAdding(false)}
            onDone={async (table) => {
              await readTables();
              set(table.id);
              setAdding(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
