// Walking by arrow keys: right and left along the flow, up and down among siblings.
const walk = { from: null, way: "out" };

const middle = (name) => {
  const place = drawn(name).getBoundingClientRect();
  return [place.left + place.width / 2, place.top + place.height / 2];
};
// From the top down; `byColumn` first from left to right, where a column stands in several.
const inPlaces = (names, byColumn) => names
  .filter((name) => drawn(name))
  .map((name) => [name, middle(name).map(Math.round)])
  .sort(([, one], [, other]) => (byColumn ? one[0] - other[0] || one[1] - other[1] : one[1] - other[1] || one[0] - other[0]))
  .map(([name]) => name);

const gone = (name) => drawn(name) && drawn(name).classList.contains("gone");
const arrowsAt = (box, way) => {
  const end = way === "out" ? 0 : 1;
  const own = view().arrows.filter((each) => each.ends[end] === box && !gone(each.element));
  const places = new Map(inPlaces([...new Set(own.map((each) => each.ends[1 - end]))]).map((name, at) => [name, at]));
  return own.filter((each) => drawn(each.element)).sort((one, other) => places.get(one.ends[1 - end]) - places.get(other.ends[1 - end])).map((each) => each.element);
};
const columnOf = (name) => {
  const column = drawn(name).dataset.column;
  const own = view().boxes.filter((each) => drawn(each.element) && drawn(each.element).dataset.column === column);
  return inPlaces(own.map((each) => each.element), true);
};

const step = (names, name, by) => names[Math.min(Math.max(names.indexOf(name) + by, 0), names.length - 1)];
const go = (name) => {
  if (!name) { tell(ui.walk_end); return; }
  const element = drawn(name);
  element.focus({ preventScroll: true });
  uncover(element);
  cardAt(element);
  const arrow = arrowOf(name);
  const all = arrow ? arrowsAt(walk.from, walk.way) : columnOf(name);
  const at = all.indexOf(name) + 1;
  const place = fill(arrow ? ui.walk_arrow : ui.walk_box, { at, all: all.length, column: arrow ? "" : boxOf(name).column });
  tell(`${claimOf(name)}; ${place}`);
};

const fromBox = (name, key) => {
  if (key === "ArrowUp" || key === "ArrowDown") return step(columnOf(name), name, key === "ArrowUp" ? -1 : 1);
  walk.from = name;
  walk.way = key === "ArrowRight" ? "out" : "in";
  return arrowsAt(name, walk.way)[0];
};
const fromArrow = (name, key) => {
  const [source, target] = arrowOf(name).ends;
  if (key === "ArrowRight") return target;
  if (key === "ArrowLeft") return source;
  if (walk.from !== source && walk.from !== target) Object.assign(walk, { from: source, way: "out" });
  else walk.way = walk.from === source ? "out" : "in";
  return step(arrowsAt(walk.from, walk.way), name, key === "ArrowUp" ? -1 : 1);
};
const walkBy = (element, key) => {
  const name = nameOf(element);
  go(arrowOf(name) ? fromArrow(name, key) : fromBox(name, key));
};
