// The drawing area: strokes by mouse, finger, pen or keyboard, or an image on show.

import { paint } from './image.js';

const SIDE = 1000; // units of a stroke's points, whatever the size on the screen
const KEY_STEP = 40, LINE = 62;

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Pad {
  #canvas; #context; #onChange; #onClear;
  #pointer = null;
  #pen = { x: SIDE / 2, y: SIDE / 4, isDown: false, isShown: false };
  #image = null;

  strokes = [];

  /** onChange(isDrawing) follows every change of the strokes, onClear their removal. */
  constructor(canvas, { onChange, onClear }) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    [this.#onChange, this.#onClear] = [onChange, onClear];
    canvas.addEventListener('pointerdown', event => this.#down(event));
    canvas.addEventListener('pointermove', event => this.#move(event));
    for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, event => this.#up(event));
    canvas.addEventListener('keydown', event => this.#key(event));
    canvas.addEventListener('blur', () => { this.#pen.isShown = this.#pen.isDown = false; this.#draw(); });
  }

  clear() {
    this.#pen.isDown = false;
    this.#pointer = null;
    this.show(null);
    this.#onClear();
  }

  /** Shows an image { pixels, width } instead of strokes. */
  show(image) {
    this.strokes = [];
    this.#image = image;
    this.#draw();
  }

  get isEmpty() { return this.strokes.length === 0 && !this.#image; }

  #down(event) {
    if (this.#pointer !== null || event.button !== 0) return;
    this.#pointer = event.pointerId;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#pen.isShown = this.#pen.isDown = false;
    this.#begin(this.#place(event));
  }

  #move(event) {
    if (event.pointerId !== this.#pointer) return;
    // A browser may deliver several places of the pointer at once.
    for (const each of event.getCoalescedEvents?.() ?? [event]) this.#extend(this.#place(each));
    this.#changed(true);
  }

  #up(event) {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = null;
    this.#changed(false);
  }

  #key(event) {
    const arrow = arrows[event.key];
    if (arrow) this.#walk(arrow);
    else if (event.key === ' ') this.#toggle();
    else if (event.key === 'Delete' || event.key === 'Backspace') this.clear();
    else return;
    event.preventDefault();
  }

  #walk([dx, dy]) {
    const pen = this.#pen, within = v => Math.min(SIDE, Math.max(0, v));
    pen.isShown = true;
    [pen.x, pen.y] = [within(pen.x + dx * KEY_STEP), within(pen.y + dy * KEY_STEP)];
    if (pen.isDown) {
      this.#extend({ x: pen.x, y: pen.y });
      this.#changed(true);
    }
    this.#draw();
  }

  #toggle() {
    this.#pen.isShown = true;
    this.#pen.isDown = !this.#pen.isDown;
    if (this.#pen.isDown) this.#begin({ x: this.#pen.x, y: this.#pen.y });
    else this.#changed(false);
    this.#draw();
  }

  #begin(point) {
    this.#image = null;
    this.strokes.push([point]);
    this.#changed(true);
  }

  #extend(point) { this.strokes.at(-1)?.push(point); }

  #changed(isDrawing) {
    this.#draw();
    if (this.strokes.length > 0) this.#onChange(isDrawing);
  }

  #place(event) {
    const box = this.#canvas.getBoundingClientRect();
    return { x: (event.clientX - box.left) * SIDE / box.width, y: (event.clientY - box.top) * SIDE / box.height };
  }

  #draw() {
    const context = this.#context, colour = getComputedStyle(this.#canvas).getPropertyValue('--pad-ink');
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    if (this.#image) return paint(this.#canvas, this.#image);
    context.scale(this.#canvas.width / SIDE, this.#canvas.height / SIDE);
    Object.assign(context, { strokeStyle: colour, lineWidth: LINE, lineCap: 'round', lineJoin: 'round' });
    for (const stroke of this.strokes) {
      context.beginPath();
      for (const point of [stroke[0], ...stroke]) context.lineTo(point.x, point.y);
      context.stroke();
    }
    if (this.#pen.isShown) this.#drawPen(context);
  }

  #drawPen(context) {
    context.beginPath();
    context.arc(this.#pen.x, this.#pen.y, LINE / 2 + 8, 0, 2 * Math.PI);
    Object.assign(context, { strokeStyle: '#ffb224', lineWidth: this.#pen.isDown ? 14 : 6 });
    context.stroke();
  }
}
