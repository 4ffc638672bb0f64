import type { ActiveCall, Extension, HistoryFilter, OzmlElement, PastCall } from "@ozflow/compiler";
import type { ContactFilter, Page, PageAsked, PbxLists } from "./driver.ts";
import type { SendCommand } from "./ozeki-command.ts";
import { entriesOf, numberOf, textOf } from "./ozeki-reply.ts";

/** Rows of a page when nobody says (p_7634, p_7668). */
const defaultRows = 20;

export function ozekiLists(send: SendCommand): PbxLists {
  async function callHistory(filter: HistoryFilter = {}, { page = 0, rows = defaultRows }: PageAsked = {}) {
    const reply = await send("ListCallHistory", {
      CallerId: filter.callerId,
      CallId: filter.callId,
      Source: filter.source,
      Destination: filter.destination,
      Dialed: filter.dialed,
      Direction: filter.direction,
      State: filter.state,
      Type: filter.type,
      From: filter.from,
      PageNumber: page,
      RowsPerPage: rows,
    });
    const entries = entriesOf(reply, ["CallHistory", "Calls"], ["Call", "CallInfo"]);
    return { rows: entries.map(readPastCall), total: numberOf(reply, "TotalRecords", "NumberOfCalls") };
  }

  async function contacts(
    addressBook: string,
    filter: ContactFilter = {},
    { page = 0, rows = defaultRows }: PageAsked = {},
  ) {
    const reply = await send("ListAddressbookContacts", {
      AddressbookName: addressBook,
      Email: filter.email,
      FullName: filter.fullName,
      PhoneNumber: filter.phoneNumber,
      PageNumber: page,
      RowsPerPage: rows,
    });
    const found = entriesOf(reply, ["Contacts"], ["Contact"]).map((one) => ({
      name: textOf(one, "Name"),
      number: textOf(one, "PhoneNumber"),
      email: textOf(one, "Email"),
    }));
    return { rows: found, total: numberOf(reply, "TotalRecords") };
  }

  return {
    async listActiveCalls() {
      // Call in the newer generation, CallInfo in the older one.
      return entriesOf(await send("ListActiveCalls"), ["ActiveCalls"], ["Call", "CallInfo"]).map(readActiveCall);
    },
    callHistory,
    wholeCallHistory: (filter) => eachRow((page) => callHistory(filter, { page })),
    async listExtensions(type) {
      const reply = await send("ListExtensions", { Type: type });
      return entriesOf(reply, ["Extensions"], ["ExtensionSummary"]).map(readExtension);
    },
    async listExtensionTypes() {
      // Inferred, as the reply to ListAddressbookNames: no stored page shows either.
      const reply = await send("ListExtensionTypes");
      return entriesOf(reply, ["ExtensionTypes"], ["ExtensionType"]).map((one) => one.text.trim());
    },
    async listAddressBooks() {
      const reply = await send("ListAddressbookNames");
      return entriesOf(reply, ["AddressbookNames", "Addressbooks"], ["AddressbookName", "Addressbook"]).map(
        (one) => textOf(one, "Name") || one.text.trim(),
      );
    },
    contacts,
    allContacts: (addressBook, filter) => eachRow((page) => contacts(addressBook, filter, { page })),
  };
}

/** Asks for page after page until as many rows came as there are, or a page has none. */
async function* eachRow<Row>(ask: (page: number) => Promise<Page<Row>>): AsyncGenerator<Row, void> {
  let came = 0;
  for (let page = 0; ; page += 1) {
    const { rows, total } = await ask(page);
    yield* rows;
    came += rows.length;
    if (rows.length === 0 || came >= total) return;
  }
}

function readActiveCall(element: OzmlElement): ActiveCall {
  return {
    callId: textOf(element, "CallId"),
    source: textOf(element, "Source"),
    callerId: textOf(element, "CallerId"),
    destination: textOf(element, "Destination"),
    startTime: textOf(element, "StartTime"),
    ringSeconds: numberOf(element, "RingDuration"),
    talkSeconds: numberOf(element, "TalkDuration"),
    callState: textOf(element, "CallState"),
  };
}

function readPastCall(element: OzmlElement): PastCall {
  return {
    callId: textOf(element, "CallId"),
    startTime: textOf(element, "StartTime"),
    direction: textOf(element, "Direction"),
    source: textOf(element, "Source"),
    destination: textOf(element, "Destination"),
    state: textOf(element, "State"),
    dialed: textOf(element, "Dialed"),
    callerId: textOf(element, "CallerId"),
    type: textOf(element, "Type"),
  };
}

function readExtension(element: OzmlElement): Extension {
  return {
    id: textOf(element, "Id"),
    number: textOf(element, "PhoneNumber", "Id"),
    type: textOf(element, "Type"),
    state: textOf(element, "State"),
  };
}
