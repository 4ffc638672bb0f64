import { answerForms } from "./forms.ts";

// Nothing on Node that knows what it was asked can be quicker.
answerForms();
