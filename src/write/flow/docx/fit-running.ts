import { mpt } from '../../../base/index.ts';
import type { MeasuredParagraph } from '../../../measure/index.ts';
import { plainStarts, plainWidth } from '../../../text/index.ts';
import { asIs, type Fit, noReach, type Room } from './fit.ts';
import { TWIP } from './units.ts';

/** Characters are set closer by this part of the size at most, so that a paragraph takes no more lines than measured. */
const MOST_TIGHTENED = 1 / 12;

/**
 * A paragraph of running text: no more lines than were measured, by setting it a hair closer, or a little wider, where
 * that is enough; or a name spread as wide as it was.
 */
export function fitRunning(paragraph: MeasuredParagraph, { width, reach }: Room): Fit {
  const { breakable, lines, indent } = paragraph;
  const count = breakable.places.length;
  if (count === 0) return asIs;
  const line = lines.length === 1 ? lines[0] : undefined;
  const whole = line === undefined ? 0 : plainWidth(breakable);
  if (line !== undefined && whole <= width - indent) return spread(whole, line.width - indent, count);
  const most = Math.floor((breakable.shaped.style.size * MOST_TIGHTENED) / TWIP);
  for (const [{ left, right }, upTo] of [
    [noReach, most >> 1],
    [reach, most],
  ] as const) {
    const room = mpt(width + (left + right) * TWIP);
    for (let closer = 0; closer <= upTo; closer += 1) {
      const starts = plainStarts(breakable, { width: room, indent, added: -closer * TWIP });
      if (starts.length <= lines.length) return { ...asIs, left: 0 - left, right: 0 - right, spacing: 0 - closer };
    }
  }
  // A reader that squeezes marks himself may still find the room.
  return { ...asIs, spacing: 0 - most };
}

/** Space between all characters of a line that was set wider than it is; the last one has none behind it. */
function spread(natural: number, wide: number, count: number): Fit {
  const each = Math.floor((wide - natural) / Math.max(1, count - 1) / TWIP);
  return each <= 0 ? asIs : { ...asIs, spacing: each, single: new Map([[count - 1, 0]]) };
}
