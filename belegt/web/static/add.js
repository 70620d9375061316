// Files may be dropped on the field; their names are said.
"use strict";

const drop = document.querySelector(".drop");
const input = drop.querySelector("input");
const chosen = document.getElementById("chosen");
const tell = () => { chosen.textContent = [...input.files].map((file) => file.name).join(", "); };
input.addEventListener("change", tell);
for (const [event, over] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
  drop.addEventListener(event, (e) => {
    e.preventDefault();
    drop.classList.toggle("over", over);
    if (event === "drop" && e.dataTransfer.files.length) { input.files = e.dataTransfer.files; tell(); }
  });
}
