//! How tests call methods.

use jsonrpsee::{types::ErrorObjectOwned, RpcModule};
use serde_json::Value;

/// Calls a method the way a client does.
pub async fn call<M: Send + Sync + 'static>(
    module: RpcModule<M>,
    method: &str,
    parameters: Value,
) -> Result<Value, ErrorObjectOwned> {
    let request = serde_json::json!({
        "jsonrpc": "2.0",
        "id": 1,
        "method": method,
        "params": parameters,
    });
    let (response, _) = module.raw_json_request(&request.to_string(), 1).await.unwrap();
    let mut response: Value = serde_json::from_str(&response).unwrap();
    match response.get_mut("error") {
        Some(error) => Err(serde_json::from_value(error.take()).unwrap()),
        None => Ok(response["result"].take()),
    }
}
