// The report's page: puts an interactive view in the place of each figure's drawing, which stays if anything fails.
import { runs, SHIFTED_SIZE, RAISED, LOWERED } from './markup.js';
import { view } from './engine.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Sets one text element: shifted runs of absolute size, as in the drawings. */
function set(element) {
  const source = element.textContent;
  const parts = runs(source);
  if (parts.every((run) => !run.shift && !run.italic) && parts.map((run) => run.text).join('') === source) return;
  const size = parseFloat(element.getAttribute('font-size')) || 11;
  let shifted = 0;
  const spans = parts.map((run) => {
    const span = document.createElementNS(SVG, 'tspan');
    const wanted = run.shift > 0 ? -RAISED * size : run.shift < 0 ? LOWERED * size : 0;
    if (wanted !== shifted) span.setAttribute('dy', (wanted - shifted).toFixed(2));
    if (run.shift) span.setAttribute('font-size', `${(size * SHIFTED_SIZE).toFixed(2)}px`);
    if (run.italic) span.setAttribute('font-style', 'italic');
    span.textContent = run.text.replace(/^ +| +$/g, (blanks) => '\u00a0'.repeat(blanks.length));
    shifted = wanted;
    return span;
  });
  element.replaceChildren(...spans);
}

export function setLabels(root) {
  root.querySelectorAll('text').forEach(set);
}

/** What Vega calls to show the values under the pointer: a box that follows it, as text. */
export function tooltip() {
  const box = document.createElement('div');
  box.className = 'tip';
  box.hidden = true;
  document.body.append(box);
  return (handler, event, item, value) => {
    box.hidden = value == null || value === '';
    if (box.hidden) return;
    const rows = Object.entries(value).map(([name, text]) => {
      const row = document.createElement('div');
      row.textContent = `${name}: ${text}`;
      return row;
    });
    box.replaceChildren(...rows);
    box.style.left = `${event.pageX + 14}px`;
    box.style.top = `${event.pageY + 14}px`;
  };
}

function saved(text, type) {
  return URL.createObjectURL(new Blob([text], { type }));
}

async function show(figure, tip) {
  const place = figure.querySelector('.drawing');
  const specification = figure.querySelector('script[type="application/json"]').textContent;
  const drawing = new XMLSerializer().serializeToString(place.querySelector('svg'));
  const name = figure.dataset.name;
  const links = figure.querySelector('.saves');
  for (const [ending, text, type] of [['svg', drawing, 'image/svg+xml'], ['vl.json', specification, 'application/json']]) {
    const link = document.createElement('a');
    link.href = saved(text, type);
    link.download = `${name}.${ending}`;
    link.textContent = ending;
    links.append(link, ' ');
  }
  const stage = document.createElement('div');
  const live = view(JSON.parse(specification), true, { renderer: 'svg', hover: false, tooltip: tip });
  await live.initialize(stage).runAsync();
  setLabels(stage);
  place.replaceChildren(stage);
  new MutationObserver(() => setLabels(stage)).observe(stage, { subtree: true, childList: true, characterData: true });
}

/** Makes every figure of the page interactive. */
export function showAll() {
  const tip = tooltip();
  document.querySelectorAll('figure[data-name]').forEach((figure) => {
    show(figure, tip).catch((why) => console.warn(`figure ${figure.dataset.name} stays a drawing:`, why));
  });
}
