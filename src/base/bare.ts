/**
 * An object without anything of JavaScript's own, so that no name an author gives means something already. It is what
 * `Object.create(null)` makes, in a quarter of the memory and a third of the time: V8 keeps that one as a hash table.
 */
export class Bare {}

Reflect.deleteProperty(Bare.prototype, 'constructor');
Object.setPrototypeOf(Bare.prototype, null);
Object.freeze(Bare.prototype);
