/** What is otherwise in another version of a flow. */
export const changes: Readonly<Record<string, string>> = {
  "Step {0} was added.": "Se añadió el paso {0}.",
  "Step {0} was removed.": "Se quitó el paso {0}.",
  'Variable "{0}" was added.': "Se añadió la variable «{0}».",
  'Variable "{0}" was removed.': "Se quitó la variable «{0}».",
  'Variable "{0}": {1}.': "Variable «{0}»: {1}.",
  "Note {0}.": "Nota {0}.",
  "Flow, {0}: {1}.": "Flujo, {0}: {1}.",
  "{0}: leads nowhere, was to {1}.": "{0}: no lleva a ninguna parte, antes a {1}.",
  "{0}: leads to {1}.": "{0}: lleva a {1}.",
  "{0}: leads to {1}, was to {2}.": "{0}: lleva a {1}, antes a {2}.",
  "{0} was added": "{0} se añadió",
  "{0} was removed": "{0} se quitó",
  "{0}, was {1}": "{0}, antes {1}",
};
