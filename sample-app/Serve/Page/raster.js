// The spikes of the hidden layer: a column a neuron, a row a time step.

const LEFT = 20, TOP = 6, BOTTOM = 18;

/** Draws the steps up to the one on show, which glows. */
export function drawRaster(canvas, { frames, neurons, step }) {
  const ratio = devicePixelRatio || 1, box = canvas.getBoundingClientRect();
  [canvas.width, canvas.height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
  const context = canvas.getContext('2d'), style = getComputedStyle(canvas);
  const colour = name => style.getPropertyValue(name);
  context.scale(ratio, ratio);

  const across = (box.width - LEFT - 6) / neurons, down = (box.height - TOP - BOTTOM) / frames.length;
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'middle';
  frames.forEach((frame, row) => {
    const y = TOP + row * down, isNow = row + 1 === step;
    if (isNow) fill(context, colour('--card'), LEFT, y, across * neurons, down);
    context.fillStyle = colour(isNow ? '--ink' : '--soft');
    context.fillText(row + 1, 7, y + down / 2);
    if (row + 1 > step) return;
    for (const neuron of frame.spikes)
      fill(context, colour(isNow ? '--spike' : '--soft'), LEFT + neuron * across, y + 2, Math.max(1.2, across * 0.72), down - 4);
  });
  drawAxis(context, colour('--soft'), neurons, across, box.height - BOTTOM / 2);
}

function fill(context, colour, x, y, width, height) {
  context.fillStyle = colour;
  context.beginPath();
  // A canvas that is not laid out yet has no width.
  context.roundRect(x, y, width, height, Math.max(0, Math.min(2, width / 2)));
  context.fill();
}

function drawAxis(context, colour, neurons, across, y) {
  context.fillStyle = colour;
  for (let neuron = 0; neuron < neurons; neuron += 16)
    context.fillText(neuron, LEFT + neuron * across, y);
}
