//! Essential tasks that may end while the node stops.

use futures::future::BoxFuture;
use futures_timer::Delay;
use sc_service::{SpawnEssentialTaskHandle, TaskManager};
use sp_core::traits::SpawnEssentialNamed;
use std::time::Duration;

/// How long after its end an essential task counts as failed.
const GRACE: Duration = Duration::from_secs(1);

/// Spawns essential tasks, whose end stops the node, but gives the node time to stop first.
///
/// Some tasks of upstream end by themselves as soon as what they serve is gone. While a node stops
/// that happens before they hear of it, and then each would leave an error in the log.
#[derive(Clone)]
pub struct GracefulSpawner(SpawnEssentialTaskHandle);

impl GracefulSpawner {
    /// Spawns into `task_manager`.
    pub fn new(task_manager: &TaskManager) -> Self {
        Self(task_manager.spawn_essential_handle())
    }
}

impl SpawnEssentialNamed for GracefulSpawner {
    fn spawn_essential(
        &self,
        name: &'static str,
        group: Option<&'static str>,
        task: BoxFuture<'static, ()>,
    ) {
        self.0.spawn_essential(name, group, Box::pin(with_grace(task)));
    }

    fn spawn_essential_blocking(
        &self,
        name: &'static str,
        group: Option<&'static str>,
        task: BoxFuture<'static, ()>,
    ) {
        self.0.spawn_essential_blocking(name, group, Box::pin(with_grace(task)));
    }
}

async fn with_grace(task: BoxFuture<'static, ()>) {
    task.await;
    Delay::new(GRACE).await;
}
