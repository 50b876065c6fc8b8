/** Plain JSON-RPC calls over HTTP, for exact answers and error codes. */

/** An error answer of the node. */
export class RpcError extends Error {
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data: unknown) {
    super(message);
    this.name = "RpcError";
    this.code = code;
    this.data = data;
  }
}

interface Answer<T> {
  id: number;
  result?: T;
  error?: { code: number; message: string; data?: unknown };
}

/** Code of the answer to a method that is unknown, or that is refused on this interface. */
export const METHOD_NOT_FOUND = -32601;

/** Calls `method` at `url` (http); throws {@link RpcError} when the node answers with an error. */
export async function call<T>(url: string, method: string, params: unknown[] = []): Promise<T> {
  const found = outcome(await post<Answer<T>>(url, { jsonrpc: "2.0", id: 1, method, params }));
  if (found instanceof RpcError) throw found;
  return found;
}

/** Calls `method` once for each of these parameters, all in one request: the results or errors, in this order. */
export async function batch<T>(
  url: string,
  method: string,
  calls: unknown[][],
): Promise<(T | RpcError)[]> {
  const requests = calls.map((params, id) => ({ jsonrpc: "2.0", id, method, params }));
  const answers = await post<Answer<T>[]>(url, requests);
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return calls.map((_, id) => outcome(byId.get(id)!));
}

async function post<T>(url: string, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await response.json()) as T;
}

function outcome<T>({ result, error }: Answer<T>): T | RpcError {
  return error === undefined ? (result as T) : new RpcError(error.code, error.message, error.data);
}

/** The error with which the node answers; throws when it does not refuse. */
export async function refusal(
  url: string,
  method: string,
  params: unknown[] = [],
): Promise<RpcError> {
  try {
    await call(url, method, params);
  } catch (error) {
    if (error instanceof RpcError) return error;
    throw error;
  }
  throw new Error(`${method} was not refused`);
}
