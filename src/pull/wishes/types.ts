import type { Entry, Node } from '../../source/index.ts';

/** Something that no YAML has yet. */
export type Fresh =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Fresh[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [name: string, content: Fresh])[] };

/** What a document wants of a piece of a record. */
export type Wish =
  | { readonly kind: 'same' }
  | { readonly kind: 'text'; readonly text: string }
  /** Only these members; `order` has the names of all, as the form prints them. */
  | { readonly kind: 'members'; readonly members: ReadonlyMap<string, Wish>; readonly order: readonly string[] }
  /** All items of a list, in the order of the document. */
  | { readonly kind: 'items'; readonly items: readonly ItemWish[] }
  /** All names of one level of indicators, in the order of the document. */
  | { readonly kind: 'names'; readonly names: readonly NameWish[] }
  /** In the place of whatever stands there now. */
  | { readonly kind: 'fresh'; readonly content: Fresh }
  /** The key goes with its value. */
  | { readonly kind: 'gone' };

/** An item with what it was in the record, wherever it stood there; null: it is new. */
export type ItemWish = { from: Node | null; wish: Wish };

export type NameWish = { readonly name: string; readonly from: Entry | null; readonly wish: Wish };

export const same: Wish = { kind: 'same' };

/** Whether a wish leaves everything where it is. */
export const isSame = (wish: Wish): boolean => {
  if (wish.kind === 'members') return [...wish.members.values()].every(isSame);
  return wish.kind === 'same';
};
