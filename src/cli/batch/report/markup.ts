import { visibleText } from '../../width.ts';

/** A piece of HTML that is safe to print as it is; only {@link html} makes it. */
export type Markup = { readonly markup: string };

type Value = string | number | Markup | readonly Markup[];

/** HTML from a template; whatever is put into it and is not {@link Markup} is text, in content and in quoted attributes. */
export function html(pieces: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const markup = pieces.map((piece, i) => piece + (i < values.length ? printed(values[i] ?? '') : '')).join('');
  return { markup };
}

function printed(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return visibleText(value).replace(/[&<>"']/gu, (character) => entities[character] ?? '');
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
