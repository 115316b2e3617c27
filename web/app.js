// @ts-check
// The page at work: reads the address, asks the server, shows the answer, and keeps the history in step.
// What the first view can do without (other views, timeline, suggestions, help, widening) is loaded when first needed.

import { facetNeeds, facetPanel } from './facets/facets.js';
import { drawResults } from './search/results.js';
import { ask, changed, Failure, readAddress, searchAddress, viewOf, writeAddress } from './shared/address.js';
import {
  announce, element, focusHeading, LANGUAGES, learn, pageLanguage, pickLanguage, rememberedLanguage, rememberLanguage, speak, t, writeLabels,
} from './shared/text.js';

/** @typedef {import('./shared/address.js').Search} Search */
/** @typedef {import('./search/results.js').Answer} Answer */
/**
 * @typedef {object} Desk what a view is given to work with, beside the search to show
 * @property {(address: string) => Promise<any>} asker answers from before, or asks the server; rejects once the reader has gone on
 * @property {AbortSignal} signal aborted when the reader has gone on
 * @property {(search: Search, land?: Landing) => void} go shows another search
 * @property {() => void} redraw shows the same anew
 */
/** @typedef {{title: string, nodes: Node[]}} View "title" is the document's, without the page's name; one of the nodes holds a focusable h1 */
/** @typedef {'top' | 'stay' | 'type'} Landing where the reader lands on the new page; "type": nothing moves */
/** @typedef {{y: number, key?: string}} Place how far down, and which control had the focus */
const SLOW_AFTER_MS = 300;
const SINGLE_KEYS = ['j', 'k', 'n', 'o', 'p', '?'];
const TYPING_PAUSE_MS = 150;
const ANSWERS_KEPT = 30;
const WIDE = window.matchMedia('(min-width: 60rem)');

/** @param {string} id */
const byId = (id) => /** @type {any} */ (document.getElementById(id));

/** Answers by address: Back is immediate, and without a connection the last answer is better than none. */
const answers = /** @type {Map<string, any>} */ (new Map());
/** Where the reader was in each history entry; the entry itself keeps it too, where it can still be told. */
const places = /** @type {Map<string, Place>} */ (new Map());

let search = readAddress(location.search);
let asking = new AbortController();
/** The address of this history entry before typing began to replace it. */
let settled = '';
let entry = '';
/** Whether there was a press review to show since the page was loaded. */
let reviewed = false;
const timers = { slow: 0, typing: 0 };

/** @param {string} address @param {AbortSignal} signal */
async function asked(address, signal) {
  const answer = await ask(address, signal);
  if (answers.size >= ANSWERS_KEPT) {
    answers.clear();
  }
  answers.set(address, answer);
  return answer;
}

/** The control that has the focus, by a name that outlives its being drawn anew. */
function focusKey() {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
}

/** Keeps the reader's place in the entry that is left. */
function leave() {
  const place = { y: window.scrollY, key: focusKey() };
  places.set(entry, place);
  if (history.state?.id === entry) {  // Back and Forward have left it already
    history.replaceState({ ...history.state, place }, '');
  }
}

/** Gives the history entry shown a name, under which its place is kept. */
function enter() {
  if (history.state?.id === undefined) {
    history.replaceState({ ...history.state, id: `${Date.now()}-${Math.random()}` }, '');
  }
  entry = history.state.id;
  settled = location.href;
}

/** Goes to another search: a new history entry, unless it is the one shown. @param {Search} next @param {Landing} [land] */
function go(next, land = 'stay') {
  window.clearTimeout(timers.typing);
  leave();
  const { href } = new URL(writeAddress(next), document.baseURI);
  if (href !== location.href) {
    history.pushState({ from: location.href }, '', href);
  }
  enter();
  void show(next, { land });
  void import('./search/problem.js').then(({ ready }) => ready()).catch(() => {});  // to have it when the server is gone
}

/**
 * @param {Search} next
 * @param {{land?: Landing, place?: Place}} [how] with a place, one comes back to what was shown before
 */
async function show(next, { land = 'stay', place } = {}) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const key = place === undefined ? focusKey() : place.key;
  window.clearTimeout(timers.slow);
  timers.slow = window.setTimeout(() => setSlow(true), SLOW_AFTER_MS);
  search = next;
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.places__link'))) {
    link.ariaCurrent = link.getAttribute('href') === `?view=${next.view}` ? 'page' : null;
  }
  if (land !== 'type') {
    byId('q').value = next.q;
  }
  try {
    await (viewOf(next) === '' ? showResults(next, signal, place !== undefined) : showView(viewOf(next), next, signal));
  } catch (error) {
    if (!signal.aborted) {
      await showFailure(error).catch(() => {});  // the reader has gone on
    }
  }
  if (!signal.aborted) {
    window.clearTimeout(timers.slow);
    setSlow(false);
    settle(land, place, key);
    void showTicks();
  }
}

