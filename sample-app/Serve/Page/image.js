// Images of digits on canvases. They stand on the dark ground of the drawing area in both themes, as in the data.

/** Paints an image { pixels, width } over a whole canvas, each pixel a square. */
export function paint(canvas, { pixels, width }) {
  const small = new OffscreenCanvas(width, width);
  const data = new ImageData(width, width);
  pixels.forEach((value, i) => data.data.set([255, 244, 220, value], 4 * i));
  small.getContext('2d').putImageData(data, 0, 0);

  const context = canvas.getContext('2d');
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, canvas.width, canvas.height);
}
