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
  result?: T;
  error?: { code: number; message: string; data?: unknown };
}

/** Code of the answer to a method that is unknown, or that is refused on this interface. */
export const METHOD_NOT_FOUND = -32601;

/** Calls `method` at `url` (http); throws {@link RpcError} when the node answers with an error. */
export async function call<T>(url: string, method: string, params: unknown[] = []): Promise<T> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const answer = (await response.json()) as Answer<T>;
  if (answer.error !== undefined) {
    throw new RpcError(answer.error.code, answer.error.message, answer.error.data);
  }
  return answer.result as T;
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
