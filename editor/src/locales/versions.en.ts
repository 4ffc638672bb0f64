/** Texts of the versions of a flow, in English. */
export const versions = {
  title: "Versions of {{name}}",
  list: "Versions",
  drawing: "The two versions on one drawing",
  draft: "Draft",
  draftText: "What is drawn now. Callers get it when it is published.",
  revision: "Revision {{revision}}",
  onTheLine: "On the line",
  byAt: "{{by}}, {{at}}",
  none: "Nothing has been published yet. Every revision that you publish will stand here.",
  with: "with",
  comparedWith: "Compared with",
  nothing: "nothing",
  changes: "Changes",
  same: "No step, line, variable or setting is different. What was only moved does not count.",
  marks: { added: "Added", removed: "Removed", changed: "Changed" },
  json: "Flow (JSON)",
  ozml: "OzML (zip)",
  restore: "Make it the draft",
  restored:
    "Revision {{revision}} is the draft now. Undo brings back what was there; callers notice nothing until you publish.",
};