/** Ticks what is in the press review, for a reader who has one. */
async function showTicks() {
  try {
    if (reviewed || localStorage.getItem('vigie-review') !== null) {
      reviewed = true;
      (await import('./review/tick.js')).showTicks();
    }
  } catch {
    // A browser that keeps nothing for us, or no connection: the page works without its ticks.
  }
}

/**
 * Puts the reader where they were, or where the new page begins.
 * @param {Landing} land @param {Place | undefined} place @param {string | undefined} key
 */
function settle(land, place, key) {
  if (land === 'type') {
    return;
  }
  const control = land === 'top' || key === undefined ? null : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (control instanceof HTMLElement) {
    control.focus({ preventScroll: true });
  } else if (land === 'top' || key !== undefined) {
    focusHeading();
  }
  if (place !== undefined || land === 'top') {
    window.scrollTo(0, place?.y ?? 0);
  }
}

/** @param {boolean} slow */
function setSlow(slow) {
  byId('slow').hidden = !slow;
  byId('main').setAttribute('aria-busy', String(slow));
}

/** @param {'results-view' | 'view' | 'problem'} shown */
function reveal(shown) {
  for (const view of ['results-view', 'view', 'problem']) {
    byId(view).hidden = view !== shown;
  }
  if (shown !== 'problem') {
    byId('problem').replaceChildren();
  }
}

/** @param {Search} next @param {AbortSignal} signal @param {boolean} back an answer kept from before will do */
async function showResults(next, signal, back) {
  const address = searchAddress(next, facetNeeds());
  const kept = answers.get(address);
  let stale = false;
  /** @type {Answer} */
  const answer = back && kept ? kept : await asked(address, signal).catch((failure) => {
    stale = kept !== undefined && (failure.kind === 'network' || failure.kind === 'unavailable');
    if (!stale) {
      throw failure;
    }
    return kept;
  });
  drawResults(answer, next, stale, byId);
  byId('facets').replaceChildren(...facetPanel(answer.facets, next, { go, redraw: () => show(search) }));
  byId('timeline').hidden = answer.total === 0;
  if (answer.hits.length === 0) {
    const { wideningView } = await import('./search/widening.js');
    byId('cards').replaceChildren(await wideningView(answer, next, signal));
    signal.throwIfAborted();
  }
  reveal('results-view');
  announce(t('count.status', { n: answer.total }));
  void drawTimeline(answer, next, signal);
  if (stale) {
    const { untilAnswered } = await import('./search/problem.js');
    untilAnswered(signal, () => show(search));
  }
}

/** @param {Answer} answer @param {Search} next @param {AbortSignal} signal */
function drawTimeline(answer, next, signal) {
  const panel = byId('timeline');
  panel.ontoggle = async () => {
    const drawing = panel.open ? await import('./facets/timeline.js') : null;
    if (!signal.aborted) {
      byId('timeline-body').replaceChildren(...(drawing?.timelineView(answer.timeline, next, go) ?? []));
    }
  };
  return panel.ontoggle();
}

/** The style of a view, once, before the view is drawn. @param {string} name @returns {Promise<unknown>} */
function styled(name) {
  if (document.getElementById(`style-${name}`) !== null) {
    return Promise.resolve();
  }
  const link = Object.assign(document.createElement('link'), { id: `style-${name}`, rel: 'stylesheet', href: `${name}/${name}.css` });
  return new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', done);  // plain is better than nothing
    document.head.append(link);
  });
}

/**
 * A view other than the results: a folder with its module, its style and its words in both languages.
 *
 * @param {string} name @param {Search} next @param {AbortSignal} signal
 */
async function showView(name, next, signal) {
  const [{ view }, { messages }] = await Promise.all([import(`./${name}/${name}.js`), import(`./${name}/${pageLanguage()}.js`), styled(name)]);
  learn(messages);
  /** @type {Desk} */
  const desk = { asker: (address) => Promise.resolve(answers.get(address) ?? asked(address, signal)), signal, go, redraw: () => show(search) };
  const { title, nodes } = /** @type {View} */ (await view(next, desk));
  signal.throwIfAborted();
  document.title = t('title.view', { title });
  byId('view').replaceChildren(...nodes);
  byId('view').className = `view view--${name}`;
  reveal('view');
}

