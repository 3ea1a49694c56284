"use strict";
// The search field shows itself only where a script can answer it. What it reads stands in the page, so it works from a disk.
(() => {
  const FEW = 4, LONG = 170, BEFORE = 60, SHORTEST = 2, PART = 3;
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
  // a word of two letters and a number are sought whole: "vs" stands inside many words, and 70 is not 1970 nor 1.700
  const finders = new Map();
  const finder = (term) => {
    if (finders.has(term)) return finders.get(term);
    const isNumber = /^\d+([.,]\d+)*$/.test(term);
    const edges = isNumber ? ["(?<![\\p{L}\\p{N}])(?<!\\d[.,])", "(?![\\p{L}\\p{N}]|[.,]\\d)"] : ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
    const isWhole = isNumber || term.length < PART;
    const found = isWhole ? new RegExp(edges[0] + term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") + edges[1], "gu") : null;
    finders.set(term, found);
    return found;
  };
  const holds = (folded, term) => finder(term) ? folded.search(finder(term)) >= 0 : folded.includes(term);
  const starts = (folded, term) => {
    if (finder(term)) return [...folded.matchAll(finder(term))].map((found) => found.index);
    const found = [];
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) found.push(at);
    return found;
  };
  const spans = (text, terms) => {
    const folded = fold(text), place = places(text);
    return terms.flatMap((term) => starts(folded, term).map((at) => [place[at], place[at + term.length]])).sort((a, b) => a[0] - b[0]);
  };
  // of each word the place that is nearest to the others
  const nearest = (text, words) => {
    const each = words.map((spellings) => spans(text, spellings)).filter((found) => found.length);
    const rarest = each.reduce((one, other) => (other.length < one.length ? other : one), each[0] ?? []);
    let best = [], least = Infinity;
    rarest.forEach((from) => {
      const chosen = each.map((found) => found.reduce((a, b) => (Math.abs(b[0] - from[0]) < Math.abs(a[0] - from[0]) ? b : a)));
      const far = chosen.reduce((sum, span) => sum + Math.abs(span[0] - from[0]), 0);
      if (far < least) [best, least] = [chosen, far];
    });
    return best.sort((a, b) => a[0] - b[0]);
  };
  // what is shown of a passage: so much around each word, as one piece where the pieces meet
  const pieces = (text, words) => {
    const chosen = nearest(text, words), first = chosen[0] ?? [0, 0];
    const cut = [[first[0] - BEFORE, first[0] - BEFORE + LONG], ...chosen.map(([from, to]) => [from - BEFORE, to + BEFORE])]
      .sort((a, b) => a[0] - b[0]);
    const found = [];
    cut.forEach(([from, to]) => {
      const last = found.at(-1);
      if (last && from <= last[1] + 2) last[1] = Math.max(last[1], to);
      else found.push([from, to]);
    });
    // no piece begins or ends inside a word
    return found.map(([from, to]) => [from <= 0 ? 0 : text.indexOf(" ", from) + 1, to >= text.length ? text.length : text.lastIndexOf(" ", to)]);
  };
  const snippet = (text, words, language) => {
    const found = spans(text, words.flat());
    const shown = make("p", "", language ? { lang: language } : {});
    let done = 0;
    pieces(text, words).forEach(([begin, end]) => {
      if (begin > done) shown.append(done ? " … " : "… ");
      done = Math.max(done, begin);
      found.forEach(([first, last]) => {
        if (first < done || last > end) return;
        shown.append(text.slice(done, first), make("mark", text.slice(first, last)));
        done = last;
      });
      shown.append(text.slice(done, end));
      done = end;
    });
    if (done < text.length) shown.append(" …");
    return shown;
  };
  const link = ([head, anchor], name) => make("a", name, { href: `${data.pages[data.heads[head][0]][0]}.html${anchor ? "#" + anchor : ""}` });
  const pageOf = (passage) => data.heads[passage[0]][0];
  // where a sentence stands besides: by the words around it there, which tell its row, else by the heading
  const around = (text, quoted) => {
    let left = "", done = 0;
    for (let n = 0; n < quoted.length; n += 3) [left, done] = [left + text.slice(done, quoted[n + 1]) + " ", quoted[n + 2]];
    return (left + text.slice(done)).replace(/\s+/g, " ").replace(/(· )+/g, "· ").replace(/^[ ·:.]+|[ ·:.]+$/g, "");
  };
  const beside = ([head, anchor, text, kind, , quoted]) => {
    const told = quoted && kind !== "f" && !anchor.startsWith("fold-") ? around(text, quoted) : "";
    return told.length > 2 && told.length < 160 ? told : data.heads[head][1] || data.pages[data.heads[head][0]][1];
  };
  const others = (group) => {
    const more = make("details"), list = make("ul");
    const count = group.length - 1;
    more.append(make("summary", count === 1 ? told.dataset.oneBeside : told.dataset.beside.replace("{count}", count)), list);
    more.addEventListener("toggle", () => {
      if (list.children.length) return;
      const ofPage = new Map();
      group.slice(1).forEach(({ passage }) => {
        const page = pageOf(passage);
        if (!ofPage.has(page)) ofPage.set(page, list.appendChild(make("li", data.pages[page][1])).appendChild(make("ul")));
        ofPage.get(page).appendChild(make("li")).append(link(passage, beside(passage)));
      });
    });
    return more;
  };
  const row = (group) => {
    const { passage, words } = group[0];
    const [head, , text, kind, language] = passage;
    const item = make("li");
    item.append(link(passage, kind === "h" ? text : data.heads[head][1] || data.pages[pageOf(passage)][1]));
    // where one place folds the sentence, none shows it
    if (group.some((hit) => hit.passage[3] === "f")) item.append(make("p", told.dataset.folded));
    else if (kind !== "h") item.append(snippet(text, words, language));
    if (group.length > 1) item.append(others(group));
    return item;
  };
  const draw = (number, hits) => {
    const part = make("section");
    part.append(make("h2", `${data.pages[number][1]} (${hits.length})`));
    const list = make("ol");
    hits.slice(0, FEW).forEach((hit) => list.append(row(hit)));
    part.append(list);
    if (hits.length > FEW) {
      const more = make("details"), others = make("ol");
      more.append(make("summary", told.dataset.more.replace("{count}", hits.length - FEW)), others);
      more.addEventListener("toggle", () => { if (!others.children.length) hits.slice(FEW).forEach((hit) => others.append(row(hit))); });
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
  // passages that quote one sentence are one hit; a passage of several sentences belongs to the one that holds the word
  const sentenceOf = ([, , text, , , quoted], words) => {
    if (!quoted) return null;
    const found = nearest(text, words);
    for (let n = 0; n < quoted.length; n += 3) if (found.some(([at]) => quoted[n + 1] <= at && at < quoted[n + 2])) return quoted[n];
    return quoted[0];
  };
  const gather = (asked) => {
    const groups = new Map();
    data.passages.forEach((passage, number) => {
      const words = asked.find((one) => one.every((spellings) => spellings.some((word) => holds(data.folded[number], word))));
      if (!words) return;
      const key = sentenceOf(passage, words) ?? `p${number}`;
      groups.set(key, [...(groups.get(key) ?? []), { passage, words }]);
    });
    return [...groups.values()];
  };
  const search = () => {
    const words = fold(field.value).split(/\s+/).filter((word) => word);
    // a single letter narrows nothing: it stands in nearly every passage
    const typed = words.filter((word) => word.length >= SHORTEST || /\p{N}/u.test(word));
    results.hidden = !typed.length;
    rest.hidden = typed.length > 0;
    results.replaceChildren();
    told.textContent = words.length && !typed.length ? told.dataset.short : "";
    if (!typed.length) return;
    read();
    finders.clear();
    const spell = (word) => [...new Set([word, ...(data.others.get(word) ?? [])])];
    const groups = gather(variants(typed.join(" ")).map((words) => words.split(" ").map(spell)));
    const hits = new Map(), pages = new Set();
    groups.forEach((group) => {
      const page = pageOf(group[0].passage);
      hits.set(page, [...(hits.get(page) ?? []), group]);
      group.forEach((hit) => pages.add(pageOf(hit.passage)));
    });
    [...hits.keys()].sort((a, b) => a - b).forEach((page) => {
      results.append(draw(page, hits.get(page).sort((a, b) => (b[0].passage[3] === "h") - (a[0].passage[3] === "h"))));
    });
    told.textContent = groups.length ? told.dataset.count.replace("{shown}", groups.length).replace("{total}", pages.size) : told.dataset.none;
  };
  let waiting = 0;
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  box.hidden = false;
  if (location.hash === "#words") field.focus();
  search();
})();
