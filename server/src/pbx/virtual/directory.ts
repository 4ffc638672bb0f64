/** Who and what is on the virtual PBX. */
export interface Directory {
  readonly extensions: readonly DirectoryExtension[];
  readonly addressBooks: Readonly<Record<string, readonly DirectoryContact[]>>;
}

export interface DirectoryExtension {
  readonly number: string;
  /** As the newer generation names them (p_7638). */
  readonly type: "Phone" | "IVR extension" | "Echo test";
  readonly state: "Connected" | "Disconnected";
}

export interface DirectoryContact {
  readonly name: string;
  readonly number: string;
  readonly email: string;
}

/** A small office, so that there is somebody to transfer to. */
export const smallOffice: Directory = {
  extensions: [
    { number: "101", type: "Phone", state: "Connected" },
    { number: "102", type: "Phone", state: "Connected" },
    { number: "103", type: "Phone", state: "Disconnected" },
    { number: "1000", type: "IVR extension", state: "Connected" },
    { number: "9000", type: "Echo test", state: "Connected" },
  ],
  addressBooks: {
    office: [
      { name: "Anna Kovacs", number: "101", email: "anna@example.com" },
      { name: "Ben Okafor", number: "102", email: "ben@example.com" },
      { name: "Carla Diaz", number: "103", email: "carla@example.com" },
    ],
    clients: [{ name: "Harbour Books", number: "+441632960001", email: "desk@example.org" }],
  },
};
