/** Texts about what callers hear when a flow fails, in English. They come with the fields for it. */
export const fallback = {
  text: "Callers hear this when their call cannot go on: the server has a fault or too much to do.",
  several: "They hear one language after the other, for nobody knows then which one they speak.",
  heard: "Callers hear",
  heardIn: "Callers hear in {{language}}",
  say: "Text",
  play: "Audio file",
  words: "Words to read out",
  file: "welcome.wav or an address",
  transferTo: "Then connect them to",
  nobody: "Nobody: the call ends",
  noNumber: "Write a number or an extension, such as 2000.",
  remove: "Say what the server says",
};
