/**
 * A moment as people write it, e.g. `3 Mar 2026, 12:00`; empty for none.
 * @param {string | undefined} instant ISO 8601
 */
export function momentLabel(instant) {
  return instant ? new Date(instant).toLocaleString('en-GB', {
    day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit',
  }) : '';
}
