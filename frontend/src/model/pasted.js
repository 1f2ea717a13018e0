/**
 * Whether a paste is meant as files. Programs that copy text, such as a part of a table, also give a picture of it; a list
 * of files comes with their names as text on some systems.
 * @param {{name: string}[]} files
 * @param {string} text
 */
export function isOfFiles(files, text) {
  const names = files.map(({ name }) => name);
  return files.length > 0 && text.trim().split(/\r?\n/).every(line => !line || names.includes(line.split('/').at(-1) ?? ''));
}
