//! Signs a remark, sends it to a node, and prints each state that subxt tells of it, a line each.
//!
//! Usage: aitbc-subxt URL SECRET NONCE TEXT

use std::{env::args, error::Error};
use subxt::{
    config::DefaultExtrinsicParamsBuilder, dynamic, transactions::TransactionStatus, OnlineClient,
    PolkadotConfig,
};
use subxt_signer::{sr25519::Keypair, SecretUri};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = args().skip(1).collect();
    let [url, secret, nonce, text] = arguments.as_slice() else {
        return Err("usage: aitbc-subxt URL SECRET NONCE TEXT".into());
    };
    let signer = Keypair::from_uri(&secret.parse::<SecretUri>()?)?;
    let remark = dynamic::transaction("System", "remark", (text.as_bytes(),));
    let params = DefaultExtrinsicParamsBuilder::new().nonce(nonce.parse()?).build();

    let client = OnlineClient::<PolkadotConfig>::from_insecure_url(url).await?;
    let mut transactions = client.transactions().await?;
    let mut progress = transactions.sign_and_submit_then_watch(&remark, &signer, params).await?;
    while let Some(status) = progress.next().await {
        match status? {
            TransactionStatus::Validated => println!("Validated"),
            TransactionStatus::Broadcasted => println!("Broadcasted"),
            TransactionStatus::InBestBlock(_) => println!("InBestBlock"),
            TransactionStatus::NoLongerInBestBlock => println!("NoLongerInBestBlock"),
            TransactionStatus::InFinalizedBlock(block) => {
                block.wait_for_success().await?;
                println!("InFinalizedBlock");
            }
            TransactionStatus::Error { message } => println!("Error: {message}"),
            TransactionStatus::Invalid { message } => println!("Invalid: {message}"),
            TransactionStatus::Dropped { message } => println!("Dropped: {message}"),
        }
    }
    Ok(())
}
