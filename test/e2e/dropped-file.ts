import type { Locator } from "playwright-core";

/** Lets a file go over a part of the page, as if it had been dragged from a folder. */
export async function dropFile(target: Locator, file: { readonly name: string; readonly text: string }): Promise<void> {
  // As text: it runs in the page, whose types the tests do not have.
  const carried = `(() => {
    const carried = new DataTransfer();
    carried.items.add(new File([${JSON.stringify(file.text)}], ${JSON.stringify(file.name)}));
    return carried;
  })()`;
  const dataTransfer = await target.page().evaluateHandle(carried);
  await target.dispatchEvent("dragover", { dataTransfer });
  await target.dispatchEvent("drop", { dataTransfer });
}
