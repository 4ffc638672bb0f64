/**
 * How a flow names a sound of the prompt library in place of a file: `prompt:` and the sound's id. The server
 * gives it an address when it serves the document, so a sound can be replaced without publishing the flow again.
 */
export function libraryPrompt(id: string): string {
  return `prompt:${id}`;
}

const pattern = /^\s*prompt:([A-Za-z0-9_-]{1,64})\s*$/;

/** The id in such a name; undefined when the text is a file or an address. */
export function libraryPromptId(audio: string): string | undefined {
  return pattern.exec(audio)?.[1];
}
