import { nameOf } from './namespaces.ts';
import { isOn, noteProperty, type Property, type Shown } from './run.ts';
import { attribute, parseXml, type Tag } from './xml.ts';

/** What styles say of the text in them, as far as it changes what is read. */
export type Styles = {
  /** Whether styles alone give a run a property. */
  readonly give: (property: Property, levels: Levels) => boolean;
  /** Whether paragraphs of a style are numbered. */
  readonly isNumbered: (paragraph: string | undefined) => boolean;
};

/**
 * The ids of the styles that a run stands in; where one is not named, or is not there, the usual one of its kind counts.
 * `table` is null outside of tables.
 */
export type Levels = {
  readonly table: string | null | undefined;
  readonly paragraph: string | undefined;
  readonly run: string | undefined;
};

/** The styles of a document that has none. */
export const noStyles: Styles = { give: () => false, isNumbered: () => false };

/**
 * Reads the styles of a DOCX. What a table style says of its first row and such is left aside. Throws an Error when the
 * part is not well-formed.
 */
export function readStyles(part: Uint8Array): Styles {
  const { defaults, styles, usual } = parseStyles(part);

  const answers = new Map<Property | 'numbered', Map<Style, boolean | null>>();

  /** What a style says, or the nearest of those that it is based on; null where none says anything. */
  const says = (what: Property | 'numbered', kind: keyof Levels, id: string | null | undefined): boolean | null => {
    if (id === null) return null;
    const known = answers.get(what) ?? new Map<Style, boolean | null>();
    answers.set(what, known);
    const passed = new Set<Style>();
    let style = styles.get(keyOf(kind, id)) ?? usual.get(kind);
    while (style !== undefined && !passed.has(style) && style[what] === undefined && !known.has(style)) {
      passed.add(style);
      style = styles.get(keyOf(kind, style.base));
    }
    const said = style?.[what] ?? (style && known.get(style)) ?? null;
    for (const one of passed) known.set(one, said);
    return said;
  };

  return {
    give: (property, { table, paragraph, run }) => {
      const levels = [
        says(property, 'run', run),
        says(property, 'paragraph', paragraph),
        says(property, 'table', table),
      ];
      const usually = defaults[property] === true;
      // What two levels say cancels out, but for a double strike (ISO/IEC 29500-1, 17.7.3).
      if (property === 'dstrike') return levels.find((one) => one !== null) ?? usually;
      return usually || levels.filter((one) => one === true).length % 2 === 1;
    },
    isNumbered: (paragraph) => says('numbered', 'paragraph', paragraph) === true,
  };
}

/** What a style says itself; what is left out it leaves to the style that it is based on. */
type Style = Shown & { base?: string | undefined; numbered?: boolean };

type Sheet = {
  readonly defaults: Style;
  /** By {@link keyOf}. */
  readonly styles: ReadonlyMap<string, Style>;
  readonly usual: ReadonlyMap<keyof Levels, Style>;
};

const keyOf = (kind: keyof Levels, id: string | undefined): string => `${kind} ${id}`;

const kinds: ReadonlyMap<string | undefined, keyof Levels> = new Map([
  ['table', 'table'],
  ['paragraph', 'paragraph'],
  ['character', 'run'],
]);

function parseStyles(part: Uint8Array): Sheet {
  const defaults: Style = {};
  const styles = new Map<string, Style>();
  const usual = new Map<keyof Levels, Style>();
  const names: string[] = [];
  let style: Style = {};

  const openStyle = (tag: Tag): void => {
    style = {};
    const kind = kinds.get(attribute(tag, 'type'));
    if (kind === undefined) return;
    styles.set(keyOf(kind, attribute(tag, 'styleId')), style);
    if (attribute(tag, 'default') !== undefined && isOn(tag, 'default')) usual.set(kind, style);
  };

  const open = (tag: Tag): void => {
    const name = nameOf(tag);
    names.push(name);
    const path = names.slice(2, -1).join(' ');
    if (name === 'w:style') openStyle(tag);
    else if (name === 'w:basedOn') style.base = attribute(tag, 'val');
    else if (name === 'w:numId' && path === 'w:pPr w:numPr') style.numbered = attribute(tag, 'val') !== '0';
    else if (path === 'w:rPr') noteProperty(style, name, tag);
    else if (path === 'w:rPrDefault w:rPr') noteProperty(defaults, name, tag);
  };

  parseXml(part, { open, text: () => undefined, close: () => void names.pop() });
  return { defaults, styles, usual };
}
