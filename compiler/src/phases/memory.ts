/**
 * What was worked out of things that are never changed in place. Whoever checks a flow again and again while somebody draws
 * it keeps one: what did not change is the same object as before, and nothing about it is worked out again.
 */
export interface Memory {
  /** What `work` gives for these things, by which it goes alone: the same function of the same objects is not called twice. */
  recall<Things extends readonly object[], Result>(work: (...things: Things) => Result, ...things: Things): Result;
}

/** Works out everything anew. */
export const noMemory: Memory = { recall: (work, ...things) => work(...things) };

/** Things that are gone are forgotten, with all that was worked out of them. */
export function createMemory(): Memory {
  const all: Place = {};
  return {
    recall(work, ...things) {
      let place = placeIn(all, work);
      for (const thing of things) place = placeIn(place, thing);
      place.kept ??= { result: work(...things) };
      // Kept by the very function that is asked for.
      return place.kept.result as ReturnType<typeof work>;
    },
  };
}

/** Behind a function and some things: what it gave for them, and the places behind further ones. */
interface Place {
  further?: WeakMap<object, Place>;
  kept?: { readonly result: unknown };
}

function placeIn(place: Place, thing: object): Place {
  place.further ??= new WeakMap();
  const known = place.further.get(thing);
  if (known !== undefined) return known;
  const made: Place = {};
  place.further.set(thing, made);
  return made;
}
