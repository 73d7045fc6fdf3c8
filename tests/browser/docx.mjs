/** A Word document with one table, as OHCHR lays out its matrix of 2014: made byte by byte, for tests. */
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const HEADER = [
  'Recommendation',
  'Position',
  'Full list of themes',
  'Assessment/comments on level of implementation',
];

/** `recommendations`: paragraph, text, states, position, themes; in the order of their themes. */
export function matrix(about, source, recommendations) {
  const rows = [row(HEADER)];
  let heading = '';
  for (const one of recommendations) {
    if (one.themes[0] !== heading) {
      heading = one.themes[0];
      rows.push(
        `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="4"/></w:tcPr>${paragraph(`Theme: ${heading}`)}</w:tc></w:tr>`,
      );
    }
    rows.push(
      row([
        `${one.paragraph} ${one.text} (${one.states.join(', ')});\n${source}`,
        one.position,
        `${one.themes.join('\n')}\nAffected persons:\n- general`,
        '',
      ]),
    );
  }
  const document = part('document', `<w:body><w:tbl>${rows.join('')}</w:tbl></w:body>`);
  return zip({ 'word/document.xml': document, 'word/header1.xml': part('hdr', paragraph(about)) });
}

function part(root, inside) {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${NAMESPACE}">${inside}</w:${root}>`;
}

function row(cells) {
  const each = cells.map((cell) => `<w:tc>${cell.split('\n').map(paragraph).join('')}</w:tc>`);
  return `<w:tr>${each.join('')}</w:tr>`;
}

function paragraph(text) {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:p><w:r><w:t xml:space="preserve">${safe}</w:t></w:r></w:p>`;
}

/** A zip archive without compression. */
function zip(parts) {
  const files = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    files.push(Buffer.from('PK\x03\x04'), common, title, bytes);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, place, title);
    at += 30 + title.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, listed, Buffer.from('PK\x05\x06'), end]);
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
