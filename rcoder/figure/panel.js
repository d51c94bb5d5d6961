"use strict";
(() => {
  const records = JSON.parse(document.getElementById("records").textContent);
  const ui = records.ui;
  const panel = document.getElementById("panel");
  const words = document.getElementById("panel-words");
  const chosen = document.getElementById("hypothesis");
  const evidence = document.getElementById("evidence");
  const views = [...document.querySelectorAll(".view")];
  const zooms = views.map(() => 0);
  let shown = 0;
  let opened = null;

  const make = (name, text, kind) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (kind) element.className = kind;
    return element;
  };
  const add = (parent, name, text, kind) => parent.appendChild(make(name, text, kind));
  const drawn = (name) => document.getElementById(records.views[shown].prefix + name);

  const witness = (one) => {
    const entry = make("li");
    add(entry, "span", one.text, "said");
    const about = one.case ? `${ui.case}: ${one.case}` : one.counts === "respondent" ? ui.general : ui.nocase;
    const by = [about, one.roles, one.speaker, one.transcript, one.configurations].filter(Boolean);
    add(entry, "div", by.join(" · "), "by");
    if (one.coders) add(entry, "div", `${ui.coders}: ${one.coders}`, "by");
    if (one.why) add(entry, "div", [one.why, one.stance].filter(Boolean).join(" · "), "by");
    else if (one.case && one.counts === "respondent") add(entry, "div", ui.general, "by");
    for (const form of one.quotations) {
      const whole = form.of.replace(/\s+/g, " ").trim() === one.text.replace(/\s+/g, " ").trim();
      if (!whole) add(entry, "div", `${ui.quoted}: “${form.of}”`, "by");
      if (form.edited) add(entry, "div", `${ui.edited}: “${form.edited}”`, "by");
      if (form.translation) add(entry, "div", `${ui.translation} (${form.language}): “${form.translation}”`, "by");
    }
    for (const memo of one.memos) add(entry, "div", `${ui.memo}: ${memo}`, "by");
    return entry;
  };
  const lists = (parent, groups) => {
    for (const group of groups) {
      add(parent, "h3", `${group.heading} (${group.witnesses.length})`);
      if (group.words) add(parent, "p", group.words, "soft");
      const list = add(parent, "ol");
      for (const one of group.witnesses) list.appendChild(witness(one));
    }
  };
  const told = (parent, parts) => {
    for (const part of parts || []) {
      add(parent, "h3", part.heading);
      const list = add(parent, "ul");
      for (const each of part.words) add(list, "li", each);
    }
  };
  const claim = (parent, arrow, level) => {
    const said = add(parent, level);
    said.append(`${arrow.source} → `, make("span", arrow.effect, "effect"), ` → ${arrow.target}`);
    add(parent, "p", `${ui.state}: ${arrow.state}. ${arrow.meaning}`);
    if (arrow.hypotheses.length) add(parent, "p", `${ui.hypotheses}: ${arrow.hypotheses.join(", ")}`);
    if (arrow.configurations) add(parent, "p", `${ui.configurations}: ${arrow.configurations}`);
    add(parent, "p", arrow.origin, "soft");
    if (arrow.note) add(parent, "p", arrow.note, "soft");
    told(parent, arrow.told);
    lists(parent, arrow.groups);
    if (!arrow.groups.length) add(parent, "p", ui.none);
  };
  const aboutBox = (box) => {
    add(words, "h2", box.name);
    add(words, "p", [box.column, box.kind, box.new, box.hypotheses.join(", ")].filter(Boolean).join(" · "), "soft");
    told(words, box.told);
    if (box.member.length) add(words, "p", `${ui.member}: ${box.member.join(", ")}`);
    const heading = (key, count) => add(words, "h3", `${ui[key]} (${count})`);
    if (box.elements.length) {
      heading("elements", box.elements.length);
      const list = add(words, "ul");
      for (const each of box.elements) add(list, "li", each);
    }
    const arrows = records.views[shown].arrows.filter((each) => box.arrows.includes(each.element));
    if (arrows.length) {
      heading("arrows", arrows.length);
      const list = add(words, "ul");
      for (const each of arrows) {
        const link = add(add(list, "li"), "a", `${each.source} → ${each.effect} → ${each.target} (${each.state})`);
        link.href = `#arrow=${each.element}`;
        link.dataset.open = each.element;
      }
    }
    if (box.inner.length) heading("inner", box.inner.length);
    for (const each of box.inner) claim(words, each, "h3");
    lists(words, box.groups);
  };

  const unmark = () => {
    for (const element of document.querySelectorAll(".open, .end")) element.classList.remove("open", "end");
  };
  const mark = (name, kind) => {
    const element = drawn(name);
    if (element) element.classList.add(kind);
    return element;
  };
  const close = () => {
    panel.hidden = true;
    document.body.classList.remove("beside");
    unmark();
    if (opened) opened.focus({ preventScroll: true });
    opened = null;
  };
  const uncover = (element) => {
    const frame = element.closest(".scroll");
    const seen = frame.getBoundingClientRect();
    const drawing = element.getBoundingClientRect();
    if (drawing.right > seen.right - 10) frame.scrollLeft += Math.min(drawing.right - seen.right + 40, drawing.left - seen.left - 20);
    else if (drawing.left < seen.left + 10) frame.scrollLeft -= seen.left - drawing.left + 40;
    const low = Math.min(seen.bottom, innerHeight) - 30;
    if (drawing.bottom > low || drawing.top < seen.top) frame.scrollTop += (drawing.top + drawing.bottom - seen.top - low) / 2;
  };
  const open = (name) => {
    const view = records.views[shown];
    const arrow = view.arrows.find((each) => each.element === name);
    const box = view.boxes.find((each) => each.element === name);
    if (!arrow && !box) return;
    unmark();
    words.replaceChildren();
    opened = mark(name, "open");
    if (arrow) {
      claim(words, arrow, "h2");
      for (const each of view.boxes) if (each.arrows.includes(name)) mark(each.element, "end");
    } else {
      aboutBox(box);
      for (const each of box.arrows) mark(each, "open");
    }
    panel.hidden = false;
    panel.scrollTop = 0;
    document.body.classList.add("beside");
    if (opened) uncover(opened);
  };
  const nameOf = (element) => element.id.slice(records.views[shown].prefix.length);

  const dim = () => {
    const view = records.views[shown];
    const hypothesis = chosen.value;
    const live = new Set();
    for (const arrow of view.arrows) {
      const element = drawn(arrow.element);
      if (!element) continue;
      const mine = !hypothesis || arrow.hypotheses.includes(hypothesis);
      element.classList.toggle("dim", !mine);
      element.classList.toggle("gone", arrow.initialOnly && !evidence.checked);
      if (mine) live.add(element.dataset.source).add(element.dataset.target);
    }
    for (const box of view.boxes) {
      const element = drawn(box.element);
      if (!element) continue;
      const mine = !hypothesis || box.hypotheses.includes(hypothesis) || live.has(element.dataset.box);
      element.classList.toggle("dim", !mine);
    }
    for (const line of views[shown].querySelectorAll(".membership")) line.classList.toggle("dim", Boolean(hypothesis));
  };
  const zoom = (factor) => {
    const svg = views[shown].querySelector("svg");
    const room = views[shown].querySelector(".scroll").clientWidth;
    if (!zooms[shown] || factor === 0) zooms[shown] = room;
    if (factor) zooms[shown] = Math.min(Math.max(zooms[shown] * factor, room / 4), svg.viewBox.baseVal.width * 4);
    svg.style.width = `${zooms[shown]}px`;
  };
  const wholes = (place) => {
    const list = views[place].querySelector(".whole .list");
    if (!list || list.childElementCount) return;
    for (const each of records.views[place].whole) {
      add(list, "h3", each.name);
      lists(list, each.groups);
    }
  };
  const show = (place) => {
    if (!views[place]) return;
    close();
    shown = place;
    views.forEach((view, number) => { view.hidden = number !== place; });
    document.querySelectorAll("nav a").forEach((tab, number) => tab.setAttribute("aria-selected", String(number === place)));
    chosen.replaceChildren(new Option(ui.all, ""), ...records.views[place].hypotheses.map((each) => new Option(each, each)));
    wholes(place);
    zoom(zooms[place] ? 1 : 0);
    dim();
  };
  const asked = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return location.hash.slice(1);
    }
  };
  const follow = () => {
    for (const part of asked().split("&")) {
      const [kind, ...rest] = part.split("=");
      const value = rest.join("=");
      if (kind === "view") show(Number(value) || 0);
      if (kind === "hypothesis") { chosen.value = value; dim(); }
      if (kind === "arrow" || kind === "box") reveal(kind, value);
    }
  };
  const reveal = (kind, value) => {
    const known = (place) => {
      const view = records.views[place];
      const found = (kind === "box" ? view.boxes : view.arrows).find((each) => each.element === value || each.id === value);
      return found && found.element;
    };
    const place = [shown, ...views.keys()].find(known);
    if (place === undefined) return;
    if (place !== shown) show(place);
    open(known(place));
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-open]");
    if (link) { event.preventDefault(); open(link.dataset.open); return; }
    const element = event.target.closest(".arrow, .box");
    if (element) open(nameOf(element));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) { close(); return; }
    if (event.key !== "Enter" && event.key !== " ") return;
    const element = event.target.closest(".arrow, .box");
    if (!element) return;
    event.preventDefault();
    open(nameOf(element));
    panel.focus();
  });
  document.getElementById("close").addEventListener("click", close);
  document.getElementById("larger").addEventListener("click", () => zoom(1.25));
  document.getElementById("smaller").addEventListener("click", () => zoom(0.8));
  document.getElementById("fit").addEventListener("click", () => zoom(0));
  chosen.addEventListener("change", dim);
  evidence.addEventListener("change", dim);
  addEventListener("hashchange", follow);
  show(0);
  follow();
})();
