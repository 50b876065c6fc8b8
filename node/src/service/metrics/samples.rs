//! What a registry shows, for tests.

use std::collections::BTreeMap;
use substrate_prometheus_endpoint::Registry;

/// The samples of the metrics: `name`, or with its labels `name{label}` or `name{label,label}`, and the value.
pub fn samples(registry: &Registry) -> BTreeMap<String, f64> {
    registry
        .gather()
        .iter()
        .flat_map(|family| {
            family.get_metric().iter().map(|metric| {
                let name = match metric.get_label() {
                    [] => family.get_name().to_string(),
                    labels => {
                        let labels: Vec<_> = labels.iter().map(|label| label.get_value()).collect();
                        format!("{}{{{}}}", family.get_name(), labels.join(","))
                    }
                };
                // It is one of them, and the other has the value 0.
                (name, metric.get_gauge().get_value() + metric.get_counter().get_value())
            })
        })
        .collect()
}
