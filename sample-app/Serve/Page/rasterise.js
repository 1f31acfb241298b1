// Strokes become an image as the data sets make theirs. A stroke is a list of points { x, y }, in units that are
// small against the drawing.
//
// MNIST: the digit is scaled, its proportions kept, into a box of 20x20 pixels, and its centre of mass is moved to the
// middle of 28x28. The 8x8 digits of the UCI: it fills the image, and a pixel counts the ink in 4x4 finer ones.

const SAMPLES = 4; // a pixel counts the ink in 4x4 samples, for both

// The radius of the pen, in pixels, gives digits the mean brightness of the data set: 33 and 78 of 255.
const styles = {
  28: { box: 20, radius: 1.3, centred: true },
  8: { box: 8, radius: 0.65, centred: false },
};

/** The pixels of strokes, row by row, 0 to 255. */
export function rasterise(strokes, width) {
  const style = styles[width];
  const placed = place(strokes, width, style);
  if (!style.centred) return count(placed, width, style.radius);
  const offset = toCentreOfMass(count(placed, width, style.radius), width);
  return count(move(placed, offset), width, style.radius);
}

/** Scales strokes so that their ink fits the box, in the middle of the image. */
function place(strokes, width, { box, radius }) {
  const points = strokes.flat();
  const xs = points.map(p => p.x), ys = points.map(p => p.y);
  const left = Math.min(...xs), top = Math.min(...ys);
  const across = Math.max(...xs) - left, down = Math.max(...ys) - top;
  const scale = (box - 2 * radius) / Math.max(across, down, 1); // a dot stays a dot
  return move(
    strokes.map(stroke => stroke.map(p => ({ x: (p.x - left) * scale, y: (p.y - top) * scale }))),
    { x: (width - across * scale) / 2, y: (width - down * scale) / 2 });
}

const move = (strokes, by) => strokes.map(stroke => stroke.map(p => ({ x: p.x + by.x, y: p.y + by.y })));

function toCentreOfMass(pixels, width) {
  let mass = 0, x = 0, y = 0;
  pixels.forEach((value, i) => {
    mass += value;
    x += value * (i % width + 0.5);
    y += value * (Math.floor(i / width) + 0.5);
  });
  return { x: width / 2 - x / mass, y: width / 2 - y / mass };
}

/** Counts the samples within the radius of a stroke. */
function count(strokes, width, radius) {
  const side = width * SAMPLES, ink = new Uint8Array(side * side);
  for (const stroke of strokes)
    for (let i = 0; i < stroke.length; i++)
      mark(ink, side, stroke[Math.max(0, i - 1)], stroke[i], radius);

  const counts = new Array(width * width).fill(0);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      counts[Math.floor(y / SAMPLES) * width + Math.floor(x / SAMPLES)] += ink[y * side + x];
  return counts.map(n => Math.round(n * 255 / SAMPLES ** 2));
}

/** Marks the samples near a segment. */
function mark(ink, side, from, to, radius) {
  const lowest = v => Math.max(0, Math.floor((v - radius) * SAMPLES));
  const highest = v => Math.min(side - 1, Math.ceil((v + radius) * SAMPLES));
  for (let y = lowest(Math.min(from.y, to.y)); y <= highest(Math.max(from.y, to.y)); y++)
    for (let x = lowest(Math.min(from.x, to.x)); x <= highest(Math.max(from.x, to.x)); x++)
      if (distance((x + 0.5) / SAMPLES, (y + 0.5) / SAMPLES, from, to) <= radius) ink[y * side + x] = 1;
}

function distance(x, y, from, to) {
  const dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length)) : 0;
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}
