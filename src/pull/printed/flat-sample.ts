import type { Field } from '../../blueprint/index.ts';
import type { Content } from '../../record/index.ts';

/** A record that holds something everywhere, and its indicators right below names of the first level. */
export function flatSample(field: Field): Content {
  switch (field.kind) {
    case 'group':
      return Object.fromEntries(field.fields.map((member) => [member.name, flatSample(member)]));
    case 'list':
      return [flatSample(field.item), flatSample(field.item)];
    case 'tree':
      return Object.fromEntries([...field.taxonomy.levels.keys()].map((name) => [name, [flatSample(field.row)]]));
    default:
      return '1';
  }
}
