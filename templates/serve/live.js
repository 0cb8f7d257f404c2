// Keeps a page up to date with the files. Without this script every page works too, but has to
// be reloaded.
"use strict";

const page = document.body.dataset;
const said = document.getElementById("said");
let revision = Number(page.revision);
let busy = false;
let again = false;

history.scrollRestoration = "auto";

/** Shows a message and announces it to screen readers. */
let fading;
function say(text, stays) {
  said.textContent = text;
  said.classList.remove("old");
  clearTimeout(fading);
  if (!stays) fading = setTimeout(() => said.classList.add("old"), 8000);
}

/** Replaces the parts of the page that differ from a new version, and keeps the rest. */
function swap(fresh) {
  const told = new Set();
  const focused = document.activeElement;
  const place = [window.scrollX, window.scrollY];
  for (const old of document.querySelectorAll("[data-live]")) {
    const now = fresh.getElementById(old.id);
    if (!now || now.isEqualNode(old)) continue;
    const text = now.dataset.said;
    if (text) told.add(text);
    old.replaceWith(document.adoptNode(now));
  }
  document.title = fresh.title;
  filter();
  if (!focused.isConnected) {
    const same = focused.id && document.getElementById(focused.id);
    (same || document.getElementById("main")).focus({ preventScroll: true });
  }
  window.scrollTo(...place);
  return [...told];
}

async function get(address) {
  const answer = await fetch(address, { cache: "no-store" });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [fresh, answer];
}

async function refresh() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    const [fresh] = await get(location.href);
    const isOther = fresh.body.dataset.page !== page.page;
    // What was typed stays until it is saved.
    if (isOther && !document.querySelector("form[data-changed]")) {
      // A page of another kind starts at its top.
      history.scrollRestoration = "manual";
      // The answer to a form must not be posted again.
      location.replace(location.pathname + location.search);
      return;
    }
    const told = isOther ? [] : swap(fresh);
    revision = Number(fresh.body.dataset.revision);
    if (told.length) say(told.join(" "));
  } catch {
    // The event stream reports whether the program has ended.
  }
  busy = false;
  if (again) {
    again = false;
    refresh();
  }
}

/** Listens only while the page is visible: a browser opens few connections to a server. */
let changes;
let silence;
function listen() {
  changes?.close();
  changes = undefined;
  clearTimeout(silence);
  if (document.hidden) return;
  changes = new EventSource(page.changes);
  changes.addEventListener("revision", event => {
    clearTimeout(silence);
    silence = undefined;
    if (said.dataset.stopped) {
      delete said.dataset.stopped;
      say("");
    }
    if (Number(event.data) !== revision) refresh();
  });
  changes.addEventListener("error", () => {
    silence ??= setTimeout(() => {
      said.dataset.stopped = "yes";
      say(page.stopped, true);
    }, 2000);
  });
}
document.addEventListener("visibilitychange", listen);
window.addEventListener("pageshow", listen);
window.addEventListener("pagehide", () => changes?.close());

/** Filters the list by the typed text. */
const find = document.getElementById("find");
let counting;
function filter() {
  if (!find) return;
  const words = find.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const school of document.querySelectorAll(".school")) {
    let any = false;
    for (const person of school.querySelectorAll("[data-words]")) {
      const fits = words.every(word => person.dataset.words.includes(word));
      person.hidden = !fits;
      any ||= fits;
      count += fits;
    }
    school.hidden = !any;
  }
  const found = document.getElementById("found");
  const text = count === 1 ? found.dataset.one : found.dataset.many.replace("#", count);
  clearTimeout(counting);
  // Not after each keystroke.
  if (found.textContent !== text) counting = setTimeout(() => (found.textContent = text), 400);
}
if (find) {
  document.documentElement.classList.add("script");
  find.addEventListener("input", filter);
  document.getElementById("find-form").addEventListener("submit", event => {
    event.preventDefault();
    filter();
  });
  // Loads the full list of a filtered address, and filters it here.
  if (new URL(location.href).searchParams.has("find")) {
    history.replaceState(null, "", location.pathname);
    refresh();
  } else {
    filter();
  }
}

/** Looks a code up without an address that contains it, which the browser would remember. */
const form = document.getElementById("code-form");
form?.addEventListener("submit", async event => {
  event.preventDefault();
  const asked = new URL(form.action);
  asked.search = new URLSearchParams(new FormData(form));
  try {
    const [fresh, answer] = await get(asked);
    history.replaceState(null, "", answer.url);
    swap(fresh);
    document.getElementById("answer").focus();
  } catch {
    say(page.stopped, true);
  }
});
