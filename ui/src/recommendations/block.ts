/** Blocks of cells as tab-separated text, quoted as Excel quotes. */

/** A block as text for the clipboard. A cell with a tab, a line end or a quote is quoted. What a
 * spreadsheet would take for a formula gets an apostrophe, by which it stays text there. */
export function writeBlock(cells: readonly (readonly string[])[]): string {
  const quoted = (cell: string): string => {
    const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.,\s%]+$/.test(cell) ? `'${cell}` : cell;
    return /[\t\r\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return cells.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

/** A block from the clipboard, as Excel and LibreOffice write it. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const cell = (): string => {
    if (text[at] !== '"') {
      const end = /[\t\r\n]/.exec(text.slice(at));
      const value = text.slice(at, end === null ? undefined : at + end.index);
      at += value.length;
      return value;
    }
    let value = '';
    for (at += 1; at < text.length; at += 1) {
      if (text[at] !== '"') value += text[at] ?? '';
      else if (text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else break;
    }
    at += 1;
    // What follows a closing quote before the next tab belongs to the cell.
    const rest = /^[^\t\r\n]*/.exec(text.slice(at))?.[0] ?? '';
    at += rest.length;
    return value + rest;
  };
  while (at < text.length) {
    row.push(cell());
    if (text[at] === '\t') {
      at += 1;
      if (at >= text.length) row.push('');
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows.map((cells) => cells.map((value) => value.replace(/^'(?=[=+\-@])/, '')));
}
