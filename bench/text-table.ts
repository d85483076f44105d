export type Column = { readonly title: string; readonly side: 'left' | 'right' };

/** A table in plain text; Chinese characters count as two columns. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => widthOf(row[i] ?? ''))));
  return all
    .map((row) =>
      columns
        .map(({ side }, i) => {
          const text = row[i] ?? '';
          const room = ' '.repeat((widths[i] ?? 0) - widthOf(text));
          return side === 'left' ? text + room : room + text;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u;

const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (WIDE.test(one) ? 2 : 1), 0);
