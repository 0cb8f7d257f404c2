// Makes the form quicker to use: the radar follows the levels, courses are found while typing, a text
// is checked, and the page says what is not saved. Without this script everything works too.
"use strict";

for (const form of document.querySelectorAll("form#form")) {
  const unsaved = document.getElementById("unsaved");
  let isChanged = false;
  let isPosted = false;
  form.addEventListener("input", event => {
    if (isChanged || event.target.name === "soeg") return;
    isChanged = true;
    if (unsaved) unsaved.textContent = form.dataset.unsaved;
    // Also where the end of a long page is out of sight; see live.js.
    say(form.dataset.unsaved, true);
  });
  form.addEventListener("submit", event => {
    // A second click would post the same form twice.
    if (isPosted) event.preventDefault();
    isPosted = true;
  });
  window.addEventListener("beforeunload", event => {
    if (isChanged && !isPosted) event.preventDefault();
  });
  // Back from the next page, the form can be posted again.
  window.addEventListener("pageshow", () => (isPosted = false));

  document.getElementById("fejl")?.focus();

  const later = (act, delay) => {
    let waiting;
    return () => {
      clearTimeout(waiting);
      waiting = setTimeout(act, delay);
    };
  };
  const parsed = async answer => new DOMParser().parseFromString(await answer.text(), "text/html");

  /** The radar follows the levels. */
  const radar = document.getElementById("radar");
  if (radar) {
    const source = radar.getAttribute("src");
    const chosen = part => {
      const levels = [];
      for (let area = 0; form.elements[`omraade-${area}-nu`]; area += 1) {
        levels.push(form.elements[`omraade-${area}-${part}`].value);
      }
      return levels.join(",");
    };
    form.addEventListener("change", later(() => {
      radar.src = `${source}?nu=${chosen("nu")}&oensket=${chosen("oensket")}`;
    }, 150));
  }

  /** Courses are found while typing. */
  const search = document.getElementById("soeg");
  const found = document.querySelector("fieldset[id$=-kursus]");
  if (search && found) {
    const name = found.id.replace("felt-", "");
    const [, line] = name.split("-");
    const find = later(async () => {
      const asked = new URLSearchParams({
        linje: line,
        soeg: search.value,
        kursus: form.elements[name]?.value ?? "",
        omraade: form.elements[`linje-${line}-omraade`].value,
      });
      try {
        const fresh = await parsed(await fetch(`${form.dataset.search}?${asked}`, { cache: "no-store" }));
        const list = fresh.querySelector("fieldset");
        if (list) document.getElementById(found.id).replaceWith(document.adoptNode(list));
      } catch {
        // The button searches too.
      }
    }, 250);
    search.addEventListener("input", find);
    search.addEventListener("keydown", event => {
      if (event.key === "Enter") {
        event.preventDefault();
        find();
      }
    });
    form.elements[`linje-${line}-omraade`].addEventListener("change", find);
    form.addEventListener("change", event => {
      if (event.target.name !== name) return;
      const course = [...form.elements.vej].find(way => way.value === "kursus");
      if (course) course.checked = true;
    });
  }

  /** A button beside each date opens the browser's calendar. */
  for (const input of form.querySelectorAll("input.date")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = input.dataset.pick;
    button.setAttribute("aria-label", `${input.dataset.pick}: ${form.querySelector(`label[for="${input.id}"]`).textContent}`);
    const calendar = document.createElement("input");
    calendar.type = "date";
    calendar.tabIndex = -1;
    calendar.className = "date-picker";
    calendar.setAttribute("aria-hidden", "true");
    if (!calendar.showPicker) continue;
    button.addEventListener("click", () => {
      if (/^\d{4}-\d\d-\d\d$/.test(input.value)) calendar.value = input.value;
      calendar.showPicker();
    });
    calendar.addEventListener("input", event => {
      event.stopPropagation();
      if (!calendar.value) return;
      input.value = calendar.value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.focus();
    });
    const wrapped = document.createElement("span");
    wrapped.className = "date-field";
    input.replaceWith(wrapped);
    wrapped.append(input, button, calendar);
  }

  /** A text is checked while typing. */
  const text = document.getElementById("tekst");
  if (text && form.dataset.check) {
    text.addEventListener("input", later(async () => {
      try {
        const body = new URLSearchParams({ tekst: text.value });
        const fresh = await parsed(await fetch(form.dataset.check, { method: "POST", body, cache: "no-store" }));
        const checked = fresh.getElementById("checked");
        if (checked) document.getElementById("checked").replaceChildren(...document.adoptNode(checked).childNodes);
      } catch {
        // It is checked when it is saved.
      }
    }, 500));
  }
}
