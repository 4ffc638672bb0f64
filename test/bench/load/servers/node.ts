import { answerForms } from "./forms.ts";

// What a server on Node's own HTTP takes at least to know what it was asked.
answerForms();
