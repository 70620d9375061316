// The keys of the queue: one key decides and goes on. Off inside fields, off altogether where someone wishes, remappable.
"use strict";

const KEPT = "belegt-keys";
const kept = (() => {
  try { return JSON.parse(localStorage.getItem(KEPT)) || {}; } catch { return {}; }
})();
const keys = { on: kept.on !== false, map: kept.map || {} };
const keep = () => localStorage.setItem(KEPT, JSON.stringify(keys));
const keyOf = (own) => keys.map[own] || own;
let going = false;

function show() {
  for (const element of document.querySelectorAll("[data-key]")) {
    const hint = element.querySelector("kbd");
    if (hint) { hint.textContent = keyOf(element.dataset.key).toUpperCase(); hint.hidden = !keys.on; }
  }
}

function editing(target) {
  return target instanceof HTMLElement && !target.closest("dialog:not([open])") && (target.isContentEditable || target.matches("input, textarea, select"));
}

document.addEventListener("keydown", (event) => {
  const undo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey && !event.altKey;
  if (editing(event.target) || event.repeat || document.querySelector("dialog[open]")) return;
  if (!undo && (!keys.on || event.ctrlKey || event.metaKey || event.altKey)) return;
  const wanted = undo ? keyOf("u") : event.key.toLowerCase();
  const found = [...document.querySelectorAll("[data-key]")].find((e) => keyOf(e.dataset.key) === wanted && !e.disabled && !e.hidden);
  if (!found || going) return;
  event.preventDefault();
  if (!found.dataset.opens) going = true;
  found.click();
});
// A page that comes back from the browser's memory may be decided upon again.
window.addEventListener("pageshow", () => { going = false; });

for (const form of document.querySelectorAll("form[method='post']")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => { delete form.dataset.sent; });
}

for (const button of document.querySelectorAll("[data-opens]")) {
  button.hidden = false;
  const dialog = document.getElementById(button.dataset.opens);
  button.addEventListener("click", () => dialog.showModal());
  dialog.addEventListener("close", () => { button.focus(); reset(); });
}
function reset() {
  for (const input of document.querySelectorAll("[data-remap]")) {
    input.value = keyOf(input.dataset.remap);
    input.removeAttribute("aria-invalid");
  }
}
reset();
for (const input of document.querySelectorAll("[data-remap]")) {
  const own = input.dataset.remap;
  input.addEventListener("input", () => {
    const wanted = input.value.toLowerCase().trim();
    const others = [...document.querySelectorAll("[data-remap]")].filter((other) => other !== input);
    if (!wanted || others.some((other) => keyOf(other.dataset.remap) === wanted)) { input.setAttribute("aria-invalid", "true"); return; }
    input.removeAttribute("aria-invalid");
    keys.map[own] = wanted;
    keep();
    show();
  });
}
const on = document.getElementById("keys-on");
if (on) {
  on.checked = keys.on;
  on.addEventListener("change", () => { keys.on = on.checked; keep(); show(); });
}
show();
