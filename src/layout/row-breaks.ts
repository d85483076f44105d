/** A row whose cells all have fewer lines than this is broken over two pages only where it does not fit on one. */
export const SHORT_ROW = 8;

/** At least so many lines stay on either side of a break inside a row. */
export const LINES_APART = 2;
