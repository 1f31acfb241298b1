// What an inference costs, counted up to the step on show, against the original network.

const whole = new Intl.NumberFormat('en');
const precise = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

export function drawCost(parts, answer, step) {
  const frame = answer.frames[step - 1];
  const share = 100 * frame.operationsSoFar / answer.multiplyAccumulates;
  parts.operations.textContent = whole.format(frame.operationsSoFar);
  parts.spikes.textContent = whole.format(frame.spikesSoFar);
  parts.time.textContent = `${precise.format(answer.microseconds)} µs`;
  parts.compareSpiking.style.width = `${share}%`;
  parts.compareOriginal.style.width = '100%';
  parts.compare.setAttribute('aria-label', `${precise.format(share)} percent of the original network's multiply-accumulates`);
  parts.costNote.textContent = note(answer, frame, share);
}

function note(answer, frame, share) {
  const outputs = frame.potentials.length, byTheImage = frame.operationsSoFar - frame.spikesSoFar * outputs;
  return `${precise.format(share)} % of the ${whole.format(answer.multiplyAccumulates)} multiply-accumulates of the original network, `
    + `which takes every weight for every image. ${whole.format(byTheImage)} come from the image, once, because blank pixels cost `
    + `nothing; ${whole.format(frame.operationsSoFar - byTheImage)} from spikes, ${outputs} additions each. The time is the median of `
    + `about 2 ms of runs, on one thread.`;
}
