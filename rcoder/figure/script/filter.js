// Filters dim what they do not meet; no number of the figure is changed by them.
const CHOSEN = ["hypothesis", "horizon", "role", "group", "stance", "state"];

const offer = () => {
  const asked = wanted();
  const offered = {
    hypothesis: view().hypotheses.map((each) => [each, each]),
    horizon: view().horizons,
    role: records.roles.map((each) => [each, each]),
    group: records.groups.map(([name]) => [name, name]),
    stance: records.stances,
    state: view().states,
  };
  for (const key of CHOSEN) {
    const select = found(key);
    select.replaceChildren(select.options[0], ...offered[key].map(([value, name]) => new Option(name, value)));
    select.parentElement.hidden = offered[key].length < (["role", "group"].includes(key) ? 1 : 2);
    select.value = offered[key].some(([value]) => value === asked[key]) ? asked[key] : "";
  }
};

const wanted = () => ({
  ...Object.fromEntries(CHOSEN.map((key) => [key, found(key).value])),
  least: Number(found("least").value) > 0 ? found("least").value : "",
  evidence: found("evidence").checked ? "1" : "",
  q: found("words").value.trim(),
});
const ask = (parts) => {
  for (const key of CHOSEN) if (parts.has(key)) found(key).value = parts.get(key);
  if (parts.has("least")) found("least").value = parts.get("least");
  if (parts.has("evidence")) found("evidence").checked = parts.get("evidence") === "1";
  if (parts.has("q")) found("words").value = parts.get("q");
  dim();
  look();
};

const meets = (passage, asked) => {
  const { s = "", r = "", c = "" } = passage.dataset;
  if (!s || (asked.stance && s !== asked.stance)) return false;
  if (asked.role && !r.split(" ").includes(String(records.roles.indexOf(asked.role)))) return false;
  const group = records.groups.find(([name]) => name === asked.group);
  return !group || (c !== "" && group[1].includes(Number(c)));
};
const ofPassages = (asked) => Boolean(asked.role || asked.group || asked.stance);

const live = (arrow, asked) => {
  if (asked.hypothesis && !arrow.hypotheses.includes(asked.hypothesis)) return false;
  if (asked.horizon && !arrow.horizons.includes(asked.horizon)) return false;
  if (asked.state && arrow.state !== asked.state) return false;
  if (asked.evidence && arrow.plain) return false;
  if (!ofPassages(asked) && !asked.least) return true;
  const own = [...row(arrow.element).querySelectorAll("li[data-s]")].filter((each) => meets(each, asked));
  return own.length >= Math.max(Number(asked.least) || 0, 1);
};

// The filters that are set, in words: "Role: citizen; Passages at least: 2".
const inWords = (asked) => Object.entries(asked).filter(([, value]) => value).map(([key, value]) => {
  const field = found(key);
  if (key === "evidence") return field.parentElement.textContent.trim();
  const name = field.parentElement.firstChild.data.trim();
  return `${name}: ${field.selectedOptions ? field.selectedOptions[0].textContent : value}`;
}).join("; ");

const turned = (name, kind, on) => {
  for (const element of everyOne(name)) element.classList.toggle(kind, on);
};
const dim = () => {
  const { q, ...asked } = wanted();
  const filtered = Object.values(asked).some(Boolean);
  const ends = new Set();
  let count = 0;
  for (const arrow of view().arrows) {
    const on = live(arrow, asked);
    if (on) { count += 1; arrow.ends.forEach((each) => ends.add(each)); }
    turned(arrow.element, "dim", !on);
    turned(arrow.element, "gone", Boolean(asked.evidence) && arrow.plain);
    row(arrow.element).hidden = !on;
  }
  for (const box of view().boxes) {
    const own = Boolean(asked.hypothesis) && !ofPassages(asked) && box.hypotheses.includes(asked.hypothesis);
    const on = !filtered || own || ends.has(box.element);
    turned(box.element, "dim", !on);
    row(box.element).hidden = !on;
  }
  for (const line of views[state.shown].querySelectorAll(".membership")) {
    const at = [line.dataset.source, line.dataset.target];
    const boxes = [...views[state.shown].querySelectorAll(".box")].filter((each) => at.includes(each.dataset.box));
    line.classList.toggle("dim", filtered && boxes.some((each) => each.classList.contains("dim")));
  }
  views[state.shown].querySelector(".shown").textContent = filtered ? fill(ui.shown, { what: inWords(asked), shown: count, all: view().arrows.length }) : "";
  if (!panel.hidden) highlight(words);
};

const pale = (parent) => {
  const { q, ...asked } = wanted();
  parent.querySelector(".bright")?.remove();
  const passages = [...parent.querySelectorAll("li[data-p]")];
  for (const each of passages) each.classList.toggle("pale", ofPassages(asked) && !meets(each, asked));
  if (!ofPassages(asked) || !passages.length) return;
  const shown = passages.filter((each) => !each.classList.contains("pale")).length;
  parent.querySelector("h2").after(make("p", fill(ui.bright, { shown, all: passages.length }), "soft bright"));
};

const clear = () => {
  for (const key of CHOSEN) found(key).value = "";
  found("least").value = "0";
  found("evidence").checked = false;
  found("words").value = "";
  dim();
  look();
  address();
};
