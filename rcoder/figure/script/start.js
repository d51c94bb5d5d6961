// What keys and pointer do, and the first look.
const KEYS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
const nameAt = (link) => link.getAttribute("href").slice(1 + view().prefix.length);
const typing = (element) => element.matches("input, select, textarea");

document.addEventListener("click", (event) => {
  const link = event.target.closest("main a, #panel a");
  if (link) { event.preventDefault(); open(nameAt(link), link.closest("#panel") ? state.back : link, true); return; }
  const tab = event.target.closest("nav a");
  if (tab) { event.preventDefault(); show([...document.querySelectorAll("nav a")].indexOf(tab)); address(); return; }
  const element = event.target.closest(".arrow, .box");
  if (element) open(nameOf(element), element);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    if (!card.hidden) { hideCard(); if (panel.hidden) return; }
    close();
    return;
  }
  if (event.target === found("words")) {
    if (event.key === "Enter") { event.preventDefault(); leap(event.shiftKey ? -1 : 1); }
    return;
  }
  if (typing(event.target)) return;
  if (event.key === "/") { event.preventDefault(); found("words").focus(); found("words").select(); return; }
  const element = event.target.closest(".arrow, .box");
  if (!element) return;
  if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(nameOf(element), element, true); }
  else if (KEYS.includes(event.key)) { event.preventDefault(); walkBy(element, event.key); }
});
const press = (name, does) => found(name).addEventListener("click", does);
press("close", () => close());
press("larger", () => zoom(1.25));
press("smaller", () => zoom(0.8));
press("fit", () => zoom(0));
press("clear", clear);
press("print", () => print());
press("next", () => leap(1));
press("earlier", () => leap(-1));
for (const name of [...CHOSEN, "least", "evidence"]) found(name).addEventListener("change", () => { dim(); address(); });
found("words").addEventListener("input", () => { look(); address(); });
addEventListener("hashchange", follow);

// What can be opened can be reached, and has a name for those who listen.
records.views.forEach((each, place) => {
  state.shown = place;
  for (const { element } of [...each.arrows, ...each.boxes]) {
    for (const part of everyOne(element)) {
      part.setAttribute("role", "button");
      part.setAttribute("tabindex", "0");
      part.setAttribute("aria-label", `${claimOf(element)} (${aboutOf(element)})`);
    }
  }
});
state.shown = 0;

// A wide line beneath the pointer, so that a thin one can be met.
for (const line of document.querySelectorAll(".arrow > .line")) {
  const touch = line.cloneNode();
  touch.setAttribute("class", "touch");
  line.parentElement.append(touch);
}
for (const tools of document.querySelectorAll(".tools")) tools.hidden = false;
show(0);
follow();
