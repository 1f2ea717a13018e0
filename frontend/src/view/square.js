import { say } from '../words.js';

/** More than the server needs, and less than a megabyte in any format. */
const SIDE = 400;

/** These may be transparent. */
const CLEAR = ['image/png', 'image/gif', 'image/webp', 'image/avif', 'image/svg+xml'];

/**
 * The centre of a picture, cut to a square, upright and small, whatever the format and size of its file.
 * @param {Blob} file
 * @param {number} [most] the largest side
 * @returns {Promise<HTMLCanvasElement>}
 */
export async function squareOf(file, most = SIDE) {
  const picture = await createImageBitmap(file).catch(() => {
    throw new Error(say('picture.unreadable'));
  });
  const cut = Math.min(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.min(cut, most);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, (picture.width - cut) / 2, (picture.height - cut) / 2, cut, cut, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
}

/**
 * The file to upload.
 * @param {HTMLCanvasElement} canvas
 * @param {string} type of the chosen file
 * @returns {Promise<Blob>}
 */
export function fileOf(canvas, type) {
  return new Promise((done, failed) => canvas.toBlob(
    file => file ? done(file) : failed(new Error(say('picture.unwritable'))),
    CLEAR.includes(type) ? 'image/png' : 'image/jpeg', 0.92));
}
