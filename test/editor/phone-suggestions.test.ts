import { describe, expect, it } from "vitest";
import { suggest } from "../../editor/src/parts/use-phone-suggestions.ts";

const extensions = [
  { id: "1", number: "101", type: "Phone" },
  { id: "2", number: "9000", type: "Echo test" },
];
const contacts = [
  { name: "Ada", number: "+3615550101", addressBook: "Office" },
  { name: "Front desk", number: "101", addressBook: "Office" },
  { name: "Nobody", number: "", addressBook: "Office" },
];

describe("numbers that are suggested", () => {
  it("are the extensions that have the typed words in their number or name", () => {
    expect(suggest("ech", extensions, []).extensions).toEqual([{ number: "9000", name: "Echo test" }]);
    expect(suggest("", extensions, []).extensions).toHaveLength(2);
  });

  it("are each offered once, and only where there is a number to dial", () => {
    const found = suggest("", extensions, contacts);
    expect(found.extensions.map((one) => one.number)).toEqual(["101", "9000"]);
    expect(found.contacts).toEqual([{ number: "+3615550101", name: "Ada" }]);
  });
});
