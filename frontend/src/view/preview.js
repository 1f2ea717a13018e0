import { element } from './element.js';

/** In pixels, on a screen with two for each. */
const SIDE = 80;
/** A larger picture takes too much memory for a small one. */
const LARGEST = 30_000_000;

/**
 * A small picture of a chosen file, as soon as the browser has made it; until then, and of other files, a sign.
 * @param {Blob} file
 */
export function previewOf(file) {
  const frame = element('span', { 'class': 'upload__preview', 'aria-hidden': 'true' });
  if (file.type.startsWith('image/') && file.size < LARGEST) {
    // One that cannot be read keeps the sign.
    draw(file, frame).catch(() => {});
  }
  return frame;
}

/**
 * @param {Blob} file
 * @param {HTMLElement} frame
 */
async function draw(file, frame) {
  const picture = await createImageBitmap(file, { resizeHeight: SIDE, resizeQuality: 'medium' });
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  canvas.getContext('2d')?.drawImage(picture, (SIDE - picture.width) / 2, 0);
  picture.close();
  frame.replaceChildren(canvas);
}
