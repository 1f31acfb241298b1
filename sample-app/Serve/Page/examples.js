// The images to try: one of each digit, drawn by lot.

import * as server from './server.js';
import { paint } from './image.js';

export class Examples {
  #list; #onChoose;
  #asked = 0;
  #seed = Math.floor(Math.random() * 1e9);

  /** onChoose(image, label) follows a click on one. */
  constructor(list, onChoose) { [this.#list, this.#onChoose] = [list, onChoose]; }

  /** Shows others of the same network's images. */
  next(network) {
    this.#seed = (this.#seed + 1) % 1e9;
    return this.load(network);
  }

  /** Shows images for a network. */
  async load(network) {
    const question = ++this.#asked, examples = await server.examples(network.name, this.#seed);
    if (question !== this.#asked) return;
    this.#list.replaceChildren(...examples.map(example => this.#button(example, network.width)));
  }

  /** Marks the one that is chosen; null is none. */
  mark(chosen) {
    for (const button of this.#list.children) button.setAttribute('aria-pressed', button === chosen);
  }

  #button({ index, label, pixels }, width) {
    const button = document.createElement('button'), canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, width];
    paint(canvas, { pixels, width });
    button.type = 'button';
    button.dataset.index = index;
    button.setAttribute('aria-label', `A handwritten ${label}`);
    button.setAttribute('aria-pressed', 'false');
    button.append(canvas);
    button.addEventListener('click', () => {
      this.mark(button);
      this.#onChoose({ pixels, width }, label);
    });
    return button;
  }
}
