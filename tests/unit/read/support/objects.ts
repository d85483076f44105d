import { strToU8, zlibSync } from 'fflate';

/** A PDF of these objects, numbered from 1 (the first is the catalog), with a table of cross references. */
export function objectsPdf(...objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return strToU8(`${text}${table}trailer\n<</Root 1 0 R/Size ${size}>>\nstartxref\n${text.length}\n%%EOF\n`, true);
}

export const streamOf = (text: string): string => `<</Length ${text.length}>>stream\n${text}\nendstream`;

/**
 * The same with all objects but streams packed in one stream of objects, and a stream of cross references whose rows are
 * differences to the row above (PNG «up»).
 */
export function packedPdf(...objects: readonly string[]): Uint8Array {
  const packed = objects.flatMap((object, i) => (object.includes('stream') ? [] : [{ number: i + 1, object }]));
  let body = '';
  const head = packed.map(({ number, object }) => {
    const at = body.length;
    body += `${object} `;
    return `${number} ${at}`;
  });
  const [holder, cross] = [objects.length + 1, objects.length + 2];
  const first = `${head.join(' ')} `;
  const data = latin1(zlibSync(strToU8(first + body, true)));
  let text = '%PDF-1.7\n';
  const rows: number[][] = [[0, 0, 0, 0]];
  objects.forEach((object, i) => {
    const index = packed.findIndex(({ number }) => number === i + 1);
    if (index !== -1) rows.push([2, ...bytesOf(holder), index]);
    else {
      rows.push([1, ...bytesOf(text.length), 0]);
      text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    }
  });
  rows.push([1, ...bytesOf(text.length), 0]);
  const filter = `/Filter/FlateDecode/Length ${data.length}`;
  text += `${holder} 0 obj\n<</Type/ObjStm/N ${packed.length}/First ${first.length}${filter}>>stream\n${data}\nendstream\nendobj\n`;
  const start = text.length;
  rows.push([1, ...bytesOf(start), 0]);
  const up = rows.flatMap((row, y) => [2, ...row.map((byte, i) => (byte - (rows[y - 1]?.[i] ?? 0) + 256) % 256)]);
  const table = latin1(zlibSync(Uint8Array.from(up)));
  const parameters = '/DecodeParms<</Predictor 12/Columns 4>>';
  text +=
    `${cross} 0 obj\n<</Type/XRef/Size ${cross + 1}/W[1 2 1]/Root 1 0 R/Filter/FlateDecode${parameters}` +
    `/Length ${table.length}>>stream\n${table}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return strToU8(text, true);
}

const bytesOf = (place: number): readonly number[] => [place >> 8, place & 255];

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
