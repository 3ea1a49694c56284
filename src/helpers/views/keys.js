// The keys of a control are its own: JupyterLab takes arrows and letters for commands on cells, and `d d` deletes one,
// wherever the focus is not in a field for text.
const CONTROLS = "select, input, button, textarea, summary, [tabindex]", GUARD = "data-lm-suppress-shortcuts";

function render({ el }) {
  let box = null, isGone = false;
  const guard = () => box.querySelectorAll(CONTROLS).forEach(control => control.setAttribute(GUARD, "true"));
  const watcher = new MutationObserver(guard);
  const begin = () => {
    box = el.closest(".gp-own-keys");
    if (box) {
      guard();
      watcher.observe(box, { childList: true, subtree: true });
    } else if (!isGone) {
      requestAnimationFrame(begin); // not in the page yet
    }
  };
  el.style.display = "none";
  begin();
  return () => {
    isGone = true;
    watcher.disconnect();
  };
}

export default { render };
