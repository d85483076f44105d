/**
 * The first page of each part of a volume, from 1, by how many pages the parts have. In a volume that is printed on both
 * sides each part begins on an odd page; the page left over before it stays blank.
 */
export function firstPages(lengths: readonly number[], duplex: boolean): readonly number[] {
  let next = 1;
  return lengths.map((length) => {
    const first = duplex && next % 2 === 0 ? next + 1 : next;
    next = first + length;
    return first;
  });
}
