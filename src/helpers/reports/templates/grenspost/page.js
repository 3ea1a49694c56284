"use strict";
// All that a script adds: tables that sort at a click, the place in the table of contents, a fade where a table goes on, folds that a link opens, citations that are copied, marks that the Tab key passes over. Nothing depends on it.
(() => {
  const value = (row, column) => row.cells[column]?.textContent.trim() ?? "";
  const compare = (a, b) => {
    if (a === "" || b === "") return (a === "") - (b === "");
    return a.localeCompare(b, document.documentElement.lang, { numeric: true });
  };
  const sort = (table, heading, column) => {
    const down = heading.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("thead th").forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows];
    rows.sort((a, b) => compare(value(a, column), value(b, column)));
    if (down) rows.reverse();
    body.append(...rows);
  };
  document.querySelectorAll("table.dataframe, table.gp-table").forEach((table) => {
    const head = table.tHead?.rows;
    if (head?.length !== 1 || table.tBodies.length !== 1 || table.tBodies[0].rows.length < 3) return;
    if (table.querySelector("[rowspan], [colspan]")) return;
    [...head[0].cells].forEach((heading, column) => {
      if (!heading.textContent.trim()) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading, column));
      heading.append(button);
    });
  });
  // a heading that a table repeats on the next sheet is drawn without its button's words, so on paper there are no buttons
  const buttons = [...document.querySelectorAll("button.sort")].map((button) => [button.parentElement, button]);
  addEventListener("beforeprint", () => buttons.forEach(([, button]) => button.replaceWith(...button.childNodes)));
  addEventListener("afterprint", () => buttons.forEach(([heading, button]) => { button.append(...heading.childNodes); heading.append(button); }));
  const links = new Map([...document.querySelectorAll(".toc a")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const mark = () => {
    const here = headings.filter((h) => h.getBoundingClientRect().top < 120).pop() ?? headings[0];
    links.forEach((a, id) => (id === here.id ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current")));
  };
  if (headings.length) {
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; mark(); });
    }, { passive: true });
    mark();
  }
  // what is wider than the screen fades at the side where it goes on
  const boxes = [...document.querySelectorAll(".scroll, .gp-scroll, .gp-figure, figure")];
  const fade = (box) => box.classList.toggle("more", box.scrollWidth - box.clientWidth - box.scrollLeft > 8);
  const fadeAll = () => boxes.forEach(fade);
  boxes.forEach((box) => box.addEventListener("scroll", () => fade(box), { passive: true }));
  addEventListener("resize", fadeAll);
  document.addEventListener("toggle", fadeAll, true);
  fadeAll();
  const unfold = () => {  // a link to a fold, or to something in a fold, opens it in every browser
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let fold = target?.closest("details");
    if (!fold) return;
    for (; fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
  document.addEventListener("click", async (event) => {  // a citation is marked by the click itself; here it is copied as well
    const cited = event.target instanceof Element && event.target.closest(".gp-cite");
    if (!cited) return;
    try {
      await navigator.clipboard.writeText(cited.textContent);
      cited.classList.add("is-copied");
    } catch { /* the browser may refuse: the words stay marked for the reader's own copying */ }
  });
  const step = (toggle) => {  // the Tab key passes over the marks of a layer that is switched off
    const layer = [...toggle.classList].find((name) => name.startsWith("gp-t-"))?.slice("gp-t-".length);
    toggle.parentElement.querySelectorAll(`.gp-mark.gp-l-${CSS.escape(layer ?? "")}[tabindex]`)
      .forEach((one) => { one.tabIndex = toggle.checked ? 0 : -1; });
  };
  const toggles = [...document.querySelectorAll(".gp-toggle")];
  toggles.forEach((toggle) => toggle.addEventListener("change", () => step(toggle)));
  toggles.forEach(step);
  const narrow = matchMedia("(max-width: 70rem)");
  const toc = document.querySelector(".toc details");
  if (toc && narrow.matches) toc.open = false;
})();
