// Which time step of an inference is on show. Steps follow one another like the network's own, only slower.

const STEP_TIME = 320; // ms

export class Player {
  #steps = 0;
  #timer = null;
  #onStep;

  /** onStep(step, isPlaying): step from 1. */
  constructor(onStep) { this.#onStep = onStep; }

  /** Shows all steps one after the other, or, where the reader prefers no motion, the last one. */
  play(steps) {
    this.stop();
    this.#steps = steps;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return this.show(steps, steps);
    this.#advance(1);
  }

  /** Shows one step. */
  show(step, steps) {
    this.stop();
    this.#steps = steps;
    this.#onStep(step, false);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  #advance(step) {
    const isLast = step === this.#steps;
    this.#timer = isLast ? null : setTimeout(() => this.#advance(step + 1), STEP_TIME);
    this.#onStep(step, !isLast);
  }
}
