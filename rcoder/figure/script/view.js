// Which figure is shown, how large, and the address that leads back here.
const zoom = (factor) => {
  const svg = views[state.shown].querySelector("svg");
  const room = views[state.shown].querySelector(".scroll").clientWidth;
  if (!state.zooms[state.shown] || factor === 0) state.zooms[state.shown] = room;
  const wide = state.zooms[state.shown] * (factor || 1);
  state.zooms[state.shown] = Math.min(Math.max(wide, room / 4), svg.viewBox.baseVal.width * 4);
  svg.style.width = `${state.zooms[state.shown]}px`;
};

const show = (place) => {
  if (!views[place]) return;
  close(false);
  state.shown = place;
  views.forEach((each, number) => { each.hidden = number !== place; });
  document.querySelectorAll("nav a").forEach((link, number) => {
    if (number === place) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
  offer();
  zoom(state.zooms[place] ? 1 : 0);
  dim();
  look();
};

const address = () => {
  const parts = new URLSearchParams();
  if (state.shown) parts.set("view", view().key);
  for (const [key, value] of Object.entries(wanted())) if (value) parts.set(key, value);
  if (state.opened) parts.set("open", state.opened);
  const said = parts.toString();
  if (said !== location.hash.slice(1)) history.replaceState(null, "", said ? `#${said}` : location.pathname + location.search);
};

const reveal = (value) => {
  const named = (place) => {
    for (const name of [value, `arrow-${value}`, `box-${value}`]) {
      if (known[place].arrows.has(name) || known[place].boxes.has(name)) return name;
    }
    const { prefix } = records.views[place];
    return value.startsWith(prefix) && known[place].rows.has(value.slice(prefix.length)) ? value.slice(prefix.length) : undefined;
  };
  const place = [state.shown, ...views.keys()].find((each) => named(each));
  if (place === undefined) return;
  if (place !== state.shown) show(place);
  open(named(place));
};

const follow = () => {
  const asked = location.hash.slice(1);
  const section = views.findIndex((each) => each.id === asked);
  if (section >= 0) { show(section); return; }
  if (!asked.includes("=")) { if (asked) reveal(asked); return; }
  const parts = new URLSearchParams(asked);
  const key = parts.get("view");
  const place = records.views.findIndex((each, number) => each.key === key || String(number) === key);
  if (key !== null && place !== state.shown) show(Math.max(place, 0));
  ask(parts);
  const opened = parts.get("open") || parts.get("arrow") || parts.get("box");
  if (opened) reveal(opened);
};
