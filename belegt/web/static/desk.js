// What every page can do with a script and does without it as well: choices that send themselves, marks that know their claims.
"use strict";

for (const select of document.querySelectorAll("select[data-send]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}
document.documentElement.classList.add("script");

// A claim in the list and its words in the text light up together.
function link(attribute, target) {
  const all = [...document.querySelectorAll(`[${attribute}], [${target}]`)];
  const keys = (element) => (element.getAttribute(attribute) || element.getAttribute(target) || "").split(" ");
  const light = (element, on) => {
    const wanted = keys(element);
    for (const other of all) {
      if (keys(other).some((key) => key && wanted.includes(key))) other.classList.toggle("lit", on);
    }
  };
  for (const element of all) {
    for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) {
      element.addEventListener(event, () => light(element, on));
    }
  }
}
link("data-claims", "data-claim");
link("data-marks", "data-field");

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const status = document.getElementById("status");
    if (status) status.textContent = button.dataset.done;
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
