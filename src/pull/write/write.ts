import type { Span } from '../../base/index.ts';
import type { Entry, Node, SourceFile } from '../../source/index.ts';
import type { Wish } from '../wishes/types.ts';
import { contentOf } from './content.ts';
import { type Desk, groundsOf } from './desk.ts';
import { memberSplices, valueInstead } from './members.ts';
import { itemSplices, nameSplices } from './rebuild.ts';
import { scalarSplices } from './scalar.ts';
import { applySplices, type Splice } from './splice.ts';

/** The new text of a file, and the places that nothing could be put into. */
export type Written = { readonly text: string; readonly refused: readonly Span[] };

/** Writes wishes into a record: only the stretches that change are touched. */
export function writeWishes({ text, root }: SourceFile, wish: Wish): Written {
  const refused: Span[] = [];
  const desk: Desk = {
    text,
    groundOf: groundsOf(text, root),
    style: { rows: 'braces', bracedGroups: new Set() },
    refuse: (at) => refused.push(at),
    splices: (node, wanted, holder) => splicesFor(node, wanted, { desk, holder }),
  };
  const splices = desk.splices(root, wish, null);
  return { text: refused.length > 0 ? text : applySplices(text, splices), refused };
}

type Around = { readonly desk: Desk; readonly holder: Entry | null };

function splicesFor(node: Node, wish: Wish, { desk, holder }: Around): readonly Splice[] {
  switch (wish.kind) {
    case 'same':
    case 'gone':
      return [];
    case 'text': {
      if (node.kind !== 'scalar') return instead(node, wish, { desk, holder });
      const splices = scalarSplices(desk.text, node, wish.text, desk.groundOf(node));
      if (splices === null) desk.refuse(node.span);
      return splices ?? [];
    }
    case 'members':
      return node.kind === 'map' ? memberSplices(node, wish, desk, holder) : instead(node, wish, { desk, holder });
    case 'items':
      return itemSplices(node, wish.items, desk, holder);
    case 'names':
      return nameSplices(node, wish.names, desk, holder);
    case 'fresh':
      return instead(node, wish, { desk, holder });
  }
}

function instead(node: Node, wish: Wish, { desk, holder }: Around): readonly Splice[] {
  if (holder === null || desk.groundOf(node).flow) {
    desk.refuse(node.span);
    return [];
  }
  return valueInstead(holder, contentOf(wish), desk);
}
