// What the page holds, and small makers of elements; words become text nodes and nothing else.
const records = JSON.parse(document.getElementById("records").textContent);
const ui = records.ui;
const found = (name) => document.getElementById(name);
const views = [...document.querySelectorAll(".view")];
const state = { shown: 0, opened: null, back: null, zooms: views.map(() => 0) };

// What is known of each figure: its arrows and boxes by name, and the rows that tell of them.
const known = records.views.map((each, place) => {
  const named = (row) => row.querySelector("a").getAttribute("href").slice(1 + each.prefix.length);
  const rows = new Map([...views[place].querySelectorAll("tbody")].map((row) => [named(row), row]));
  const boxes = new Map([...views[place].querySelectorAll(".box:not([data-copy])")].map((box) => [box.dataset.box, box.id.slice(each.prefix.length)]));
  for (const arrow of each.arrows) {
    const line = found(each.prefix + arrow.element);
    arrow.ends = line ? [boxes.get(line.dataset.source), boxes.get(line.dataset.target)] : [];
  }
  // A context stands at every box it bears on; its further copies open and dim with it.
  const copies = new Map();
  for (const copy of views[place].querySelectorAll(".box[data-copy]")) {
    const name = boxes.get(copy.dataset.box);
    copies.set(name, [...(copies.get(name) || []), copy]);
  }
  return {
    rows,
    copies,
    names: boxes,
    arrows: new Map(each.arrows.map((one) => [one.element, one])),
    boxes: new Map(each.boxes.map((one) => [one.element, one])),
  };
});
const view = () => records.views[state.shown];
const drawn = (name) => found(view().prefix + name);
const row = (name) => known[state.shown].rows.get(name);
const behind = (name) => row(name).querySelector("details > div") || make("div");
const nameOf = (element) => (element.dataset.copy ? known[state.shown].names.get(element.dataset.box) : element.id.slice(view().prefix.length));
const everyOne = (name) => [drawn(name), ...(known[state.shown].copies.get(name) || [])].filter(Boolean);
const arrowOf = (name) => known[state.shown].arrows.get(name);
const boxOf = (name) => known[state.shown].boxes.get(name);
const cellsOf = (name) => [...row(name).rows[0].cells].map((cell) => cell.textContent);

const make = (name, text, kind) => {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (kind) element.className = kind;
  return element;
};
const add = (parent, name, text, kind) => parent.appendChild(make(name, text, kind));
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
const tell = (words) => { found("say").textContent = words; };
const claimOf = (name) => {
  const cells = cellsOf(name);
  return arrowOf(name) ? `${cells[0]} → ${cells[1]} → ${cells[2]}` : cells[0];
};
const aboutOf = (name) => {
  const cells = cellsOf(name);
  const parts = arrowOf(name) ? [cells[3], cells[4]] : [cells[1], cells[2]];
  return parts.filter(Boolean).join(" · ");
};
