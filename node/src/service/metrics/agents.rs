//! Prometheus metrics of agents: how many there are, how many of them are available, and the messages that are
//! stored.

use aitbc_primitives::{
    agents::{
        registry::{AgentCount, AgentFigures, AgentStatus, AgentsApi},
        Role,
    },
    opaque::Block,
    AccountId, Hash,
};
use sp_api::ApiError;
use substrate_prometheus_endpoint::{
    register, Gauge, GaugeVec, Opts, PrometheusError, Registry, U64,
};

/// The metrics, as Prometheus knows them.
pub struct AgentMetrics {
    agents: GaugeVec<U64>,
    available: Gauge<U64>,
    messages: Gauge<U64>,
}

impl AgentMetrics {
    /// Adds the metrics to `registry`. Fails if it has them already.
    pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
        let count = |name: &str, help: &str| register(Gauge::<U64>::new(name, help)?, registry);
        let agents =
            Opts::new("aitbc_agents", "Agents, with those that retired in the last 45 days");
        Ok(Self {
            agents: register(GaugeVec::new(agents, &["role", "status"])?, registry)?,
            available: count(
                "aitbc_agents_available",
                "Active agents that gave a sign of life in the last 15 minutes of the active clock, \
                 out of the first 10 000 agents",
            )?,
            messages: count("aitbc_messages_stored", "Messages that wait in inboxes")?,
        })
    }

    /// Shows `figures` instead of those before.
    pub fn show(&self, figures: &AgentFigures) {
        let AgentFigures { agents, available, messages } = figures;
        self.agents.reset();
        for AgentCount { role, status, count } in agents {
            let labels = [role_name(*role), status_name(*status)];
            self.agents.with_label_values(&labels).set((*count).into());
        }
        self.available.set((*available).into());
        self.messages.set(*messages);
    }
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Provider => "provider",
        Role::Consumer => "consumer",
        Role::Builder => "builder",
        Role::Coordinator => "coordinator",
    }
}

fn status_name(status: AgentStatus) -> &'static str {
    match status {
        AgentStatus::Active => "active",
        AgentStatus::Suspended => "suspended",
        AgentStatus::Retired => "retired",
    }
}

/// Asks the runtime in the state after block `at`.
pub fn read(api: &impl AgentsApi<Block, AccountId>, at: Hash) -> Result<AgentFigures, ApiError> {
    api.agent_figures(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::metrics::{mock::Chain, samples::samples};
    use sp_api::ProvideRuntimeApi;
    use std::collections::BTreeMap;

    const ROLES: [Role; 4] = [Role::Provider, Role::Consumer, Role::Builder, Role::Coordinator];

    #[test]
    fn agents_are_shown_by_role_and_status() {
        let registry = Registry::new();
        let metrics = AgentMetrics::register(&registry).unwrap();
        let count = |role, status, count| AgentCount { role, status, count };
        let figures = |agents| AgentFigures { agents, available: 3, messages: 1 << 40 };
        let pairs = ROLES
            .into_iter()
            .flat_map(|role| AgentStatus::ALL.map(|status| (role, status)))
            .zip(1..)
            .map(|((role, status), number)| count(role, status, number));
        metrics.show(&figures(pairs.collect()));
        let shown = samples(&registry);
        for (name, value) in [
            ("aitbc_agents{provider,active}", 1.0),
            ("aitbc_agents{provider,retired}", 3.0),
            ("aitbc_agents{consumer,suspended}", 5.0),
            ("aitbc_agents{builder,active}", 7.0),
            ("aitbc_agents{coordinator,retired}", 12.0),
            ("aitbc_agents_available", 3.0),
            ("aitbc_messages_stored", (1_u64 << 40) as f64),
        ] {
            assert_eq!(shown[name], value, "{name}");
        }
        assert_eq!(shown.len(), 12 + 2);

        // What is not told any more is not shown any more.
        metrics.show(&figures(vec![count(Role::Builder, AgentStatus::Active, 2)]));
        let expected = [
            ("aitbc_agents{builder,active}", 2.0),
            ("aitbc_agents_available", 3.0),
            ("aitbc_messages_stored", (1_u64 << 40) as f64),
        ];
        assert_eq!(
            samples(&registry),
            BTreeMap::from(expected.map(|(name, value)| (name.to_string(), value)))
        );
    }

    /// As in the answers of RPC.
    #[test]
    fn labels_are_the_names_of_the_answers() {
        for role in ROLES {
            assert_eq!(serde_json::to_value(role).unwrap(), role_name(role));
        }
        for status in AgentStatus::ALL {
            assert_eq!(serde_json::to_value(status).unwrap(), status_name(status));
        }
    }

    #[test]
    fn metrics_are_registered_once() {
        let registry = Registry::new();
        let _metrics = AgentMetrics::register(&registry).unwrap();
        assert!(AgentMetrics::register(&registry).is_err());
    }

    #[test]
    fn reading_is_that_of_a_block() {
        let chain = Chain::new(2);
        let read = |number| read(&*chain.runtime_api(), chain.hash_of(number)).unwrap();
        assert_eq!((read(1).available, read(2).available), (1, 2));
    }

    #[test]
    fn failing_runtime_leaves_no_reading() {
        let mut chain = Chain::new(2);
        chain.broken = Some(2);
        assert!(read(&*chain.runtime_api(), chain.hash_of(2)).is_err());
    }
}
