// @ts-check
// Dragging an article of the review by its handle, with mouse, pen or finger. A line shows where it would stand; the review
// changes when it is let go, Escape lets all be.

/** This close to an edge of the window, the page scrolls along. */
const EDGE_PX = 56;
const SCROLL_PX = 14;

/** @param {HTMLElement} root @param {number} y of the pointer @param {HTMLElement} line is put where the article would stand */
function mark(root, y, line) {
  const lists = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-part]')]);
  const list = lists.findLast((one) => (one.closest('.part') ?? one).getBoundingClientRect().top <= y) ?? lists[0];
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(':scope > [data-link]')]);
  const after = items.find((item) => {
    const { top, height } = item.getBoundingClientRect();
    return y < top + height / 2;
  });
  if (line.parentElement !== list || line.nextElementSibling !== (after ?? null)) {
    list.insertBefore(line, after ?? null);
  }
}

/** Where the line stands: the section, and the place among the other articles of it. @param {HTMLElement} line @param {HTMLElement} item */
function target(line, item) {
  const list = /** @type {HTMLElement} */ (line.parentElement);
  const rest = [...list.children].filter((one) => one !== item && (one === line || one.hasAttribute('data-link')));
  return { section: list.dataset.part ?? '', place: rest.indexOf(line) };
}

/**
 * @param {HTMLElement} handle
 * @param {(section: string, place: number) => void} drop
 */
export function draggable(handle, drop) {
  handle.addEventListener('pointerdown', (event) => {
    const item = /** @type {HTMLElement} */ (handle.closest('[data-link]'));
    const root = /** @type {HTMLElement} */ (handle.closest('.review'));
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    const line = document.createElement('li');
    line.className = 'drop';
    line.ariaHidden = 'true';
    item.classList.add('taken--dragged');
    const over = new AbortController();
    const { signal } = over;
    const end = (/** @type {boolean} */ dropped) => {
      over.abort();
      const at = line.parentElement === null ? null : target(line, item);
      line.remove();
      item.classList.remove('taken--dragged');
      if (dropped && at !== null) {
        drop(at.section, at.place);
      }
    };
    handle.addEventListener('pointermove', ({ clientY }) => {
      const by = clientY < EDGE_PX ? -SCROLL_PX : clientY > window.innerHeight - EDGE_PX ? SCROLL_PX : 0;
      window.scrollBy(0, by);
      mark(root, clientY, line);
    }, { signal });
    handle.addEventListener('pointerup', () => end(true), { signal });
    handle.addEventListener('pointercancel', () => end(false), { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
  });
}
