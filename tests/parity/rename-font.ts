/** A table of an OpenType file. */
type Table = { readonly tag: string; readonly bytes: Buffer };

const HEADER = 12;
const ENTRY = 16;
const WINDOWS_UNICODE = [3, 1] as const;
const LANGUAGES = [0x0409, 0x0804];

/** A copy of a TrueType or OpenType font file that calls itself by another name, in regular weight and upright. */
export function renameFont(file: Buffer, family: string, postScriptName: string): Buffer {
  return assembled(
    file.subarray(0, HEADER),
    tablesOf(file).map((table) => changed(table, family, postScriptName)),
  );
}

function tablesOf(file: Buffer): Table[] {
  return Array.from({ length: file.readUInt16BE(4) }, (_, i) => {
    const entry = HEADER + ENTRY * i;
    const start = file.readUInt32BE(entry + 8);
    const bytes = Buffer.from(file.subarray(start, start + file.readUInt32BE(entry + 12)));
    return { tag: file.toString('latin1', entry, entry + 4), bytes };
  });
}

function changed({ tag, bytes }: Table, family: string, postScriptName: string): Table {
  if (tag === 'name') return { tag, bytes: nameTable(family, postScriptName) };
  if (tag === 'OS/2') {
    bytes.writeUInt16BE(400, 4);
    bytes.writeUInt16BE(0x40, 62);
  }
  if (tag === 'head') bytes.writeUInt16BE(0, 44);
  return { tag, bytes };
}

/** OpenType, «name»: family, style, full name and PostScript name, in two languages. */
function nameTable(family: string, postScriptName: string): Buffer {
  const names = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, postScriptName],
  ] as const;
  const entries = LANGUAGES.flatMap((language) => names.map(([id, name]) => ({ language, id, text: bigEndian(name) })));
  const records = Buffer.alloc(6 + 12 * entries.length);
  records.writeUInt16BE(entries.length, 2);
  records.writeUInt16BE(records.length, 4);
  let at = 0;
  entries.forEach(({ language, id, text }, i) => {
    [...WINDOWS_UNICODE, language, id, text.length, at].forEach((value, field) => {
      records.writeUInt16BE(value, 6 + 12 * i + 2 * field);
    });
    at += text.length;
  });
  return Buffer.concat([records, ...entries.map(({ text }) => text)]);
}

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

function assembled(header: Buffer, tables: readonly Table[]): Buffer {
  const directory = Buffer.alloc(ENTRY * tables.length);
  let at = HEADER + directory.length;
  const bodies = tables.map(({ tag, bytes }, i) => {
    const body = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    directory.write(tag, ENTRY * i, 'latin1');
    directory.writeUInt32BE(checksum(body), ENTRY * i + 4);
    directory.writeUInt32BE(at, ENTRY * i + 8);
    directory.writeUInt32BE(bytes.length, ENTRY * i + 12);
    at += body.length;
    return body;
  });
  return Buffer.concat([header, directory, ...bodies]);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
