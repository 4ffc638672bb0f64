/** English texts of fields for days and times. */
export const timeField = {
  pick: "{{field}}: choose in a calendar",
  such: "Such as {{time}}",
  nextMonth: "Next month",
  previousMonth: "Previous month",
  nextYear: "Next year",
  previousYear: "Previous year",
  nextDecade: "Next decade",
  previousDecade: "Previous decade",
};
