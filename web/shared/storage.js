// @ts-check
// What only this browser keeps for the reader. It may refuse, forget, or hold what somebody else wrote: readers of it check what they find.

/** @param {string} key @returns {string | null} nothing where nothing is kept, or nothing can be */
export function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string | null} text nothing forgets it @returns {boolean} whether the browser did */
export function keep(key, text) {
  try {
    if (text === null) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, text);
    }
    return true;
  } catch {
    return false;
  }
}
