// The drawing of the explorer: it shows what the kernel drew, and tells the kernel which row or mark the reader points at.
const ROW = "tr[id^='live-'], tr[id^='timeline-'][id*='.']"; // the id of an article, which is no claim, has no dot
const TO_ROW = "a[href^='#timeline-'], a[*|href^='#timeline-']";
const OWN_ANSWER = "a, summary, button, input, label, select";

// the map lives in a frame of its own, under a name that changes with every drawing
function findMap(frame) {
  const inner = frame?.contentWindow;
  return inner?.L && Object.values(inner).find(one => one instanceof inner.L.Map);
}

function render({ model, el }) {
  const findRow = id => id && [...el.querySelectorAll(ROW)].find(row => row.id === id);

  function draw() {
    const map = model.get("keeps_view") ? findMap(el.querySelector("iframe.gp-map")) : undefined;
    const view = map && [[map.getCenter().lat, map.getCenter().lng], map.getZoom()];
    el.innerHTML = model.get("value");
    const frame = el.querySelector("iframe.gp-map");
    if (view && frame) frame.addEventListener("load", () => findMap(frame)?.setView(...view, { animate: false }));
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
  }

  function point(event) {
    const link = event.target.closest(TO_ROW);
    const named = link && (link.getAttribute("href") ?? link.getAttribute("xlink:href")).slice(1);
    const row = link ? findRow(named) : event.target.closest(ROW);
    if (!row || (!link && (event.target.closest(OWN_ANSWER) || document.getSelection()?.toString()))) return;
    if (link) {
      event.preventDefault();
      for (let fold = row.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      row.scrollIntoView({ block: "nearest" });
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
  model.on("change:value", draw);
  model.on("change:proof", prove);
  el.addEventListener("click", point);
  draw();
}

export default { render };
