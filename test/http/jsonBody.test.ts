// What needs a clock or a body by hand; all other refusals are in hostileRequests.test.ts.
import { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { readJsonBody } from '../../src/http/jsonBody';

/** A request as Node hands it over, as far as a reader of bodies can see. */
function aRequest(
  body: Readable | readonly (string | Buffer)[],
  headers: Record<string, string> = {},
): IncomingMessage {
  const stream = body instanceof Readable ? body : Readable.from(body.map((chunk) => Buffer.from(chunk)));
  const all = { 'content-type': 'application/json', 'transfer-encoding': 'chunked', ...headers };
  return Object.assign(stream, { headers: all }) as IncomingMessage;
}

describe('readJsonBody', () => {
  it('joins the chunks, wherever a character is cut', async () => {
    const bytes = Buffer.from('{"text":"café 😀"}');
    const request = aRequest([bytes.subarray(0, 13), bytes.subarray(13, 16), bytes.subarray(16)]);
    await expect(readJsonBody(request)).resolves.toEqual({ text: 'café 😀' });
  });

  it.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"'])(
    'takes %s',
    async (type) => {
      await expect(readJsonBody(aRequest(['[1]'], { 'content-type': type }))).resolves.toEqual([1]);
    },
  );

  it('takes a byte order mark for nothing', async () => {
    await expect(readJsonBody(aRequest(['\uFEFF{"a":1}']))).resolves.toEqual({ a: 1 });
  });

  it('counts the chunks, whatever length was announced', async () => {
    const request = aRequest(['"12345', '67890"'], { 'content-length': '2' });
    await expect(readJsonBody(request, { maxBytes: 10, timeoutMs: 1000 })).rejects.toMatchObject({
      status: 413,
    });
    await expect(readJsonBody(aRequest(['"12345678"']), { maxBytes: 10, timeoutMs: 1000 })).resolves.toBe(
      '12345678',
    );
  });

  it('gives up on a body that does not arrive in time', async () => {
    const stalled = aRequest(new Readable({ read: () => undefined }));
    const body = readJsonBody(stalled, { maxBytes: 10, timeoutMs: 20 });
    await expect(body).rejects.toMatchObject({ status: 408 });
  });

  it('gives up on a body that breaks off', async () => {
    const broken = aRequest(['{"a":']);
    const body = readJsonBody(broken);
    broken.destroy();
    await expect(body).rejects.toMatchObject({ status: 400, code: 'incomplete-body' });
  });

  it('drops __proto__ keys at every depth', async () => {
    const body = await readJsonBody(aRequest(['{"__proto__":{"x":1},"a":[{"__proto__":2,"b":3}]}']));
    expect(JSON.stringify(body)).toBe('{"a":[{"b":3}]}');
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
  });

  it.each([
    [64, '['.repeat(64) + ']'.repeat(64)],
    [64, '{"a":'.repeat(64) + '1' + '}'.repeat(64)],
  ])('takes %d levels', async (_, text) => {
    await expect(readJsonBody(aRequest([text]))).resolves.toBeDefined();
  });

  it('looks at a text full of quotes and backslashes once', async () => {
    const text = `"${'\\"'.repeat(120_000)}`; // a pattern that backtracks would take minutes
    await expect(readJsonBody(aRequest([text]))).rejects.toMatchObject({ code: 'malformed-json' });
  });
});
