"use strict";
const box = document.getElementById("filter");
const field = box.querySelector("input");
const told = box.querySelector("output");
const all = [...document.querySelectorAll(".findable")].map((it) => [it, it.textContent.toLowerCase()]);
box.hidden = all.length < 2;
field.addEventListener("input", () => {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [it, text] of all) {
    it.hidden = !words.every((word) => text.includes(word));
    shown += !it.hidden;
  }
  told.textContent = words.length ? `${shown} of ${all.length} shown` : "";
});
