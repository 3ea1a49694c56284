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
  const fresh = () => ({ coder: propose(), log: [], codes: {} });

  let state = fresh();
  try { state = Object.assign(state, JSON.parse(localStorage.getItem(NAME) || "{}")); } catch { /* begins anew */ }

  function save() {
    try { localStorage.setItem(NAME, JSON.stringify(state)); tell("state", say("page_saved", { coder: state.coder })); }
    catch { tell("state", say("page_not_saved")); }
  }
  function tell(id, ...lines) {
    $(id).replaceChildren(...lines.filter(Boolean).map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  }

  // exercises
  const EDGES = /^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu;
  const boxes = [...document.querySelectorAll(".ex[data-kind]")];
  const answersTo = (id) => state.log.filter((one) => one.exercise === id && one.sha256 === S.prints[id]);
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
    if (kind === "sort") told.push(say("exercise_some_right", { right: right.filter(Boolean).length, total: right.length }));
    if (kind === "mark" && isNear(items[0], key.answer[0])) told.push(say("exercise_near"));
    return [nWrong ? "example" : "hint", ...told, key.steps[nWrong ? 1 : 0]];
  }
  const SIGNS = { right: "✓ ", kept: "✓ ", answer: "✓ ", hint: "→ ", example: "→ ", empty: "– " };
  function show(box, [step, first, ...others]) {
    const shown = $(`${box.id}-feedback`);
    shown.className = `feedback ${step}`;
    tell(shown.id, SIGNS[step] + first, ...others);
  }
  function check(box) {
    const items = given(box), before = answersTo(box.id);
    const said = answer(box, items, countWrong(before));
    show(box, said);
    if (said[0] === "empty") return;
    if (said[0] === "kept") state.log = state.log.filter((one) => !before.includes(one));
    state.log.push({ exercise: box.id, sha256: S.prints[box.id], given: items.join("|"), step: said[0] });
    save();
  }
  function put(box, items) {
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
    box.querySelector("[data-do=reveal]").addEventListener("click", () => show(box, ["answer", ...KEY[box.id].told]));
    if (box.dataset.kind === "write") $(`${box.id}-words`).addEventListener("change", () => check(box));
    if (box.dataset.kind !== "mark") continue;
    let open = -1;
    words(box).forEach((word, number) => word.addEventListener("click", () => {
      mark(box, open < 0 ? number : Math.min(open, number), open < 0 ? number : Math.max(open, number));
      open = open < 0 ? number : -1;
    }));
    box.querySelectorAll("select").forEach((select, n, both) => select.addEventListener("change", () => {
      if (!both[1 - n].value) both[1 - n].value = select.value;
      showMarked(box);
    }));
  }

  // coding
  const cell = (number, name) => $(`code-${number}-${name}`);
  function showCoded() {
    const done = S.units.filter((unit) => S.variables.every((name) => state.codes[unit.claim_id]?.[name])).length;
    tell("coded", say("page_coded", { done, total: S.units.length }));
  }
  function restoreCodes() {
    S.units.forEach((unit, number) => S.variables.forEach((name) => {
      cell(number, name).value = state.codes[unit.claim_id]?.[name] || "";
    }));
    showCoded();
  }
  S.units.forEach((unit, number) => S.variables.forEach((name) => cell(number, name).addEventListener("change", (event) => {
    (state.codes[unit.claim_id] ||= {})[name] = event.target.value;
    save();
    showCoded();
  })));

  // what is kept: the pseudonym, two files, and the way out
  const csv = (rows) => rows.map((row) => row.map((one) => (/[",\n\r]/.test(one) ? `"${one.replace(/"/g, '""')}"` : one)).join(",")).join("\n") + "\n";
  function download(name, rows) {
    const link = Object.assign(document.createElement("a"), { download: name, href: URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  $("download-codes").addEventListener("click", () => download(`${state.coder}.csv`, [S.columns, ...S.units
    .filter((unit) => state.codes[unit.claim_id])
    .map((unit) => S.columns.map((name) => (name === "coder" ? state.coder : unit[name] ?? state.codes[unit.claim_id][name] ?? "")))]));
  $("download-answers").addEventListener("click", () => download(`${state.coder}-answers.csv`, [S.attemptColumns, ...state.log
    .map((one) => [state.coder, `${S.lesson}/${one.exercise}`, one.sha256, one.given, one.step])]));
  $("print").addEventListener("click", () => window.print());
  $("delete").addEventListener("click", () => { $("delete-sure").hidden = false; $("delete-sure").focus(); });
  $("delete-sure").addEventListener("click", () => {
    try { localStorage.removeItem(NAME); } catch { /* nothing was kept */ }
    const coder = state.coder;
    state = fresh();
    begin();
    tell("kept", say("page_deleted", { coder }));
    $("delete").focus();
  });
  $("coder").addEventListener("change", () => {
    const name = $("coder").value.trim();
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length < S.shortest || name.length > S.longest || S.kept.includes(name)) {
      tell("state", say("page_bad_name"));
      $("coder").value = state.coder;
      return;
    }
    state.coder = name;
    save();
  });
  function begin() {
    $("coder").value = state.coder;
    $("delete-sure").hidden = true;
    tell("state"); tell("kept");
    boxes.forEach(restore);
    restoreCodes();
  }
  document.documentElement.classList.add("js");
  begin();
})();
