// Who leads at each time step, by how much, and since when the decision stands.

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** The digit, a sentence, and a button for each step. */
export function drawDecision(parts, answer, { step, label, exitMargin }) {
  const frame = answer.frames[step - 1], isLast = step === answer.frames.length;
  parts.digit.textContent = frame.class;
  parts.sentence.textContent = isLast ? verdict(answer, label) : `Step ${step}: ${frame.class} leads by ${number.format(frame.lead)}`;
  parts.detail.textContent = `Margin ${margin(frame.margin)} of potential after step ${step}. ${exit(answer)}`;
  drawSteps(parts.steps, answer, step, exitMargin);
}

/** What the network says, with the truth where it is known. */
export function verdict(answer, label) {
  const since = answer.settledAt === 1 ? 'from the first step' : `since step ${answer.settledAt}`;
  const truth = label === null ? '' : label === answer.class ? ', which is right' : `, which is wrong: it is a ${label}`;
  return `It is a ${answer.class}${truth}. The decision stands ${since}.`;
}

const exit = answer => answer.exitAt < answer.frames.length
  ? `An early exit would end after step ${answer.exitAt}.`
  : 'An early exit would take all steps.';

const margin = value => new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);

/** A button's filling is the lead on a scale that makes small ones visible: that of the square root. */
function drawSteps(list, answer, step, exitMargin) {
  const top = Math.sqrt(Math.max(exitMargin, ...answer.frames.map(frame => frame.lead)) * 1.6);
  list.style.setProperty('--exit-height', `${100 * Math.sqrt(exitMargin) / top}%`);
  [...list.querySelectorAll('button')].forEach((button, i) => {
    const frame = answer.frames[i], t = i + 1, isReached = t <= step;
    button.className = [t >= answer.settledAt && isReached ? 'stands' : '', isReached ? '' : 'ahead'].join(' ');
    button.setAttribute('aria-current', t === step ? 'step' : 'false');
    button.setAttribute('aria-label', `Step ${t}: ${frame.class}, lead ${number.format(frame.lead)}`);
    button.style.setProperty('--lead-height', isReached ? `${100 * Math.sqrt(Math.max(0, frame.lead)) / top}%` : '0%');
    button.querySelector('b').textContent = isReached ? frame.class : '';
    button.querySelector('span').textContent = isReached ? number.format(frame.lead) : '';
  });
}

/** As many buttons as there are steps. */
export function makeSteps(list, steps, onChoose) {
  list.replaceChildren(...Array.from({ length: steps }, (_, i) => {
    const item = document.createElement('li'), button = document.createElement('button');
    Object.assign(button, { type: 'button', disabled: true, innerHTML: `<i></i><small>${i + 1}</small><b></b><span></span>` });
    button.setAttribute('aria-label', `Step ${i + 1}`);
    button.addEventListener('click', () => onChoose(i + 1));
    item.append(button);
    return item;
  }));
}
