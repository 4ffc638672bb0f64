import { Anchor, Text } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";

/** Opens what the phone system says is a recording; only a web address is a link, whatever somebody has sent as one. */
export function RecordingLink({ url }: { readonly url: string }) {
  if (!/^https?:\/\//i.test(url)) {
    return (
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {url}
      </Text>
    );
  }
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" size="sm" style={{ overflowWrap: "anywhere" }}>
      {fileName(url)} <IconExternalLink size={14} style={{ verticalAlign: "-2px" }} aria-hidden />
    </Anchor>
  );
}

/** The end of the address tells recordings apart; the whole of it is shown when it has no path. */
function fileName(url: string): string {
  const name =
    url
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) ?? "";
  return name === "" ? url : name;
}
