import { inflateSync } from 'node:zlib';

/** An object out of a stream of objects (ISO 32000-1, 7.5.7). */
export type PackedObject = { readonly number: number; readonly text: string };

/** The objects in the streams of objects of a file, which is given as Latin-1. */
export function packedObjects(file: string): readonly PackedObject[] {
  const streams = file.matchAll(/\/Type\/ObjStm\/N (\d+)\/First (\d+)[^>]*>>\nstream\n([\s\S]*?)\nendstream/g);
  return [...streams].flatMap(([, count, first, stream]) => {
    const text = inflateSync(Buffer.from(stream as string, 'latin1')).toString('latin1');
    const head = text.slice(0, Number(first)).trim().split(' ').map(Number);
    return Array.from({ length: Number(count) }, (_, i) => ({
      number: head[2 * i] as number,
      text: text.slice(Number(first) + (head[2 * i + 1] as number), Number(first) + (head[2 * i + 3] ?? text.length)),
    }));
  });
}

/** The file with another text for one of its objects, as an update behind its end (ISO 32000-1, 7.5.6). */
export function updated(file: string, { number, text }: PackedObject): string {
  const [, root] = /\/Root (\d+ 0 R)/.exec(file) ?? [];
  const [, id] = /\/ID(\[[^\]]*\])/.exec(file) ?? [];
  const [, size] = /\/Type\/XRef\/Size (\d+)/.exec(file) ?? [];
  const [, previous] = /startxref\n(\d+)\n%%EOF\s*$/.exec(file) ?? [];
  const place = file.length + 1;
  const object = `\n${number} 0 obj\n${text.trim()}\nendobj\n`;
  const entry = Buffer.alloc(7);
  entry.writeUInt8(1, 0);
  entry.writeUInt32BE(place, 1);
  const table = file.length + object.length;
  return (
    `${file}${object}${size} 0 obj\n<</Type/XRef/Size ${Number(size) + 1}/Index[${number} 1]/W[1 4 2]/Root ${root}` +
    `/ID${id}/Prev ${previous}/Length 7>>\nstream\n${entry.toString('latin1')}\nendstream\nendobj\nstartxref\n${table}\n%%EOF`
  );
}
