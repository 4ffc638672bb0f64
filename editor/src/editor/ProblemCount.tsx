import { Badge } from "@mantine/core";
import { countBySeverity } from "../publish/use-publishing.ts";
import { useFindings } from "../workplace.tsx";

export function ProblemCount() {
  const diagnostics = useFindings((state) => state.diagnostics);
  const { errors } = countBySeverity(diagnostics);
  if (diagnostics.length === 0) return null;
  return (
    <Badge size="sm" circle={diagnostics.length < 10} variant="light" color={errors > 0 ? "red" : "yellow"}>
      {diagnostics.length}
    </Badge>
  );
}
