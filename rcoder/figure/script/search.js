// Searching names of boxes and arrows, and every passage behind them.
const MARKS = 400;
const search = { pattern: null, places: [], at: -1 };

const patternOf = (text) => (text ? new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"), "giu") : null);
const holds = (text) => { search.pattern.lastIndex = 0; return search.pattern.test(text); };

const look = () => {
  search.pattern = patternOf(found("words").value.trim());
  search.places = [];
  search.at = -1;
  const distinct = new Set();
  const counts = { boxes: 0, arrows: 0 };
  for (const each of [...view().boxes, ...view().arrows]) {
    let hit = false;
    if (search.pattern) {
      const box = boxOf(each.element);
      if (box && holds(claimOf(each.element))) { hit = true; counts.boxes += 1; search.places.push([each.element, -1]); }
      [...row(each.element).querySelectorAll("li[data-p]")].forEach((passage, number) => {
        if (!holds(passage.textContent)) return;
        distinct.add(passage.dataset.p);
        search.places.push([each.element, number]);
        if (!box && !hit) counts.arrows += 1;
        hit = true;
      });
    }
    turned(each.element, "hit", hit);
  }
  search.distinct = distinct.size;
  search.counts = counts;
  count();
  if (!panel.hidden) highlight(words);
};
const count = () => {
  const { places, at, counts, distinct } = search;
  const said = places.length ? fill(ui.hits, { ...counts, passages: distinct, at: at + 1, all: places.length }) : ui.no_hits;
  found("hits").textContent = search.pattern ? said : "";
};

const marked = (node) => {
  const parts = [];
  let from = 0;
  search.pattern.lastIndex = 0;
  for (const hit of node.data.matchAll(search.pattern)) {
    if (!hit[0]) continue;
    if (parts.length > MARKS) break;
    parts.push(node.data.slice(from, hit.index), make("mark", hit[0]));
    from = hit.index + hit[0].length;
  }
  if (parts.length) node.replaceWith(...parts, node.data.slice(from));
};
const highlight = (parent) => {
  for (const old of parent.querySelectorAll("mark")) old.replaceWith(old.textContent);
  parent.normalize();
  pale(parent);
  if (!search.pattern) return;
  for (const element of parent.querySelectorAll("h2, li[data-p] q, li[data-p] p")) {
    for (const node of [...element.childNodes]) if (node.nodeType === Node.TEXT_NODE) marked(node);
  }
};

const leap = (by) => {
  if (!search.places.length) return;
  search.at = (search.at + by + search.places.length) % search.places.length;
  if (search.at < 0) search.at = 0;
  const [name, number] = search.places[search.at];
  if (state.opened !== name) open(name, found("words"));
  const passage = words.querySelectorAll("li[data-p]")[number];
  for (const old of words.querySelectorAll(".here")) old.classList.remove("here");
  if (passage) { passage.classList.add("here"); passage.scrollIntoView({ block: "center" }); } else panel.scrollTop = 0;
  count();
};
