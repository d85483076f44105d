import type { AlignWish, Direction, Origin, Span, TextStyle, VerticalAlign } from '../../base/index.ts';
import type { CellSpec, ColumnWish, Keep } from '../types.ts';
import type { Attribute } from './scan.ts';
import { readWidths } from './widths.ts';

/** A start tag of a checked template with its place and what its attributes say, made once per template. */
export type Tag =
  | {
      readonly kind: 'text';
      readonly name: 'title' | 'subtitle' | 'p';
      readonly style: TextStyle | null;
      readonly at: Span;
      readonly literal: Origin;
    }
  | { readonly kind: 'cell'; readonly cell: Omit<CellSpec, 'paragraphs'>; readonly at: Span; readonly literal: Origin }
  | {
      readonly kind: 'box';
      readonly name: string;
      readonly at: Span;
      readonly header: boolean;
      readonly keep: Keep;
      readonly seal: boolean;
      readonly style: TextStyle | null;
      /** Null: as many as the first row has, all as wide as their text asks for. */
      readonly columns: readonly ColumnWish[] | null;
    };

/** The tag of an element that {@link checkContent} found no fault with; `styles` are those that the form names. */
export function tagOf(
  name: string,
  attributes: readonly Attribute[],
  { at, styles }: { readonly at: Span; readonly styles: ReadonlyMap<string, TextStyle> },
): Tag {
  const said = new Map(attributes.map((one) => [one.name, one.value]));
  const style = styles.get(said.get('style') ?? '') ?? null;
  const literal: Origin = { kind: 'template', span: at };
  if (name === 'title' || name === 'subtitle' || name === 'p') return { kind: 'text', name, style, at, literal };
  if (name === 'label' || name === 'cell') {
    const cell: Omit<CellSpec, 'paragraphs'> = {
      kind: 'cell',
      role: name,
      span: Number(said.get('span') ?? 1),
      rows: Number(said.get('rows') ?? 1),
      align: (said.get('align') ?? (name === 'label' ? 'center' : 'justify')) as AlignWish,
      valign: (said.get('valign') ?? 'middle') as VerticalAlign,
      direction: (said.get('direction') ?? 'horizontal') as Direction,
      spread: Number(said.get('spread') ?? 0),
      indent: Number(said.get('indent') ?? 0),
      at,
    };
    return { kind: 'cell', cell, at, literal };
  }
  return {
    kind: 'box',
    name,
    at,
    header: said.get('kind') === 'header',
    keep: (said.get('keep') ?? 'none') as Keep,
    seal: said.get('seal') === 'yes',
    style,
    columns: readWidths(said.get('columns') ?? ''),
  };
}
