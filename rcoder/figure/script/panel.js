// The panel beside the figure: a copy of what stands behind the row of an arrow or box.
const panel = found("panel");
const words = found("panel-words");

const copied = (name) => {
  const copy = behind(name).cloneNode(true);
  for (const old of copy.querySelectorAll("h4")) {
    const heading = make("h3");
    heading.append(...old.childNodes);
    old.replaceWith(heading);
  }
  return copy;
};

const facts = (name) => {
  const cells = cellsOf(name);
  const arrow = arrowOf(name);
  const heading = add(words, "h2");
  heading.id = "panel-name";
  if (!arrow) {
    heading.textContent = cells[0];
    add(words, "p", aboutOf(name), "soft");
    links(name);
    return;
  }
  heading.append(`${cells[0]} → `, make("b", cells[1]), ` → ${cells[2]}`);
  const meaning = view().states.find((each) => each[0] === arrow.state);
  add(words, "p", `${ui.state}: ${[cells[3], meaning && meaning[2]].filter(Boolean).join(". ")}`);
  if (cells[4]) add(words, "p", `${ui.hypotheses}: ${cells[4]}`);
  if (cells[8]) add(words, "p", `${ui.configurations}: ${cells[8]}`);
};

// The arrows at a box, each a link that opens it.
const links = (name) => {
  const own = view().arrows.filter((each) => each.ends.includes(name));
  if (!own.length) return;
  add(words, "h3", `${ui.arrows} (${own.length})`);
  const list = add(words, "ul");
  for (const each of own) {
    const link = add(add(list, "li"), "a", `${claimOf(each.element)} (${cellsOf(each.element)[3]})`);
    link.href = `#${view().prefix}${each.element}`;
  }
};

const unmark = () => {
  for (const element of document.querySelectorAll(".open, .end")) element.classList.remove("open", "end");
};
const mark = (name, kind) => {
  for (const element of everyOne(name)) element.classList.add(kind);
  return drawn(name);
};

const uncover = (element) => {
  const frame = element.closest(".scroll");
  const seen = frame.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  if (place.right > seen.right - 10) frame.scrollLeft += Math.min(place.right - seen.right + 40, place.left - seen.left - 20);
  else if (place.left < seen.left + 10) frame.scrollLeft -= seen.left - place.left + 40;
  const low = Math.min(seen.bottom, innerHeight) - 30;
  if (place.bottom > low || place.top < seen.top) frame.scrollTop += (place.top + place.bottom - seen.top - low) / 2;
};

const close = (tells = true) => {
  if (panel.hidden) return;
  panel.hidden = true;
  document.body.classList.remove("beside");
  unmark();
  const back = state.back;
  state.opened = state.back = null;
  if (!tells) return;
  if (back && back.isConnected) back.focus({ preventScroll: true });
  tell(ui.closed);
  address();
};

// `from` is what has the focus back when the panel closes; `into` moves the focus to the panel.
const open = (name, from, into) => {
  if (!row(name)) return;
  unmark();
  hideCard();
  const element = mark(name, "open");
  state.opened = name;
  state.back = from || (panel.hidden ? element : state.back);
  words.replaceChildren();
  facts(name);
  words.append(...copied(name).childNodes);
  if (!words.querySelector("li[data-p]")) add(words, "p", ui.none);
  const arrow = arrowOf(name);
  if (arrow) for (const each of arrow.ends) mark(each, "end");
  else for (const each of view().arrows) if (each.ends.includes(name)) mark(each.element, "open");
  highlight(words);
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("beside");
  if (element) uncover(element);
  if (into) panel.focus({ preventScroll: true });
  tell(fill(ui.opened, { name: claimOf(name) }));
  address();
};
