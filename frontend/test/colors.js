/** The colours of the themes, and how well text can be read on them. */

/** Both themes: `token` is the text of a token, `color` the colour of one in this theme. */
export async function themes() {
  const css = await (await fetch('/style/tokens.css')).text();
  const token = name => new RegExp(`--${name}: ([^;]+);`).exec(css)[1];
  return ['light', 'dark'].map((scheme, i) => ({
    scheme, token, color: name => /light-dark\((.+), (.+)\)/.exec(token(name))?.[i + 1] ?? token(name),
  }));
}

/** WCAG 2.2, contrast ratio of two colours in CSS. */
export function contrast(one, other) {
  const [dim, bright] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function rgb(color) {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

// WCAG 2.2, relative luminance.
function luminance(color) {
  const [r, g, b] = color.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
