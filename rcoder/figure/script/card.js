// The small card beside what the pointer or the focus rests on.
const card = found("card");
const hideCard = () => { card.hidden = true; };

const fillCard = (name) => {
  card.replaceChildren();
  add(card, "strong", claimOf(name));
  add(card, "p", aboutOf(name), "soft");
  const inside = behind(name);
  for (const heading of inside.querySelectorAll(":scope > h4")) {
    const said = heading.nextElementSibling;
    if (said && said.matches("p")) add(card, "p", `${heading.textContent}: ${said.textContent}`);
  }
  const passage = inside.querySelector("li[data-p]");
  if (!passage) { add(card, "p", ui.none); return; }
  const text = passage.querySelector("q").textContent.trim();
  add(card, "q", text.length > 220 ? `${text.slice(0, 200)}…` : text);
  add(card, "p", passage.querySelector("p").textContent, "soft");
};

const showCard = (element, x, y) => {
  fillCard(nameOf(element));
  card.hidden = false;
  const { width, height } = card.getBoundingClientRect();
  const room = document.body.classList.contains("beside") ? innerWidth - panel.offsetWidth : innerWidth;
  card.style.left = `${Math.max(6, x + 16 + width < room ? x + 16 : x - width - 16)}px`;
  card.style.top = `${Math.max(6, y + 16 + height < innerHeight ? y + 16 : y - height - 16)}px`;
};

const cardAt = (element) => {
  const place = element.getBoundingClientRect();
  showCard(element, Math.min(place.right, innerWidth - 60), Math.min(place.bottom, innerHeight - 60) - 12);
};

document.addEventListener("pointerover", (event) => {
  const element = event.target.closest(".arrow, .box");
  if (element) showCard(element, event.clientX, event.clientY);
  else if (!event.target.closest("#card")) hideCard();
});
document.addEventListener("focusin", (event) => {
  const element = event.target.closest(".arrow, .box");
  if (element && element.matches(":focus-visible")) cardAt(element);
  else hideCard();
});
addEventListener("scroll", hideCard, true);
