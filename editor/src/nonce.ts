/** What the page's policy wants to see on every style that is made while the page runs. The server puts it into the page. */
export const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
