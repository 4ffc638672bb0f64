/** English texts of a part that is loaded later. */
export const address = {
  none: "The flow has no address yet: publish it first.",
  renewTitle: "Give it another address",
  renewText:
    "When somebody knows the address who should not. Paste the new one into the phone system before the old one ends; calls that are running go on.",
  grace: "The old one begins calls for",
  graces: { "0": "not one more moment", "24": "one more day", "168": "one more week", "720": "30 more days" },
  renew: "New address",
  renewed: "This is the new address. The old one begins calls until {{until}}.",
};
