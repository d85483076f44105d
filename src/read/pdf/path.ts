import { apply, type Matrix, scaleOf } from './matrix.ts';
import type { PdfRule } from './types.ts';

/** How a path is painted; `lineWidth` in units of the matrix. */
export type Paint = { readonly fill: boolean; readonly stroke: boolean; readonly lineWidth: number };

/** A filled rectangle thicker than this is a ground, not a rule (points). */
const THICKEST_RULE = 3;
/** A line that leans less than this over its length is level or upright (points). */
const LEAN = 0.05;

type Point = readonly [number, number];
type Outline = { readonly points: readonly Point[]; readonly closed: boolean; readonly curved: boolean };

/** The rules among what a path paints; `path` is the array of pdfjs: operator, coordinates, operator … */
export function rulesOf(path: ArrayLike<number>, matrix: Matrix, paint: Paint): PdfRule[] {
  const thickness = paint.lineWidth * scaleOf(matrix);
  const rules: PdfRule[] = [];
  for (const outline of outlinesOf(path, matrix)) {
    const filled = paint.fill ? thinRectangle(outline) : undefined;
    if (filled !== undefined) rules.push(filled);
    if (paint.stroke) rules.push(...strokes(outline, thickness));
  }
  return rules;
}

/** The least box around what a path encloses. */
export const boxOf = (path: ArrayLike<number>, matrix: Matrix): PdfRule =>
  boundsOf(outlinesOf(path, matrix).flatMap(({ points }) => points));

/** Whether a path that is filled covers more than a rule does. */
export const coversGround = (path: ArrayLike<number>, matrix: Matrix): boolean =>
  outlinesOf(path, matrix).some((outline) => thinRectangle(outline) === undefined);

/** pdfjs codes: 0 move, 1 line, 2 curve (three points), 3 close. */
function outlinesOf(path: ArrayLike<number>, matrix: Matrix): Outline[] {
  const outlines: Outline[] = [];
  let points: Point[] = [];
  let curved = false;
  const finish = (closed: boolean) => {
    if (points.length > 1) outlines.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  const pointAt = (i: number): Point => apply(matrix, path[i] ?? 0, path[i + 1] ?? 0);
  for (let i = 0; i < path.length; ) {
    const code = path[i];
    if (code === 0) {
      finish(false);
      points.push(pointAt(i + 1));
      i += 3;
    } else if (code === 1) {
      points.push(pointAt(i + 1));
      i += 3;
    } else if (code === 2) {
      curved = true;
      points.push(pointAt(i + 5));
      i += 7;
    } else {
      const [start] = points;
      finish(true);
      // After a close, drawing goes on from where the outline began (ISO 32000-1, 8.5.2.1).
      if (start !== undefined) points.push(start);
      i += 1;
    }
  }
  finish(false);
  return outlines;
}

function thinRectangle({ points, curved }: Outline): PdfRule | undefined {
  if (curved) return undefined;
  const box = boundsOf(points);
  const onCorner = ([x, y]: Point) =>
    (near(x, box.x) || near(x, box.x + box.width)) && (near(y, box.y) || near(y, box.y + box.height));
  return Math.min(box.width, box.height) <= THICKEST_RULE && points.every(onCorner) ? box : undefined;
}

function strokes({ points, closed, curved }: Outline, thickness: number): PdfRule[] {
  if (curved) return [];
  const rules: PdfRule[] = [];
  const [first] = points;
  const path = closed && first !== undefined ? [...points, first] : points;
  path.forEach((to, i) => {
    const from = path[i - 1];
    if (from === undefined) return;
    const { x, y, width, height } = boundsOf([from, to]);
    if (width <= LEAN && height <= LEAN) return;
    if (height <= LEAN) rules.push({ x, y: y - thickness / 2, width, height: height + thickness });
    else if (width <= LEAN) rules.push({ x: x - thickness / 2, y, width: width + thickness, height });
  });
  return rules;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= LEAN;

function boundsOf(points: readonly Point[]): PdfRule {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
