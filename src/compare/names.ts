import type { Item } from './items.ts';

/** The name of the field that names a row; empty for a heading and for rows that do not begin with a single value. */
export function fieldOfName({ value }: Item): string {
  if (!('members' in value)) return '';
  const [first] = value.members;
  return first?.[1].kind === 'scalar' ? first[0] : '';
}

/** How rows are called among their neighbours: by the name where a row has one of its own, else by number. */
export function namesAmong(items: readonly Item[]): (item: Item) => string {
  const counts = new Map<string, number>();
  for (const { row } of items) counts.set(row.name, (counts.get(row.name) ?? 0) + 1);
  return ({ row, ordinal }) => {
    if (row.name === '') return `第 ${ordinal} 项`;
    return (counts.get(row.name) ?? 0) > 1 ? `${row.name}（第 ${ordinal} 项）` : row.name;
  };
}
