/**
 * Moves the focus between the elements of a grid by the arrow keys, Home and End.
 * @param {Element} grid
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the focus has moved
 */
export function moveIn(grid, { key, target }) {
  const cells = /** @type {HTMLElement[]} */ ([...grid.children]);
  const at = cells.indexOf(/** @type {HTMLElement} */ (target));
  const next = at < 0 ? undefined : cells[aim(key, at, cells.length, columnsOf(cells))];
  if (next) {
    cells[at].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
  return Boolean(next);
}

/**
 * The style decides how many cells are beside each other.
 * @param {HTMLElement[]} cells
 */
function columnsOf(cells) {
  const second = cells.findIndex(({ offsetTop }) => offsetTop > cells[0].offsetTop);
  return second < 0 ? cells.length : second;
}

/**
 * @param {string} key
 * @param {number} at
 * @param {number} size
 * @param {number} columns
 */
function aim(key, at, size, columns) {
  switch (key) {
    case 'ArrowRight': return at + 1;
    case 'ArrowLeft': return at - 1;
    case 'ArrowDown': return at + columns;
    case 'ArrowUp': return at - columns;
    case 'Home': return 0;
    case 'End': return size - 1;
    default: return -1;
  }
}
