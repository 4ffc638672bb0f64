import type { DirectoryContact } from "../directory.ts";
import type { VirtualCall } from "../virtual-call.ts";
import { type ApiCommands, type Asked, invalid } from "./command.ts";
import { type ReplyElement, success } from "./reply.ts";

/** Rows of a page when nobody says (p_7634, p_7668). */
const defaultRows = 20;

/** Commands that only tell. Containers, entries and fields of either generation: reference, section 5. */
export const listCommands: ApiCommands = {
  ListActiveCalls: {
    run({ pbx, now, generation }) {
      const content = pbx
        .activeCalls()
        .map((one) => element(generation === "new" ? "Call" : "CallInfo", activeCall(one, now(), generation)));
      return success([{ name: "ActiveCalls", content }]);
    },
  },
  ListCallHistory: {
    run(asked) {
      const { pbx, generation, parameters } = asked;
      const found = pbx
        .pastCalls()
        .map(pastCall)
        .filter((row) => matches(row, parameters));
      return page(asked, "ListCallHistory", {
        container: generation === "new" ? "CallHistory" : "Calls",
        total: generation === "new" ? "TotalRecords" : "NumberOfCalls",
        rows: found.map((row) => element("Call", row)),
      });
    },
  },
  ListExtensions: {
    run({ pbx, generation, parameters: { type = "" } }) {
      const content = pbx.directory.extensions
        .filter((one) => generation === "old" || type === "" || one.type.toLowerCase() === type.toLowerCase())
        .map(({ number, type: kind, state }) =>
          element(
            "ExtensionSummary",
            generation === "new"
              ? { Id: `${number}@localhost`, PhoneNumber: number, Type: kind, State: state }
              : { Id: number, Type: kind },
          ),
        );
      return success([{ name: "Extensions", content }]);
    },
  },
  ListExtensionTypes: {
    run({ pbx }) {
      const types = [...new Set(pbx.directory.extensions.map((one) => one.type))];
      // Our own form, as the next one: no stored page shows either.
      const content = types.map((type) => ({ name: "ExtensionType", content: type }));
      return success([{ name: "ExtensionTypes", content }]);
    },
  },
  ListAddressbookNames: {
    run({ pbx }) {
      const content = Object.keys(pbx.directory.addressBooks).map((name) => ({
        name: "AddressbookName",
        content: name,
      }));
      return success([{ name: "AddressbookNames", content }]);
    },
  },
  ListAddressbookContacts: {
    needs: ["AddressbookName"],
    run(asked) {
      const { addressbookname = "", email = "", fullname = "", phonenumber = "" } = asked.parameters;
      const contacts = asked.pbx.directory.addressBooks[addressbookname];
      if (contacts === undefined) return invalid("AddressbookName", "ListAddressbookContacts");
      const isFound = ({ name, number, email: address }: DirectoryContact) =>
        contains(name, fullname) && contains(number, phonenumber) && contains(address, email);
      const rows = contacts
        .filter(isFound)
        .map(({ name, number, email: address }) =>
          element("Contact", { Name: name, PhoneNumber: number, Email: address }),
        );
      return page(asked, "ListAddressbookContacts", { container: "Contacts", total: "TotalRecords", rows });
    },
  },
};

function page(
  { parameters: { pagenumber, rowsperpage } }: Asked,
  command: string,
  {
    container,
    total,
    rows,
  }: { readonly container: string; readonly total: string; readonly rows: readonly ReplyElement[] },
): string {
  const number = Number(pagenumber || 0);
  const size = Number(rowsperpage || defaultRows);
  if (!Number.isInteger(number) || number < 0) return invalid("PageNumber", command);
  if (!Number.isInteger(size) || size < 1) return invalid("RowsPerPage", command);
  return success([
    { name: total, content: String(rows.length) },
    { name: container, content: rows.slice(number * size, (number + 1) * size) },
  ]);
}

function activeCall({ facts, state, destination, answeredAt }: VirtualCall, now: Date, generation: "old" | "new") {
  const ring = (answeredAt ?? now).getTime() - facts.startedAt.getTime();
  const talk = answeredAt === undefined ? 0 : now.getTime() - answeredAt.getTime();
  const { id, source, callerId, startedAt } = facts;
  const seconds = (ms: number) => (generation === "new" ? (ms / 1000).toFixed(3) : String(Math.round(ms / 1000)));
  const times = { RingDuration: seconds(ring), TalkDuration: seconds(talk) };
  const sides = { CallId: id, Source: source, CallerId: callerId, Destination: destination };
  if (generation === "old") return { CallState: state, ...sides, StartTime: startedAt.toISOString(), ...times };
  const dialed = { CallerDialed: facts.destination, CalleeDialed: facts.destination };
  return { ...sides, ...dialed, StartTime: timeOf(startedAt), ...times, CallState: state };
}

function pastCall({ facts, destination, result }: VirtualCall): Readonly<Record<string, string>> {
  return {
    StartTime: timeOf(facts.startedAt),
    Direction: { incoming: "Inbound", outgoing: "Outbound", internal: "Internal" }[facts.direction],
    Source: facts.source,
    Destination: destination,
    State: result,
    Dialed: facts.destination,
    CallerId: facts.callerId,
    Type: "Audio",
    CallId: facts.id,
  };
}

/** An empty parameter is no filter (p_7634). */
function matches(row: Readonly<Record<string, string>>, parameters: Readonly<Record<string, string>>): boolean {
  const from = parameters["from"] ?? "";
  if (from !== "" && (row["StartTime"] ?? "") < from) return false;
  return Object.entries(row).every(([name, value]) => {
    const wanted = parameters[name.toLowerCase()] ?? "";
    return name === "StartTime" || wanted === "" || wanted.toLowerCase() === value.toLowerCase();
  });
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/** As the newer generation writes times: "2019-04-09 10:34:07". */
function timeOf(time: Date): string {
  return time.toISOString().slice(0, 19).replace("T", " ");
}

function element(name: string, fields: Readonly<Record<string, string>>): ReplyElement {
  return { name, content: Object.entries(fields).map(([field, content]) => ({ name: field, content })) };
}
