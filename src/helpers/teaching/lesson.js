"use strict";
// The exercises of one lesson: a hint after the first wrong answer, an example after the next, the answer on request.
(() => {
  const $ = (id) => document.getElementById(id);
  const S = JSON.parse($("settings").textContent);
  const bytes = Uint8Array.from(atob($("key").textContent), (c) => c.charCodeAt(0));
  const KEY = JSON.parse(new TextDecoder().decode(bytes.slice(32).map((b, i) => b ^ bytes[i % 32])));
  const NAME = `grenspost/${S.lesson}/${S.language}`;
  const say = (key, values = {}) => S.say[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const draw = (list) => list[Math.floor(Math.random() * list.length)];
  const propose = () => `${draw(S.words.quality)}-${draw(S.words.animal)}-${10 + Math.floor(Math.random() * 90)}`;
  // one store for all tabs of this lesson: in it the work of each pseudonym, read again before every change
  const fresh = () => ({ log: [], codes: {} });
  let store = { coder: "", work: {} };
  let keeps = true;
  function load() {
    if (!keeps) return;
    try {
      const found = JSON.parse(localStorage.getItem(NAME));
      store = { coder: found?.coder || "", work: found?.work || {} };
    } catch { /* what this page remembers stays */ }
  }
  function keep() {
    store.coder = coder;
    try { localStorage.setItem(NAME, JSON.stringify(store)); keeps = true; } catch { keeps = false; }
  }
  const has = (name) => Object.hasOwn(store.work, name);
  const work = () => (has(coder) ? store.work[coder] : fresh());
  function change(act) {
    load();
    const mine = work();
    act(mine);
    store.work[coder] = mine;
    keep();
    const told = keeps ? say("page_saved", { coder }) : say("page_not_saved");
    if ($("state").textContent !== told) tell("state", told);
  }

  function tell(id, ...lines) {
    $(id).replaceChildren(...lines.filter(Boolean).map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  }

  // exercises
  const EDGES = /^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu;
  const boxes = [...document.querySelectorAll(".ex[data-kind]")];
  const isTo = (id) => (one) => one.exercise === id && one.sha256 === S.prints[id];
  const answersTo = (id) => work().log.filter(isTo(id));
  const countWrong = (answers) => answers.filter((one) => one.step === "hint" || one.step === "example").length;

  function given(box) {
    const { id, dataset: { kind } } = box;
    if (kind === "choose") return [box.querySelector("input:checked")?.value || ""];
    if (kind === "write") return [$(`${id}-words`).value];
    if (kind === "sort") return [...box.querySelectorAll("select")].map((select) => select.value);
    const [first, last] = marked(box);
    return [first < 0 ? "" : `${words(box)[first].dataset.start}-${words(box)[last].dataset.end}`];
  }
  const words = (box) => [...box.querySelectorAll(".words span")];
  const open = new Map(); // the first word of a span whose last word is still to be clicked
  function marked(box) {
    const ends = ["first_word", "last_word"].map((edge) => $(`${box.id}-${edge}`).value);
    return ends.includes("") ? [-1, -1] : [Math.min(...ends), Math.max(...ends)];
  }
  function showMarked(box) {
    const [first, last] = marked(box);
    words(box).forEach((word, number) => word.classList.toggle("in", number >= first && number <= last));
  }
  function mark(box, first, last) {
    $(`${box.id}-first_word`).value = String(first);
    $(`${box.id}-last_word`).value = String(last);
    showMarked(box);
  }
  function trim(box, span) {
    const [start, end] = span.split("-").map(Number);
    const text = Array.from(box.querySelector(".words").textContent).slice(start, end).join("");
    const bare = text.replace(EDGES, "");
    if (!bare) return span;
    const first = start + Array.from(text.match(/^[^\p{L}\p{N}_]+/u)?.[0] || "").length;
    return `${first}-${first + Array.from(bare).length}`;
  }
  function isNear(one, key) {
    const [[start, end], [first, last]] = [one, key].map((span) => span.split("-").map(Number));
    return Math.min(end, last) - Math.max(start, first) >= (last - first) / 2 && end - start <= 2 * (last - first);
  }
  function answer(box, items, nWrong) {
    const { id, dataset: { kind } } = box, key = KEY[id];
    if (items.length !== key.answer.length || items.some((one) => !one)) return ["empty", say("exercise_empty")];
    if (kind === "write") return ["kept", say("write_kept")];
    const right = items.map((one, n) => (kind === "mark" ? trim(box, one) : one) === key.answer[n]);
    if (right.every(Boolean)) return ["right", say("exercise_right"), ...key.why];
    const told = [say("exercise_wrong")];
    const nRight = right.filter(Boolean).length, many = nRight === 1 ? "exercise_one_right" : "exercise_some_right";
    if (kind === "sort") told.push(say(many, { right: nRight, total: right.length }));
    if (kind === "mark" && isNear(items[0], key.answer[0])) told.push(say("exercise_near"));
    return [nWrong ? "example" : "hint", ...told, key.steps[nWrong ? 1 : 0]];
  }
  const SIGNS = { right: "✓ ", kept: "✓ ", answer: "= ", hint: "→ ", example: "→ ", empty: "– " };
  function show(box, [step, first, ...others]) {
    const shown = $(`${box.id}-feedback`);
    shown.className = `feedback ${step}`;
    tell(shown.id, SIGNS[step] + first, ...others);
  }
  function check(box, isTyping = false) {
    load();
    open.delete(box);
    const items = given(box), before = answersTo(box.id), isWriting = box.dataset.kind === "write";
    const said = answer(box, items, countWrong(before));
    if (!isTyping || !$(`${box.id}-feedback`).classList.contains(said[0])) show(box, said);
    if (said[0] === "empty" && !(isWriting && before.length)) return;
    change((mine) => {
      if (isWriting) mine.log = mine.log.filter((one) => !isTo(box.id)(one));
      if (said[0] !== "empty") mine.log.push({ exercise: box.id, sha256: S.prints[box.id], given: items.join("|"), step: said[0] });
    });
  }
  const typing = new Map();
  function keepTyped(box) {
    clearTimeout(typing.get(box));
    if (typing.delete(box)) check(box, true);
  }
  function type(box) {
    clearTimeout(typing.get(box));
    typing.set(box, setTimeout(() => keepTyped(box), 500));
  }
  function put(box, items) {
    open.delete(box);
    const { id, dataset: { kind } } = box;
    if (kind === "choose") box.querySelectorAll("input").forEach((input) => { input.checked = input.value === items[0]; });
    else if (kind === "write") $(`${id}-words`).value = items[0] || "";
    else if (kind === "sort") box.querySelectorAll("select").forEach((select, n) => { select.value = items[n] || ""; });
    else {
      const [start, end] = (items[0] || "").split("-");
      mark(box, words(box).findIndex((w) => w.dataset.start === start), words(box).findIndex((w) => w.dataset.end === end));
      if (!items[0]) { mark(box, "", ""); }
    }
  }
  function restore(box) {
    const answers = answersTo(box.id), last = answers.at(-1);
    const items = last ? (KEY[box.id].answer.length === 1 ? [last.given] : last.given.split("|")) : [];
    put(box, items);
    tell(`${box.id}-feedback`);
    if (last) show(box, answer(box, items, countWrong(answers.slice(0, -1))));
  }
  for (const box of boxes) {
    box.querySelector("[data-do=check]").addEventListener("click", () => check(box));
    box.querySelector("[data-do=reveal]").addEventListener("click", () => {
      open.delete(box);
      show(box, ["answer", ...KEY[box.id].told]);
    });
    if (box.dataset.kind === "write") {
      $(`${box.id}-words`).addEventListener("input", () => type(box));
      $(`${box.id}-words`).addEventListener("change", () => keepTyped(box));
    }
    if (box.dataset.kind !== "mark") continue;
    words(box).forEach((word, number) => word.addEventListener("click", () => {
      const first = open.get(box) ?? number;
      mark(box, Math.min(first, number), Math.max(first, number));
      if (!open.delete(box)) open.set(box, number);
    }));
    box.querySelectorAll("select").forEach((select, n, both) => select.addEventListener("change", () => {
      open.delete(box);
      if (!both[1 - n].value) both[1 - n].value = select.value;
      showMarked(box);
    }));
  }

  // coding
  const cell = (number, name) => $(`code-${number}-${name}`);
  function showCoded() {
    const { codes } = work();
    const done = S.units.filter((unit) => S.variables.every((name) => codes[unit.claim_id]?.[name])).length;
    tell("coded", say("page_coded", { done, total: S.units.length }));
  }
  function restoreCodes() {
    const { codes } = work();
    S.units.forEach((unit, number) => S.variables.forEach((name) => {
      cell(number, name).value = codes[unit.claim_id]?.[name] || "";
    }));
    showCoded();
  }
  S.units.forEach((unit, number) => S.variables.forEach((name) => cell(number, name).addEventListener("change", (event) => {
    change(({ codes }) => { (codes[unit.claim_id] ||= {})[name] = event.target.value; });
    showCoded();
  })));

  // what is kept: the pseudonym, two files, and the way out
  const csv = (rows) => rows.map((row) => row.map((one) => (/[",\n\r]/.test(one) ? `"${one.replace(/"/g, '""')}"` : one)).join(",")).join("\n") + "\n";
  function download(name, rows) {
    const link = Object.assign(document.createElement("a"), { download: name, href: URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  $("download-codes").addEventListener("click", () => {
    load();
    const { codes } = work();
    download(`${coder}.csv`, [S.columns, ...S.units.filter((unit) => codes[unit.claim_id])
      .map((unit) => S.columns.map((name) => (name === "coder" ? coder : unit[name] ?? codes[unit.claim_id][name] ?? "")))]);
  });
  $("download-answers").addEventListener("click", () => {
    keepAllTyped();
    load();
    download(`${coder}-answers.csv`, [S.attemptColumns, ...work().log
      .map((one) => [coder, `${S.lesson}/${one.exercise}`, one.sha256, one.given, one.step])]);
  });
  $("print").addEventListener("click", () => window.print());
  $("delete").addEventListener("click", () => { $("delete-sure").hidden = false; $("delete-sure").focus(); });
  $("delete-sure").addEventListener("click", () => {
    const deleted = coder;
    typing.forEach(clearTimeout);
    typing.clear();
    load();
    delete store.work[coder];
    coder = "";
    keep();
    try { if (!Object.keys(store.work).length) localStorage.removeItem(NAME); } catch { /* nothing was kept */ }
    coder = propose();
    begin();
    tell("kept", say("page_deleted", { coder: deleted }));
    $("delete").focus();
  });

  // whose work it is: nobody's answers pass to another name unless that is asked for
  function become(name, isRenaming = false) {
    keepAllTyped();
    load();
    if (isRenaming && has(name)) { // in another tab, since it was asked
      ask(name);
      return;
    }
    if (isRenaming) {
      store.work[name] = work();
      delete store.work[coder];
    }
    coder = name;
    keep();
    begin();
    tell("state", keeps ? say("page_saved", { coder }) : say("page_not_saved"));
  }
  function ask(name) {
    const known = has(name);
    tell("who-asked", say(known ? "page_known_coder" : "page_other_coder", { coder, name }));
    $("who-begin").textContent = say(known ? "page_go_on" : "page_begin", { name });
    $("who-rename").textContent = say("page_rename", { name });
    $("who-stay").textContent = say("page_stay", { coder });
    $("who-rename").hidden = known;
    $("who").hidden = false;
    $("who-begin").focus();
  }
  $("coder").addEventListener("change", () => {
    const name = $("coder").value.trim();
    keepAllTyped();
    load();
    $("who").hidden = true;
    if (name === coder) return;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length < S.shortest || name.length > S.longest || S.kept.includes(name)) {
      tell("state", say("page_bad_name"));
      $("coder").value = coder;
    } else if (has(name) || has(coder)) ask(name);
    else become(name);
  });
  for (const how of ["begin", "rename", "stay"]) {
    $(`who-${how}`).addEventListener("click", () => {
      const name = how === "stay" ? coder : $("coder").value.trim();
      become(name, how === "rename");
      $("coder").focus();
    });
  }

  function keepAllTyped() { [...typing.keys()].forEach(keepTyped); }
  addEventListener("pagehide", keepAllTyped);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keepAllTyped(); });
  function refresh() { // another tab has written
    const before = new Map(boxes.map((box) => [box, JSON.stringify(answersTo(box.id))]));
    load();
    boxes.filter((box) => !typing.has(box) && before.get(box) !== JSON.stringify(answersTo(box.id))).forEach(restore);
    restoreCodes();
  }
  addEventListener("storage", (event) => { if (event.key === NAME || event.key === null) refresh(); });
  addEventListener("pageshow", (event) => { if (event.persisted) refresh(); });

  function begin() {
    $("coder").value = coder;
    $("delete-sure").hidden = $("who").hidden = true;
    tell("state"); tell("kept");
    boxes.forEach(restore);
    restoreCodes();
  }
  document.documentElement.classList.add("js");
  load();
  let coder = store.coder || propose();
  keep();
  begin();
})();
