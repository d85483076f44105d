import { mpt } from '../../../base/index.ts';
import type { MeasuredParagraph } from '../../../measure/index.ts';
import { plainStarts, plainWidth } from '../../../text/index.ts';
import { asIs, type Fit, type Room, TWIP } from './fit.ts';

/** Characters are set closer by this part of the size at most, so that a paragraph takes no more lines than measured. */
const MOST_TIGHTENED = 1 / 12;

/**
 * A paragraph of running text: no more lines than were measured, by setting it a hair closer, or a little wider; or a name
 * spread as wide as it was.
 */
export function fitRunning(paragraph: MeasuredParagraph, { width, beyond }: Room): Fit {
  const { breakable, lines, indent } = paragraph;
  const count = breakable.places.length;
  if (count === 0) return asIs;
  const line = lines.length === 1 ? lines[0] : undefined;
  const whole = line === undefined ? 0 : plainWidth(breakable);
  if (line !== undefined && whole <= width - indent) return spread(whole, line.width - indent, count);
  const most = Math.floor((breakable.shaped.style.size * MOST_TIGHTENED) / TWIP);
  for (const [wider, upTo] of [
    [0, most >> 1],
    [beyond, most],
  ] as const) {
    const room = mpt(width + 2 * wider * TWIP);
    for (let closer = 0; closer <= upTo; closer += 1) {
      const starts = plainStarts(breakable, { width: room, indent, added: -closer * TWIP });
      if (starts.length <= lines.length) return { ...asIs, left: 0 - wider, right: 0 - wider, spacing: 0 - closer };
    }
  }
  return { ...asIs, left: 0 - beyond, right: 0 - beyond, spacing: 0 - most };
}

/** Space between all characters of a line that was set wider than it is; the last one has none behind it. */
function spread(natural: number, wide: number, count: number): Fit {
  const each = Math.floor((wide - natural) / Math.max(1, count - 1) / TWIP);
  return each <= 0 ? asIs : { ...asIs, spacing: each, single: new Map([[count - 1, 0]]) };
}
