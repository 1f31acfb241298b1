// The membrane potentials of the ten outputs: bars of the step on show, lines over the steps.

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 330, HEIGHT = 240, LEFT = 8, RIGHT = 22, TOP = 12, BOTTOM = 22, LABEL = 12;

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** The range of an inference, zero included, so that steps can be compared. */
function range(frames) {
  const all = frames.flatMap(frame => frame.potentials);
  return [Math.min(0, ...all), Math.max(0, ...all)];
}

/** Ten bars from zero, to the right where a potential is positive and to the left where it is not. */
export function drawBars(list, { frames, step }) {
  const [lowest, highest] = range(frames), frame = frames[step - 1], full = highest - lowest || 1;
  while (list.children.length < frame.potentials.length) list.append(bar(list.children.length));
  frame.potentials.forEach((potential, digit) => {
    const row = list.children[digit], fill = row.querySelector('i');
    row.className = digit === frame.class ? 'leads' : '';
    fill.style.left = `${100 * (Math.min(0, potential) - lowest) / full}%`;
    fill.style.width = `${100 * Math.abs(potential) / full}%`;
    row.lastChild.textContent = number.format(potential);
  });
}

function bar(digit) {
  const row = document.createElement('li');
  row.innerHTML = `<span>${digit}</span><div aria-hidden="true"><i></i></div><span></span>`;
  return row;
}

/** A line a digit, up to the step on show. */
export function drawLines(svg, { frames, step }) {
  const [lowest, highest] = range(frames), full = highest - lowest || 1;
  const x = t => LEFT + t * (WIDTH - LEFT - RIGHT) / frames.length;
  const y = v => TOP + (highest - v) * (HEIGHT - TOP - BOTTOM) / full;
  const leader = frames[step - 1].class;
  svg.replaceChildren(line(x(0), y(0), x(frames.length), y(0)), ...frames.map((_, i) => text(x(i + 1), HEIGHT - 6, i + 1)));

  const heights = spread(frames[step - 1].potentials.map(y));
  // The leader comes last: over the others.
  for (const digit of [...heights.keys()].sort((a, b) => (a === leader) - (b === leader))) {
    const values = [0, ...frames.slice(0, step).map(frame => frame.potentials[digit])];
    const className = digit === leader ? 'leads' : '';
    svg.append(
      element('polyline', { points: values.map((v, t) => `${x(t)},${y(v)}`).join(' '), class: className }),
      text(x(step) + 12, heights[digit] + 4, digit, className));
  }
  svg.setAttribute('aria-label', `Potentials over the time steps; after step ${step}, ${leader} leads with ${number.format(frames[step - 1].potentials[leader])}`);
}

/** Moves labels down so that none covers another, and up again where the last would leave the chart. */
function spread(heights) {
  const order = [...heights.keys()].sort((a, b) => heights[a] - heights[b]), moved = [...heights];
  order.forEach((label, i) => {
    if (i > 0) moved[label] = Math.max(moved[label], moved[order[i - 1]] + LABEL);
  });
  order.reverse().forEach((label, i) => {
    moved[label] = Math.min(moved[label], i > 0 ? moved[order[i - 1]] - LABEL : HEIGHT - BOTTOM);
  });
  return moved;
}

const line = (x1, y1, x2, y2) => element('line', { x1, y1, x2, y2, class: 'axis' });

function text(x, y, content, className = '') {
  const label = element('text', { x, y, 'text-anchor': 'middle', class: className });
  label.textContent = content;
  return label;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
