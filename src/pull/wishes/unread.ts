import type { Span } from '../../base/index.ts';
import { unreadFault } from '../faults.ts';
import type { Bound } from '../reading/bind.ts';
import type { Context } from './context.ts';

/** Whether values stand in a cell of which not all could be read; that is told once for a cell. */
export function isUnread(bounds: readonly Bound[], at: Span, context: Context): boolean {
  const cell = bounds.find((bound) => bound.cell.unread.length > 0)?.cell;
  if (cell === undefined) return false;
  context.doubt();
  if (!context.told.has(cell.where)) context.report(unreadFault(cell, at));
  context.told.add(cell.where);
  return true;
}
