// The drawing of the explorer: it shows what the kernel drew, and tells the kernel which row or mark the reader points at.
const ROW = "tr[id^='live-'][id*='.']"; // the id of an article, which is no claim, has no dot
const TO_ROW = "a[href^='#live-'], a[*|href^='#live-']";
const OWN_ANSWER = "a, summary, button, input, label, select";

// the map lives in a frame of its own, under a name that changes with every drawing
function findMap(frame) {
  const inner = frame?.contentWindow;
  return inner?.L && Object.values(inner).find(one => one instanceof inner.L.Map);
}

const listControls = frame => [...frame.contentDocument.querySelectorAll(".gp-panel :is(select, input, details)")];
const readPanel = frame => listControls(frame).map(one => [one.value, one.checked, one.open]);

// the panel of the new map asks for what that of the old one asked for
function setPanel(frame, states) {
  const controls = listControls(frame);
  if (controls.length !== states.length) return;
  controls.forEach((one, number) => {
    const [value, checked, open] = states[number];
    if (one.matches("details")) one.open = open;
    else if (one.value === value && one.checked === checked) return;
    else {
      Object.assign(one, { value, checked });
      for (const kind of ["input", "change"]) one.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  });
}

function render({ model, el }) {
  const told = document.createElement("div"), body = document.createElement("div");
  let isLed = false; // a mark led the reader to a row that may be out of sight
  const findRow = id => id && [...el.querySelectorAll("tr[id]")].find(row => row.id === id);

  function draw() {
    const old = el.querySelector("iframe.gp-map"), map = model.get("keeps_view") ? findMap(old) : undefined;
    const view = map && [[map.getCenter().lat, map.getCenter().lng], map.getZoom()];
    const panel = map && readPanel(old);
    told.innerHTML = model.get("told");
    body.innerHTML = model.get("value");
    const frame = el.querySelector("iframe.gp-map");
    mark();
    if (!map || !frame) return;
    frame.addEventListener("load", () => {
      setPanel(frame, panel);
      findMap(frame)?.setView(...view, { animate: false });
    });
  }

  function mark() {
    const ids = new Set(model.get("marked"));
    const name = one => one.id.replace(/^.*?label-/, "live-timeline-"); // a label of the figure is named after its row
    for (const one of el.querySelectorAll("tr[id], g[id*='label-']")) one.classList.toggle("gp-marked", ids.has(name(one)));
  }

  function openFolds(row) {
    for (let fold = row.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    row.scrollIntoView({ block: "nearest" });
  }

  function prove() {
    el.querySelector(".gp-in-place")?.remove();
    const row = findRow(model.get("pointed"));
    if (!row || !model.get("proof")) return;
    const cell = document.createElement("td");
    cell.colSpan = row.cells.length;
    cell.innerHTML = model.get("proof");
    const line = document.createElement("tr");
    line.className = "gp-in-place";
    line.append(cell);
    row.after(line);
    if (isLed) for (const one of [line, row]) one.scrollIntoView({ block: "nearest" });
    isLed = false;
  }

  function point(event) {
    const link = event.target.closest(TO_ROW);
    const named = link && (link.getAttribute("href") ?? link.getAttribute("xlink:href")).slice(1);
    const row = link ? findRow(named) : event.target.closest(ROW);
    if (!row || (!link && (event.target.closest(OWN_ANSWER) || document.getSelection()?.toString()))) return;
    if (link) {
      event.preventDefault();
      isLed = true;
      openFolds(row);
    }
    if (row.nextElementSibling?.matches(".gp-in-place") && !link) {
      row.nextElementSibling.remove();
    } else if (model.get("pointed") === row.id) {
      prove();
    } else {
      model.set("pointed", row.id);
      model.save_changes();
    }
  }

  el.classList.add("gp-answers");
  el.append(told, body);
  model.on("change:told", () => { told.innerHTML = model.get("told"); });
  model.on("change:value", draw);
  model.on("change:proof", prove);
  model.on("change:marked", mark);
  el.addEventListener("click", point);
  draw();
}

export default { render };
