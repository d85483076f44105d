import type { Length } from '../base/index.ts';
import type { Page } from './types.ts';

/** What stands on a page, as far as it is placed. */
export type Placement = { readonly [kind in 'texts' | 'rules' | 'boxes']: Page[kind][number][] };

/** Places a part of a page; every call adds the same. */
export type Placing = (page: Placement) => void;

/**
 * A page that is placed when it is first looked at: neither a check nor DOCX needs places.
 */
export class PlacedPage implements Page {
  readonly width: Length;
  readonly height: Length;
  readonly #placings: readonly Placing[];
  #placement: Placement | null = null;

  constructor({ width, height }: Pick<Page, 'width' | 'height'>, placings: readonly Placing[]) {
    this.width = width;
    this.height = height;
    this.#placings = placings;
  }

  get texts(): Page['texts'] {
    return this.#placed().texts;
  }

  get rules(): Page['rules'] {
    return this.#placed().rules;
  }

  get boxes(): Page['boxes'] {
    return this.#placed().boxes;
  }

  #placed(): Placement {
    this.#placement ??= placeAll(this.#placings);
    return this.#placement;
  }
}

function placeAll(placings: readonly Placing[]): Placement {
  const page: Placement = { texts: [], rules: [], boxes: [] };
  for (const place of placings) place(page);
  return page;
}
