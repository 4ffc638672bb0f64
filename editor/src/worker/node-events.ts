/** Stands in for Node's module of that name; xmlbuilder2 inherits from this and the writer uses none of it. */
export class EventEmitter {}
