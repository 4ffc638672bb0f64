/** Texts of the sheet of keys, in English. */
export const shortcuts = {
  single: "Keys of one letter",
  singleHelp: "Switch them off if you dictate, or if your screen reader listens to letters.",
  groups: { move: "Find the way", edit: "Draw", view: "See", flow: "Flow", outline: "In the outline" },
  outline: {
    move: "Row above, row below",
    fold: "Fold, unfold, to the row it belongs to",
    ends: "First row, last row",
    letters: "To the row that begins with these letters",
    enter: "Edit the step; follow the way out, or add a step behind it",
    menu: "All that can be done with the row",
  },
};
