// @ts-check
// Copying to the clipboard, as text and as rich text, also where the browser has no clipboard to give (a page without https).

/** Selects what a node shows, so that the reader can copy it by hand. @param {Node} node */
function select(node) {
  const selection = window.getSelection();
  selection?.removeAllRanges();
  const range = document.createRange();
  range.selectNodeContents(node);
  selection?.addRange(range);
}

/**
 * The page answers its own copy event: works everywhere, also without https, and hands rich text over as it is, where
 * navigator.clipboard has Chromium sanitise it against the page's own policy, which takes its style away.
 *
 * @param {Record<string, string>} forms
 * @returns {boolean} whether the browser did it
 */
function copyByEvent(forms) {
  let done = false;
  const fill = (/** @type {ClipboardEvent} */ event) => {
    for (const [type, text] of Object.entries(forms)) {
      event.clipboardData?.setData(type, text);
    }
    event.preventDefault();
    done = true;
  };
  document.addEventListener('copy', fill, { once: true });
  try {
    return document.execCommand('copy') && done;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', fill);
  }
}

/**
 * Copies a text; where nothing lets it, leaves it selected. To be called while the reader's click is being answered, before anything is
 * waited for: browsers want it so.
 *
 * @param {Node} node shown on the page
 * @param {string} text the same as plain text
 * @param {string} [html] the same as rich text
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copy(node, text, html) {
  /** @type {Record<string, string>} */
  const forms = html === undefined ? { 'text/plain': text } : { 'text/plain': text, 'text/html': html };
  select(node);
  if (copyByEvent(forms)) {
    window.getSelection()?.removeAllRanges();
    return true;
  }
  try {
    const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}
