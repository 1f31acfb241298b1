// The page: keeps what is drawn, asks the network, and shows its answer step by step.

import * as server from './server.js';
import { Examples } from './examples.js';
import { Pad } from './pad.js';
import { paint } from './image.js';
import { rasterise } from './rasterise.js';
import { Player } from './player.js';
import { drawRaster } from './raster.js';
import { drawBars, drawLines } from './potentials.js';
import { drawDecision, makeSteps, verdict } from './decision.js';
import { drawCost } from './cost.js';

const id = name => document.getElementById(name);
const parts = {
  digit: id('digit'), sentence: id('sentence'), detail: id('detail'), steps: id('steps'),
  operations: id('operations'), spikes: id('spikes'), time: id('time'), compare: id('compare'),
  compareSpiking: id('compare-spiking'), compareOriginal: id('compare-original'), costNote: id('cost-note'),
};

// The image on show is { pixels, width, truth }; truth is null where a person drew it.
let networks, network, image = null, answer = null, label = null, step = 0, isUnderWay = false;
const emptyNote = parts.costNote.textContent;

// Only the newest question counts: an answer to an older one is dropped.
let asked = 0;

const player = new Player(show);
const pad = new Pad(id('pad'), { onChange: drawn, onClear: forget });
const examples = new Examples(id('examples'), tried);

function show(to, isPlaying) {
  step = to;
  const { frames } = answer, { exitMargin, layers: [, neurons] } = networks.find(each => each.name === answer.network);
  drawDecision(parts, answer, { step, label, exitMargin });
  drawRaster(id('raster'), { frames, neurons, step });
  drawBars(id('bars'), { frames, step });
  drawLines(id('lines'), { frames, step });
  drawCost(parts, answer, step);
  const count = `${frames[step - 1].spikes.length} of ${neurons} neurons spike in step ${step}`;
  id('raster').setAttribute('aria-label', count);
  id('raster-count').textContent = count;
  document.body.dataset.step = step;
  document.body.dataset.playing = isPlaying;
  if (step === frames.length && !isPlaying && !isUnderWay) id('spoken').textContent = verdict(answer, label);
}

/** Asks the network about an image. While a stroke is drawn the last step is shown at once, else all of them in turn. */
async function ask(pixels, { truth = null, isDrawing = false }) {
  const question = ++asked;
  image = { pixels, width: network.width, truth };
  paint(id('seen'), image);
  id('pad-hint').hidden = true;
  await guarded(async () => {
    const received = await server.run(network.name, pixels);
    if (question !== asked) return;
    [answer, label, isUnderWay] = [received, truth, isDrawing];
    document.querySelectorAll('#steps button, #play').forEach(button => { button.disabled = false; });
    if (isDrawing) player.show(answer.frames.length, answer.frames.length);
    else player.play(answer.frames.length);
  });
}

// A stroke under way is asked about every so often, its end always.
const LIVE_TIME = 90;
let lastLive = 0;

function drawn(isDrawing) {
  const now = performance.now();
  if (isDrawing && now - lastLive < LIVE_TIME) return;
  lastLive = now;
  examples.mark(null);
  ask(rasterise(pad.strokes, network.width), { isDrawing });
}

function tried(shown, truth) {
  pad.show(shown);
  ask(shown.pixels, { truth });
}

/** Back to the empty page. */
function forget() {
  asked++;
  player.stop();
  [answer, label, image] = [null, null, null];
  examples.mark(null);
  id('pad-hint').hidden = false;
  id('seen').getContext('2d').clearRect(0, 0, 28, 28);
  makeSteps(parts.steps, network.timeSteps, choose);
  id('play').disabled = true;
  id('bars').replaceChildren();
  id('lines').replaceChildren();
  id('raster').width = 0; // empties it; it gets its size when it is drawn
  id('raster').setAttribute('aria-label', 'No spikes yet');
  for (const name of ['detail', 'raster-count', 'spoken']) id(name).textContent = '';
  for (const name of ['digit', 'operations', 'spikes', 'time']) id(name).textContent = '–';
  for (const name of ['compare-spiking', 'compare-original']) id(name).style.width = 0;
  parts.sentence.textContent = 'Nothing drawn yet.';
  parts.costNote.textContent = emptyNote;
  parts.compare.setAttribute('aria-label', 'Nothing to compare yet');
  delete document.body.dataset.step;
}

const choose = to => player.show(to, answer.frames.length);

/** Another network sees what is drawn; an image on show stays if it has the right size. */
async function use(chosen) {
  const isResized = network?.width !== chosen.width;
  network = chosen;
  id('seen-size').textContent = `${network.width}×${network.width} pixels`;
  id('network-note').textContent = `${network.layers.join('–')} neurons, ${network.numbers}, ${network.timeSteps} time steps, ${Math.ceil(network.weightBytes / 1024)} KiB of weights`;
  id('images-note').textContent = `From ${network.images}, which the network was not trained on.`;
  id('exit-margin').textContent = network.exitMargin;
  if (isResized) {
    if (pad.strokes.length === 0) pad.clear();
    await guarded(() => examples.load(network));
  }
  if (pad.strokes.length > 0) ask(rasterise(pad.strokes, network.width), {});
  else if (image) ask(image.pixels, { truth: image.truth });
}

// How much is under way.
let busy = 0;

async function guarded(work) {
  const trouble = id('trouble');
  document.body.dataset.busy = ++busy;
  try {
    await work();
    trouble.hidden = true;
  } catch (error) {
    trouble.textContent = error.message;
    trouble.hidden = false;
  } finally {
    document.body.dataset.busy = --busy;
  }
}

function redraw() {
  if (answer) show(step, document.body.dataset.playing === 'true');
}

await guarded(async () => {
  networks = await server.networks();
  id('network').replaceChildren(...networks.map(each => new Option(each.name, each.name)));
  await use(networks[0]);
  id('network').addEventListener('change', event => use(networks.find(each => each.name === event.target.value)));
  id('clear').addEventListener('click', () => pad.clear());
  id('play').addEventListener('click', () => player.play(answer.frames.length));
  id('others').addEventListener('click', () => guarded(() => examples.next(network)));
  addEventListener('resize', redraw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  document.body.dataset.ready = 'true';
});