/** @param {unknown} error */
async function showFailure(error) {
  const failure = error instanceof Failure ? error : new Failure('server', String(error));
  const { signal } = asking;
  const retry = () => show(search);
  document.title = t('title.problem', { problem: t(`problem.${failure.kind}`) });
  // What explains a problem cannot be had where the server was gone before it was first needed.
  const view = await import('./search/problem.js').then(({ problemView }) => problemView(failure, search, retry, signal)).catch(() => element(
    'div', { role: 'alert' }, element('h1', { class: 'count', tabIndex: -1 }, t(`problem.${failure.kind}`)),
    element('p', { class: 'ways' }, element('button', { class: 'button button--main', type: 'button', 'data-key': 'retry', onclick: retry }, t('problem.retry')))));
  signal.throwIfAborted();
  byId('problem').replaceChildren(view);
  reveal('problem');
}

/** @param {string} name */
async function setLanguage(name) {
  const { messages } = await import(`./shared/${name}.js`);
  speak(name, messages);
  writeLabels();
  byId('q').placeholder = t('search.placeholder');
  byId('language-button').textContent = t('language.other');
  byId('language-button').lang = LANGUAGES.find((one) => one !== name);
}

/** Typing shows results as it goes, in the history entry where it began. */
function typed() {
  window.clearTimeout(timers.typing);
  timers.typing = window.setTimeout(() => {
    const next = changed(search, { q: byId('q').value });
    history.replaceState(history.state, '', writeAddress(next));
    void show(next, { land: 'type' });
  }, TYPING_PAUSE_MS);
}

/** Submitting gives the entry that typing replaced its address back, and adds its own. @param {Search} next */
function submit(next) {
  history.replaceState(history.state, '', settled);
  go(next);
}

/** Follows the page's own links without leaving it. @param {MouseEvent} event */
function follow(event) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const otherwise = event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (link === null || otherwise || link.origin !== location.origin || link.pathname !== location.pathname) {
    return;
  }
  event.preventDefault();
  if (link.hash !== '') {
    focusHeading();
    return;
  }
  if (link.dataset.go === 'back' && history.state?.from === link.href) {
    history.back();
    return;
  }
  go(readAddress(link.search), link.dataset.go === 'stay' ? 'stay' : 'top');
}

function listen() {
  byId('q').form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    submit(changed(search, { q: byId('q').value }));
  });
  byId('q').addEventListener('input', async (/** @type {InputEvent} */ event) => {
    if (!event.isComposing) {
      typed();
    }
    const began = entry;
    const { listenToTyping = null } = await import('./search/suggest.js').catch(() => ({}));
    if (listenToTyping !== null && began === entry) {  // else the search was submitted before suggestions were there
      listenToTyping(byId('q'), byId('suggestions'), { current: () => search, submit });
    }
  });
  byId('follow').addEventListener('click', async () => (await import('./watch/follow.js')).followForm(search, byId('notices'), byId('follow')));
  byId('sort').addEventListener('change', () => go(changed(search, { sort: byId('sort').value })));
  const turnFilters = () => {
    const open = byId('filters').classList.toggle('desk__facets--open');
    byId('filters-button').setAttribute('aria-expanded', String(open));
    (open ? byId('filters') : byId('filters-button')).focus({ preventScroll: !open });
  };
  byId('filters-button').addEventListener('click', turnFilters);
  byId('filters').addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape' && byId('filters-button').ariaExpanded === 'true' && !event.defaultPrevented) {
      turnFilters();
    }
  });
  byId('apply').addEventListener('click', () => {
    turnFilters();
    focusHeading();
    window.scrollTo(0, 0);
  });
  const help = async () => (await import('./search/help.js')).toggleHelp(byId('help'), byId('help-button'));
  byId('help-button').addEventListener('click', help);
  byId('language-button').addEventListener('click', async () => {
    const other = LANGUAGES.find((one) => one !== pageLanguage()) ?? pageLanguage();
    rememberLanguage(other);
    await setLanguage(other);
    byId('help').hidden = true;
    void show(search, { place: { y: window.scrollY } });
  });
  document.addEventListener('click', follow);
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      byId('q').focus();
      byId('q').select();
    } else if (SINGLE_KEYS.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      void import('./search/keys.js').then(({ pressed }) => pressed(event.key, event.target, help));
    }
  });
  window.addEventListener('popstate', () => {
    window.clearTimeout(timers.typing);
    leave();
    enter();
    void show(readAddress(location.search), { place: places.get(entry) ?? history.state.place ?? { y: 0 } });
  });
  window.addEventListener('storage', () => void showTicks());
  window.addEventListener('pagehide', leave);
}

async function start() {
  history.scrollRestoration = 'manual';
  byId('timeline').open = WIDE.matches;
  enter();
  listen();
  await setLanguage(pickLanguage(rememberedLanguage(), navigator.languages));
  await show(search, { place: history.state.place });
}

void start();
