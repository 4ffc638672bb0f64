/** English texts of a part that is loaded later. */
export const exporting = {
  title: "Export OzML files",
  text: "The documents as .ozml files in a zip, for any web server. They link to each other, so they must know where they will lie.",
  baseUrl: "Address of the folder",
  baseUrlHelp: "Where you will put the files.",
  errors: "The flow has errors and makes no documents. The problems list says what to do.",
  needsServer: "These steps are decided call by call and need the OzFlow server; their documents are left out:",
  count: "{{count}} of {{of}} documents",
  download: "Download zip",
};
