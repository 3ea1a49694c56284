"use strict";
// The search field shows itself only where a script can answer it. What it reads stands in the page, so it works from a disk.
(() => {
  const FEW = 4, LONG = 170, SHORTEST = 3;
  // as helpers.text.folding: each letter by itself
  const SIGNS = [["´", "'"], ["’‘‚‛ʼʹʻʽ`′‹›", "'"], ["“”„‟«»", '"'], ["−⁃", "-"], ["ς", "σ"], ["ł", "l"], ["ı", "i"], ["ø", "o"], ["đ", "d"], ["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["þ", "th"], ["ð", "d"]];
  const ALIKE = new Map(SIGNS.flatMap(([signs, plain]) => [...signs].map((sign) => [sign, plain])));
  const fold = (text) => text.replaceAll("´", "'").normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase()
    .replace(/\p{M}/gu, "").replace(/\p{Pd}/gu, "-").replace(/\s/g, " ").replace(/[^ -~]/gu, (sign) => ALIKE.get(sign) ?? sign).replaceAll("`", "'");
  const box = document.querySelector(".search");
  const field = box.querySelector("input");
  const told = box.querySelector("p");
  const results = document.querySelector(".results");
  const rest = document.querySelector(".unsearched");
  let data = null;
  const read = () => {
    if (data) return data;
    data = JSON.parse(document.getElementById("passages").textContent);
    data.folded = data.passages.map((passage) => fold(passage[2]));
    data.heading = data.heads.map((head) => fold(head[1] + " " + data.pages[head[0]][1]));
    data.others = new Map();
    data.spellings.forEach((group) => group.forEach((name) => data.others.set(name, [...(data.others.get(name) ?? []), ...group])));
    return data;
  };
  const make = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };
  // each letter of the folded text knows its place in the text as it was
  const places = (text) => {
    const found = [];
    let at = 0;
    for (const letter of text) {
      for (let n = fold(letter).length; n > 0; n -= 1) found.push(at);
      at += letter.length;
    }
    return [...found, text.length];
  };
  const spans = (text, terms) => {
    const folded = fold(text), place = places(text), found = [];
    terms.flat().forEach((term) => {
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) found.push([place[at], place[at + term.length]]);
    });
    return found.sort((a, b) => a[0] - b[0]);
  };
  const snippet = (text, terms, language) => {
    const found = spans(text, terms);
    const from = Math.max(0, (found[0]?.[0] ?? 0) - 60);
    const begin = from ? text.indexOf(" ", from) + 1 : 0;
    const end = Math.min(text.length, begin + LONG);
    const shown = make("p", "", language ? { lang: language } : {});
    if (begin) shown.append("… ");
    let done = begin;
    found.forEach(([first, last]) => {
      if (first < done || last > end) return;
      shown.append(text.slice(done, first), make("mark", text.slice(first, last)));
      done = last;
    });
    shown.append(text.slice(done, end), end < text.length ? " …" : "");
    return shown;
  };
  const row = ([head, anchor, text, kind, language], terms) => {
    const [page, heading] = data.heads[head];
    const item = make("li");
    const name = kind === "h" ? text : heading || data.pages[page][1];
    item.append(make("a", name, { href: `${data.pages[page][0]}.html${anchor ? "#" + anchor : ""}` }));
    if (kind === "f") item.append(make("p", told.dataset.folded));
    else if (kind !== "h") item.append(snippet(text, terms, language));
    return item;
  };
  const draw = (number, hits, terms) => {
    const part = make("section");
    part.append(make("h2", `${data.pages[number][1]} (${hits.length})`));
    const list = make("ol");
    hits.slice(0, FEW).forEach((hit) => list.append(row(hit, terms)));
    part.append(list);
    if (hits.length > FEW) {
      const more = make("details"), others = make("ol");
      more.append(make("summary", told.dataset.more.replace("{count}", hits.length - FEW)), others);
      more.addEventListener("toggle", () => { if (!others.children.length) hits.slice(FEW).forEach((hit) => others.append(row(hit, terms))); });
      part.append(more);
    }
    return part;
  };
  // Charkov finds Kharkiv: what is typed, and the same with a name that stands on the pages
  const variants = (typed) => {
    const found = [typed];
    data.names.forEach(([one, other]) => {
      if (` ${typed} `.includes(` ${one} `)) found.push(` ${typed} `.replace(` ${one} `, ` ${other} `).trim());
    });
    return [...new Set(found)];
  };
  const search = () => {
    const words = fold(field.value).split(/\s+/).filter((word) => word);
    // a short word only narrows what a longer one finds: alone it would stand inside nearly every sentence
    const typed = words.some((word) => word.length >= SHORTEST) ? words.filter((word) => word.length > 1) : [];
    results.hidden = !typed.length;
    rest.hidden = typed.length > 0;
    results.replaceChildren();
    told.textContent = words.length && !typed.length ? told.dataset.short : "";
    if (!typed.length) return;
    read();
    const spell = (word) => [...new Set([word, ...(data.others.get(word) ?? [])])];
    const asked = variants(typed.join(" ")).map((words) => words.split(" ").map(spell));
    const terms = asked.flat();
    const fits = (words) => asked.some((one) => one.every((spellings) => spellings.some((word) => words.includes(word))));
    const hits = new Map();
    data.passages.forEach((passage, number) => {
      if (!fits(data.folded[number])) return;
      const page = data.heads[passage[0]][0];
      hits.set(page, [...(hits.get(page) ?? []), passage]);
    });
    let total = 0;
    [...hits.keys()].sort((a, b) => a - b).forEach((page) => {
      const own = hits.get(page).sort((a, b) => (b[3] === "h") - (a[3] === "h"));
      total += own.length;
      results.append(draw(page, own, terms));
    });
    told.textContent = total ? told.dataset.count.replace("{shown}", total).replace("{total}", hits.size) : told.dataset.none;
  };
  let waiting = 0;
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  box.hidden = false;
  if (location.hash === "#words") field.focus();
  search();
})();
