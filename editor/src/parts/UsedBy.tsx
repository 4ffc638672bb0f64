import { Anchor, Text } from "@mantine/core";
import { Link } from "wouter";

interface Props {
  readonly flows: readonly { readonly id: string; readonly name: string }[];
  /** What stands there when none does. */
  readonly none: string;
}

/** The flows that use something of the server, each a link to it. */
export function UsedBy({ flows, none }: Props) {
  if (flows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  }
  return flows.map((flow) => (
    <Anchor key={flow.id} component={Link} href={`/flows/${flow.id}`} size="sm" display="block" truncate>
      {flow.name}
    </Anchor>
  ));
}
