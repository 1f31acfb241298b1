// What the page asks of the program that serves it.

export const networks = () => ask('api/networks');

export const examples = (network, seed) => ask(`api/examples?network=${encodeURIComponent(network)}&seed=${seed}`);

export const run = (network, pixels) => ask('api/run', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ network, pixels }),
});

async function ask(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    throw new Error('the program that serves this page does not answer; is it still running?');
  }
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}
