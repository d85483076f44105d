import type { TextItem } from '../../../layout/index.ts';
import type { TagTree } from '../../../tags/index.ts';

/** Numbers the stretches of a page that belong to one element (ISO 32000-1, 14.6 and 14.7.4). */
export class PageMarks {
  /** By number: the element. */
  readonly elements: number[] = [];
  readonly #tree: TagTree;
  /** The element of the open stretch, null in an artifact; undefined: none is open. */
  #open: number | null | undefined;

  constructor(tree: TagTree) {
    this.#tree = tree;
  }

  /** Marks strokes as something that says nothing. */
  artifact(operators: string): string {
    return `/Artifact BMC\n${operators}EMC\n`;
  }

  /** What to write before a text: the stretch goes on, or another begins. */
  begin(text: TextItem): string {
    const element = this.#tree.tagOf(text);
    if (element === this.#open) return '';
    const closing = this.end();
    this.#open = element;
    if (element === null) return `${closing}/Artifact <</Type/Pagination>> BDC\n`;
    const number = this.elements.push(element) - 1;
    return `${closing}/${this.#tree.tags[element]?.role} <</MCID ${number}>> BDC\n`;
  }

  /** Closes the open stretch. */
  end(): string {
    if (this.#open === undefined) return '';
    this.#open = undefined;
    return 'EMC\n';
  }
}
