"use strict";
// The search field shows itself only where a script can answer it.
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const box = document.querySelector(".search");
  const field = box.querySelector("input");
  const told = box.querySelector("p");
  const cards = [...document.querySelectorAll(".cards > li")].map((item) => ({ item, words: fold(item.dataset.words + " " + item.textContent) }));
  const search = () => {
    const terms = fold(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    cards.forEach(({ item, words }) => {
      const hit = terms.every((term) => words.includes(term));
      item.hidden = !hit;
      shown += hit;
      item.querySelectorAll(".parts a").forEach((link) => {
        const text = fold(link.textContent);
        link.classList.toggle("hit", terms.length > 0 && terms.some((term) => text.includes(term)));
      });
    });
    told.textContent = !terms.length ? "" : shown
      ? told.dataset.count.replace("{shown}", shown).replace("{total}", cards.length) : told.dataset.none;
  };
  field.addEventListener("input", search);
  box.hidden = false;
  search();
})();
