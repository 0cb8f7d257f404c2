// Makes the form quicker to use: the radar follows the levels, courses are found while typing, a text
// is checked, and the page says what is not saved. Without this script everything works too.
"use strict";

for (const form of document.querySelectorAll("form#form")) {
  const unsaved = document.getElementById("unsaved");
  let isChanged = "changed" in form.dataset;
  let postedAt = -Infinity;
  const isPosted = () => postedAt > -Infinity;
  const note = text => {
    if (unsaved) unsaved.textContent = text;
  };
  form.addEventListener("input", event => {
    if (isChanged || event.target.name === "soeg") return;
    isChanged = true;
    note(form.dataset.unsaved);
  });
  form.addEventListener("submit", event => {
    // Leaving this page would lose what was typed.
    if (document.getElementById("said").dataset.stopped) {
      event.preventDefault();
      note(document.body.dataset.stopped);
      return;
    }
    // A double click would post the same form twice.
    if (event.timeStamp - postedAt < 1000) {
      event.preventDefault();
      return;
    }
    postedAt = event.timeStamp;
    if (event.submitter?.value !== "soeg") note(form.dataset.saving);
  });
  window.addEventListener("beforeunload", event => {
    if (isChanged && !isPosted()) event.preventDefault();
  });
  // Back from the next page, the form can be posted again.
  window.addEventListener("pageshow", () => {
    postedAt = -Infinity;
    note(isChanged ? form.dataset.unsaved : "");
  });

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
    const [source] = radar.getAttribute("src").split("?");
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

  /** Courses are found while typing: one for a plan line, or several that are finished. */
  const search = document.getElementById("soeg");
  const found = document.querySelector("fieldset[id$=-kursus], #felt-gennemfoert");
  if (search && found) {
    const name = found.id.replace("felt-", "");
    const [, line] = name.split("-");
    const area = form.elements[`linje-${line}-omraade`];
    const asks = () => {
      const ticked = [...form.querySelectorAll(`input[name="${name}"]:checked`)].map(choice => choice.value);
      return area ? { linje: line, kursus: ticked.join(), omraade: area.value } : { [name]: ticked.join("\n") };
    };
    const find = later(async () => {
      const asked = new URLSearchParams({ soeg: search.value, ...asks() });
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
    area?.addEventListener("change", find);
    form.addEventListener("change", event => {
      if (event.target.name !== name || !form.elements.vej) return;
      const course = [...form.elements.vej].find(way => way.value === "kursus");
      if (course) course.checked = true;
    });
  }

  /** Only the fields of the chosen way to a goal are shown, and those with errors. */
  const ways = [...form.querySelectorAll("input[name=vej]")];
  if (ways.length) {
    const fieldsOf = { kursus: [], kollega: ["hos"], kontor: ["hos"], form: ["hos", "form"], egne: ["aktivitet"], aaben: [] };
    const show = () => {
      const way = ways.find(own => own.checked)?.value ?? "aaben";
      const hasError = part => part.matches(".wrong") || part.querySelector(".wrong") !== null;
      const course = document.getElementById("kursus");
      course.hidden = way !== "kursus" && !hasError(course);
      const other = document.getElementById("anden-vej");
      const parts = [...other.querySelectorAll(".answer-field")];
      for (const part of parts) {
        const name = part.querySelector("[name]").name;
        part.hidden = !fieldsOf[way].some(own => name.endsWith(`-${own}`)) && !hasError(part);
      }
      other.hidden = parts.every(part => part.hidden);
    };
    for (const way of ways) way.addEventListener("change", show);
    show();
  }

  /** Areas are ticked for one of the answers about teaching only. */
  const areas = [...form.querySelectorAll("input[name=oplaerer-omraade]")];
  for (const answer of form.querySelectorAll("input[name=oplaerer]")) {
    answer.addEventListener("change", () => {
      if (answer.value !== "nogle") for (const area of areas) area.checked = false;
    });
    if (answer.value === "nogle") {
      for (const area of areas) area.addEventListener("change", () => (answer.checked ||= area.checked));
    }
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
      const iso = input.value.match(/^(\d{4})-(\d\d)-(\d\d)$/);
      const typed = input.value.match(/^(\d{1,2})[/.](\d{1,2})[-.](\d{4})$/);
      if (iso) calendar.value = input.value;
      else if (typed) calendar.value = `${typed[3]}-${typed[2].padStart(2, "0")}-${typed[1].padStart(2, "0")}`;
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

  /** A text is checked while typing, and what is wrong is marked in it. */
  const text = document.getElementById("tekst");
  if (text && form.dataset.check) {
    const marks = document.createElement("div");
    marks.className = "text-marks";
    marks.setAttribute("aria-hidden", "true");
    text.before(marks);
    const follow = () => (marks.scrollTop = text.scrollTop);
    text.addEventListener("scroll", follow);
    // The place of each problem that has a line: all of it, if the list shows it otherwise.
    const places = () => {
      const starts = [0];
      const lines = text.value.split("\n");
      for (const line of lines) starts.push(starts.at(-1) + line.length + 1);
      return [...document.querySelectorAll("#checked figure[data-line]")].map(figure => {
        const at = Number(figure.dataset.line) - 1;
        const code = figure.querySelector("code");
        const mark = code.querySelector("mark");
        const [start, line] = [starts[at] ?? 0, lines[at] ?? ""];
        const isSame = line === code.textContent;
        const from = start + (isSame && mark ? mark.previousSibling?.length ?? 0 : 0);
        const to = isSame && mark ? from + mark.textContent.length : start + line.length;
        return { figure, isSame, from, to };
      });
    };
    const mark = () => {
      marks.textContent = "";
      let end = 0;
      for (const { figure, isSame, from, to } of places().sort((one, other) => one.from - other.from)) {
        if (!isSame || from < end) continue;
        const marked = document.createElement("mark");
        marked.className = figure.closest("li").className;
        marked.textContent = text.value.slice(from, to);
        marks.append(text.value.slice(end, from), marked);
        end = to;
      }
      marks.append(`${text.value.slice(end)}\n`);
      follow();
    };
    const showMark = marked => {
      if (marked) text.scrollTop = marked.offsetTop - text.clientHeight / 3;
      follow();
    };
    const offer = () => {
      for (const { figure } of places()) {
        const caption = figure.querySelector("figcaption");
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = form.dataset.show;
        button.setAttribute("aria-label", `${form.dataset.show}: ${caption.textContent}`);
        button.addEventListener("click", () => {
          const place = places().find(own => own.figure === figure);
          text.focus();
          text.setSelectionRange(place.from, place.to);
          showMark([...marks.children].find(own => own.textContent === text.value.slice(place.from, place.to)));
        });
        caption.append(button);
      }
      mark();
    };
    offer();
    showMark(marks.querySelector(".error"));
    text.addEventListener("input", mark);
    text.addEventListener("input", later(async () => {
      try {
        const body = new URLSearchParams({ tekst: text.value });
        const fresh = await parsed(await fetch(form.dataset.check, { method: "POST", body, cache: "no-store" }));
        const checked = fresh.getElementById("checked");
        if (checked) document.getElementById("checked").replaceChildren(...document.adoptNode(checked).childNodes);
        offer();
      } catch {
        // It is checked when it is saved.
      }
    }, 500));
  }
}
