import type { Node } from '../../source/index.ts';
import type { Fresh, Wish } from '../wishes/types.ts';

/** What a wish puts where nothing stood. */
export function contentOf(wish: Wish): Fresh {
  switch (wish.kind) {
    case 'text':
      return wish;
    case 'fresh':
      return wish.content;
    case 'members':
      return {
        kind: 'map',
        entries: wish.order.flatMap((name) => {
          const member = wish.members.get(name);
          return member === undefined ? [] : [[name, contentOf(member)] as const];
        }),
      };
    case 'items':
      return { kind: 'list', items: wish.items.map((item) => contentOf(item.wish)) };
    case 'names':
      return { kind: 'map', entries: wish.names.map((one) => [one.name, contentOf(one.wish)]) };
    default:
      return { kind: 'text', text: '' };
  }
}

/** What stands in the file, as something to be written elsewhere. */
export function freshOfNode(node: Node): Fresh {
  switch (node.kind) {
    case 'scalar':
      return { kind: 'text', text: node.blank ? '' : node.text };
    case 'list':
      return { kind: 'list', items: node.items.map(freshOfNode) };
    case 'map':
      return { kind: 'map', entries: node.entries.map(({ key, value }) => [key.text, freshOfNode(value)]) };
  }
}
