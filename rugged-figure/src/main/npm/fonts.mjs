// STIX Two Text for the figures: advance widths for the layout, and a small WOFF with the signs that labels use for the
// self-contained page. The raster formats use the whole TrueType files.
import { deflateSync } from 'node:zlib';

// ASCII, Latin-1, Latin Extended-A, Greek, punctuation, superscripts, letterlike, arrows, mathematical operators.
const KEPT = [[0x20, 0x17f], [0x370, 0x3ff], [0x2010, 0x205f], [0x2070, 0x209f], [0x2100, 0x214f], [0x2190, 0x21ff],
  [0x2200, 0x22ff], [0x27e8, 0x27e9]];
const MEASURED = [[0x20, 0x7e], [0xa0, 0xff], [0x391, 0x3c9], [0x2010, 0x2026], [0x2032, 0x2033], [0x2113, 0x2113],
  [0x2190, 0x2194], [0x2202, 0x2265], [0x27e8, 0x27e9]];

function tables(font) {
  const out = new Map();
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    const offset = font.readUInt32BE(at + 8);
    out.set(font.toString('latin1', at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12)));
  }
  return out;
}

/** Character to glyph from the format 4 table of the basic plane. */
function glyphs(cmap) {
  let base = -1;
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const offset = cmap.readUInt32BE(8 + 8 * i);
    if (cmap.readUInt16BE(offset) === 4) base = offset;
  }
  const segments = cmap.readUInt16BE(base + 6) / 2;
  const out = new Map();
  for (let s = 0; s < segments; s++) {
    const end = cmap.readUInt16BE(base + 14 + 2 * s);
    const start = cmap.readUInt16BE(base + 16 + 2 * (segments + s));
    const delta = cmap.readUInt16BE(base + 16 + 2 * (2 * segments + s));
    const rangeAt = base + 16 + 2 * (3 * segments + s);
    const range = cmap.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const raw = range ? cmap.readUInt16BE(rangeAt + range + 2 * (code - start)) : code;
      if (raw || !range) out.set(code, (raw + delta) & 0xffff);
    }
  }
  return out;
}

/** Advance widths in units of the font size. */
export function widths(font) {
  const all = tables(font);
  const unitsPerEm = all.get('head').readUInt16BE(18);
  const long = all.get('hhea').readUInt16BE(34);
  const map = glyphs(all.get('cmap'));
  const out = {};
  for (const [first, last] of MEASURED) {
    for (let code = first; code <= last; code++) {
      if (!map.has(code)) continue;
      const advance = all.get('hmtx').readUInt16BE(4 * Math.min(map.get(code), long - 1));
      out[String.fromCodePoint(code)] = Math.round((1000 * advance) / unitsPerEm) / 1000;
    }
  }
  return out;
}

function offsets(all) {
  const long = all.get('head').readInt16BE(50) === 1;
  const loca = all.get('loca');
  const count = all.get('maxp').readUInt16BE(4) + 1;
  return Array.from({ length: count }, (_, i) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i)));
}

/** A composite glyph needs its parts. */
function parts(glyph) {
  const out = [];
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0) return out;
  for (let at = 10, flags = 0x20; flags & 0x20; ) {
    flags = glyph.readUInt16BE(at);
    out.push(glyph.readUInt16BE(at + 2));
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
  }
  return out;
}

function subset(all) {
  const from = offsets(all);
  const glyf = all.get('glyf');
  const outline = (id) => glyf.subarray(from[id], from[id + 1]);
  const keep = new Set([0]);
  const add = (id) => {
    if (keep.has(id)) return;
    keep.add(id);
    parts(outline(id)).forEach(add);
  };
  for (const [code, id] of glyphs(all.get('cmap'))) {
    if (KEPT.some(([first, last]) => code >= first && code <= last)) add(id);
  }
  const outlines = [];
  const loca = Buffer.alloc(4 * from.length);
  let length = 0;
  for (let id = 0; id + 1 < from.length; id++) {
    loca.writeUInt32BE(length, 4 * id);
    if (!keep.has(id)) continue;
    const padded = Buffer.alloc((outline(id).length + 3) & ~3);
    outline(id).copy(padded);
    outlines.push(padded);
    length += padded.length;
  }
  loca.writeUInt32BE(length, 4 * (from.length - 1));
  const head = Buffer.from(all.get('head'));
  head.writeInt16BE(1, 50);
  // glyph names are of no use to a browser, but the table must be there
  const post = Buffer.from(all.get('post').subarray(0, 32));
  post.writeUInt32BE(0x00030000, 0);
  const out = new Map([['post', post], ['glyf', Buffer.concat(outlines)], ['loca', loca], ['head', head]]);
  for (const name of ['OS/2', 'cmap', 'hhea', 'hmtx', 'maxp', 'name']) out.set(name, all.get(name));
  return new Map([...out].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function checksum(table) {
  let sum = 0;
  for (let i = 0; i < table.length; i += 4) {
    let word = 0;
    for (let k = 0; k < 4; k++) word = word * 256 + (table[i + k] ?? 0);
    sum = (sum + word) >>> 0;
  }
  return sum;
}

/** The font with the kept signs only, as WOFF 1. */
export function woff(font) {
  const kept = subset(tables(font));
  const header = Buffer.alloc(44 + 20 * kept.size);
  const bodies = [];
  let offset = header.length;
  let plainSize = 12 + 16 * kept.size;
  let i = 0;
  for (const [name, table] of kept) {
    const packed = deflateSync(table, { level: 9 });
    const body = packed.length < table.length ? packed : table;
    const at = 44 + 20 * i++;
    header.write(name, at, 'latin1');
    header.writeUInt32BE(offset, at + 4);
    header.writeUInt32BE(body.length, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    header.writeUInt32BE(checksum(table), at + 16);
    const padded = Buffer.alloc((body.length + 3) & ~3);
    body.copy(padded);
    bodies.push(padded);
    offset += padded.length;
    plainSize += (table.length + 3) & ~3;
  }
  header.write('wOFF', 0, 'latin1');
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt32BE(offset, 8);
  header.writeUInt16BE(kept.size, 12);
  header.writeUInt32BE(plainSize, 16);
  header.writeUInt16BE(1, 20);
  return Buffer.concat([header, ...bodies]);
}
