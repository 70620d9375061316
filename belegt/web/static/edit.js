// Words of the passage are clicked for a field; what they say is asked of the server, which alone counts characters.
"use strict";

const editor = document.querySelector(".editing");
const passage = editor.querySelector(".choosing");
const words = [...passage.querySelectorAll(".w")];
const status = document.getElementById("choosing");
const fieldsets = [...editor.querySelectorAll("[data-choose]")];
let active = null;
let anchor = null;
let chosen = [];
let asked = 0;

passage.setAttribute("role", "listbox");
passage.setAttribute("aria-multiselectable", "true");
passage.setAttribute("aria-label", passage.dataset.label);
words.forEach((word, n) => {
  word.setAttribute("role", "option");
  word.setAttribute("aria-selected", "false");
  word.tabIndex = n === 0 ? 0 : -1;
});

function tell() {
  status.textContent = active ? active.dataset.told : status.dataset.idle;
  for (const set of fieldsets) {
    const on = set === active;
    set.classList.toggle("active", on);
    set.querySelector(".choose").setAttribute("aria-pressed", String(on));
  }
}

function show() {
  words.forEach((word, n) => {
    const on = chosen.length > 0 && n >= chosen[0] && n <= chosen[1];
    word.classList.toggle("chosen", on);
    word.setAttribute("aria-selected", String(on));
  });
}

function arm(set) {
  if (set === active) return;
  active = set;
  anchor = null;
  chosen = [];
  show();
  tell();
}

function take(n, extend) {
  if (!active) arm(fieldsets[0]);
  const whole = anchor === null || (!extend && chosen.length && chosen[0] !== chosen[1]);
  if (whole) anchor = n;
  chosen = [Math.min(anchor, n), Math.max(anchor, n)];
  show();
  ask();
}

async function ask() {
  const set = active;
  const turn = ++asked;
  const start = words[chosen[0]].dataset.at.split("-")[0];
  const end = words[chosen[1]].dataset.at.split("-")[1];
  const query = new URLSearchParams({ at: editor.dataset.ref, field: set.dataset.choose, start, end });
  const answer = await fetch(`/queue/words.json?${query}`, { headers: { accept: "application/json" } });
  if (!answer.ok || turn !== asked) return;
  fill(set, await answer.json());
}

function fill(set, said) {
  const field = set.querySelector(`[name="${set.dataset.choose}"]`);
  const at = set.querySelector(`[name="at.${set.dataset.choose}"]`);
  if (field.matches("textarea")) {
    const before = field.dataset.kept ?? field.value;
    field.dataset.kept = before;
    const lines = before.split("\n").filter((line) => line.trim() && line !== said.text);
    field.value = [...lines, said.text.split(/\s+/).join(" ")].join("\n");
  } else {
    field.value = said.text.split(/\s+/).join(" ");
  }
  at.value = `${said.start}-${said.end}`;
  const inside = words.map((word, n) => [n, ...word.dataset.at.split("-").map(Number)]).filter(([, a, b]) => b > said.start && a < said.end);
  if (inside.length) chosen = [inside[0][0], inside[inside.length - 1][0]];
  show();
  for (const [name, value] of Object.entries(said.parts)) {
    const input = set.querySelector(`[name="${name}"]`);
    if (input) input.value = value ?? "";
  }
  mark(set);
}

function mark(set) {
  const inputs = [...set.querySelectorAll("input:not([type=hidden]), select, textarea")];
  const changed = inputs.some((i) => (i.type === "checkbox" ? i.checked !== i.defaultChecked
    : i.matches("select") ? [...i.options].some((o) => o.selected !== o.defaultSelected) : i.value !== i.defaultValue));
  set.classList.toggle("changed", changed);
  set.querySelector(".was").hidden = !changed;
}

for (const set of editor.querySelectorAll("fieldset")) {
  set.addEventListener("input", (event) => {
    const field = set.querySelector(`[name="${set.dataset.choose}"]`);
    if (event.target === field) {
      set.querySelector(`[name="at.${set.dataset.choose}"]`).value = "";
      delete field.dataset.kept;
    }
    mark(set);
  });
}
for (const set of fieldsets) {
  const button = set.querySelector(".choose");
  button.hidden = false;
  set.addEventListener("focusin", () => arm(set));
  button.addEventListener("click", () => {
    const field = set.querySelector("textarea");
    if (field) delete field.dataset.kept;
    anchor = null;
    arm(set);
    words[Math.max(0, words.findIndex((w) => w.closest(".quote")))].focus();
  });
}
let pressed = false;
words.forEach((word, n) => {
  word.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pressed = true;
    event.preventDefault();
    word.focus();
    take(n, event.shiftKey);
  });
  word.addEventListener("pointerenter", () => { if (pressed) take(n, true); });
  word.addEventListener("keydown", (event) => key(event, n));
});
document.addEventListener("pointerup", () => { pressed = false; });

function key(event, n) {
  const forward = getComputedStyle(passage).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const step = { [forward]: 1, [forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"]: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    take(n, event.shiftKey);
  } else if (step) {
    event.preventDefault();
    const next = Math.min(words.length - 1, Math.max(0, n + step));
    words[n].tabIndex = -1;
    words[next].tabIndex = 0;
    words[next].focus();
    if (event.shiftKey) {
      if (anchor === null) anchor = n;
      take(next, true);
    }
  } else if (event.key === "Escape" && active) {
    active.querySelector(".choose").focus();
  }
}
document.getElementById("edit").addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => { delete document.getElementById("edit").dataset.sent; });
tell();
