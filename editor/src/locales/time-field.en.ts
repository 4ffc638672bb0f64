/** English texts of fields for days and times. */
export const timeField = {
  pick: "Choose in a calendar",
  pickFor: "{{field}}: choose in a calendar",
  such: "Such as {{time}}",
  nextMonth: "Next month",
  previousMonth: "Previous month",
  chooseMonth: "Choose the month",
  nextYear: "Next year",
  previousYear: "Previous year",
  chooseYear: "Choose the year",
  nextDecade: "Next decade",
  previousDecade: "Previous decade",
};
