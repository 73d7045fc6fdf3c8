/** The host of the browser tests: plain HTTP to the address the page came from. */
import type { Events, Host, Name, Result } from './host';

type Answer<N extends Name> = { ok: Result<N> } | { error: unknown };

let source: EventSource | undefined;

function events(): EventSource {
  source ??= new EventSource('/events');
  return source;
}

async function post<N extends Name>(path: string, body: unknown): Promise<Result<N>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer<N>;
  if ('error' in answer) throw answer.error;
  return answer.ok;
}

export const loopbackHost: Host = {
  call: (name, args, job) => post(`/call/${name}${job === undefined ? '' : `?job=${job}`}`, args),
  cancel: async (job) => {
    await post(`/cancel/${job}`, {});
  },
  on(event, listener) {
    const hear = (message: MessageEvent<string>): void => {
      listener(JSON.parse(message.data) as Events[typeof event]);
    };
    events().addEventListener(event, hear);
    return () => {
      events().removeEventListener(event, hear);
    };
  },
};
