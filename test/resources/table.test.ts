import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { cellOf, findRow, type LookupTable, readTable, writeTable } from "../../compiler/src/resources/table.ts";

const fault = (csv: string, key?: string) => {
  const read = readTable(csv, key);
  return "fault" in read ? read.fault.message : undefined;
};
const table = (csv: string, key?: string): LookupTable => {
  const read = readTable(csv, key);
  if ("fault" in read) throw new Error(read.fault.message);
  return read.table;
};

describe("a CSV file", () => {
  test.each([
    ["commas", "number,name\n100,Ann\n"],
    ["semicolons, as spreadsheets of half of Europe write it", "number;name\r\n100;Ann\r\n"],
    ["tabs", "number\tname\n100\tAnn"],
    ["a byte order mark, quotation marks and empty lines", '\uFEFF"number","name"\n\n"100","Ann"\n\n'],
    ["spaces around", " number , name \n 100 , Ann "],
  ])("with %s is a table", (_, csv) => {
    expect(table(csv)).toEqual({ columns: ["number", "name"], keyColumn: "number", rows: { "100": ["100", "Ann"] } });
  });

  test("is found by another column when told, and lacks what a short line leaves out", () => {
    const found = table("name,number,vip\nAnn,100\n", "number");
    expect(findRow(found, " 100 ")).toEqual(["Ann", "100", ""]);
    expect(cellOf(found, ["Ann", "100", ""], "name")).toBe("Ann");
    expect(cellOf(found, ["Ann", "100", ""], "none")).toBeUndefined();
  });

  test.each([
    ["", /^The file is empty/],
    ["\n \n", /^The file is empty/],
    ["number,\n1,2", /^The column 2 has no name/],
    ["a,b,a\n", /^Two columns are called "a"/],
    ["a,b\n1,2,3\n", /^Line 2 has 3 cells/],
    ["a,b\n,2\n", /^Line 2 has nothing in the column "a"/],
    ["a,b\n1,2\n\n2,2\n1,3\n", /^Line 5: "1" stands in line 2 already/],
    ['a,b\n1,"over\ntwo lines"\n1,3\n', /^Line 4: "1" stands in line 2 already/],
    ['a,b\n1,2\n2,"never closed\n', /^Line 3: a quotation mark/],
    [`a\n${"x".repeat(2001)}`, /^Line 2 has a cell of more than 2,000/],
    [Array.from({ length: 51 }, (_, index) => `c${index}`).join(","), /at most 50 columns/],
    [`a\n${Array.from({ length: 50_001 }, (_, index) => index).join("\n")}`, /at most 50,000 rows; this has 50,001/],
  ])("like %j is refused in a sentence", (csv, sentence) => expect(fault(csv)).toMatch(sentence));

  test("has no column of that name", () =>
    expect(fault("a,b\n1,2", "c")).toBe('There is no column "c"; there are a, b.'));

  test("gives back what was written into it, whatever the words are", () => {
    const word = fc
      .string({ minLength: 1, unit: "grapheme" })
      .map((text) => text.trim())
      .filter((text) => text !== "");
    const rows = fc.uniqueArray(fc.tuple(word, word), { minLength: 1, maxLength: 20, selector: ([key]) => key });
    fc.assert(
      fc.property(rows, (cells) => {
        const read = table(Papa.unparse({ fields: ["key", "value"], data: cells.map((one) => [...one]) }));
        for (const [key, value] of cells) expect(findRow(read, key)).toEqual([key, value]);
      }),
    );
  });
});

describe("a table that is written as a file", () => {
  test("keeps what a spreadsheet takes for formulas as it is, and says that it is UTF-8", () => {
    const risky = table("number,say\n+36301234567,=1+1\n-5,@SUM(A1)\n");
    expect(writeTable(risky)).toBe("\uFEFFnumber,say\n+36301234567,=1+1\n-5,@SUM(A1)\n");
  });

  test("is read as the same table, whatever its cells and the names of its columns are", () => {
    const word = fc
      .oneof(
        fc.string({ unit: "grapheme", maxLength: 8 }),
        fc.string({ unit: fc.constantFrom(..."=+-@,;\t\"'\r\n 0a"), maxLength: 8 }),
      )
      .map((text) => text.trim());
    const name = word.filter((text) => text !== "");
    const drawn = fc
      .record({
        columns: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
        keys: fc.uniqueArray(name, { maxLength: 6 }),
        others: fc.infiniteStream(word),
        key: fc.nat(),
      })
      .map(({ columns, keys, others, key }): LookupTable => {
        const at = key % columns.length;
        const rowOf = (id: string) => columns.map((_, index) => (index === at ? id : (others.next().value ?? "")));
        return {
          columns,
          keyColumn: columns[at] ?? "",
          rows: Object.fromEntries(keys.map((id) => [id, rowOf(id)])),
        };
      });
    fc.assert(
      fc.property(drawn, (one) => {
        expect(table(writeTable(one), one.keyColumn)).toEqual(one);
      }),
    );
  });
});

test("nothing is found in what every object has, nor for nothing", () => {
  const found = table("key\n1\n");
  for (const key of ["__proto__", "constructor", "toString", "", " "]) expect(findRow(found, key)).toBeUndefined();
  expect(findRow(table("key\n__proto__\n"), "__proto__")).toEqual(["__proto__"]);
  expect(findRow(undefined, "1")).toBeUndefined();
});
