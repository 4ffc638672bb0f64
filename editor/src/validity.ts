import i18next from "i18next";

/** What browsers say of a field that is empty or no e-mail address comes in their own language; here it is said in ours. */
export function sayValidity(): void {
  document.addEventListener(
    "invalid",
    ({ target }) => isField(target) && target.setCustomValidity(wordsFor(target)),
    true,
  );
  // Until it is looked at again nothing is wrong with it.
  document.addEventListener("input", ({ target }) => isField(target) && target.setCustomValidity(""), true);
}

function wordsFor({ validity }: HTMLInputElement): string {
  if (validity.valueMissing) return i18next.t("validity.missing");
  return validity.typeMismatch ? i18next.t("validity.noAddress") : "";
}

function isField(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement;
}
