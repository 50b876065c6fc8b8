//! Are the ports free that the node is about to listen on?
//!
//! Upstream does not stop for a taken port: two nodes silently share the p2p port (it is bound
//! with `SO_REUSEPORT`), the JSON-RPC server moves to a random one, and only the Prometheus
//! exporter gives up, which ends the node later.

use sc_network::{multiaddr::Protocol, Multiaddr};
use sc_service::Configuration;
use std::{
    collections::BTreeMap,
    fmt, io,
    net::{IpAddr, SocketAddr, TcpListener, UdpSocket},
};

/// Something of the node that listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Service {
    PeerToPeer,
    JsonRpc,
    Prometheus,
}

impl Service {
    /// The option that moves the service to another port.
    fn option(self) -> &'static str {
        match self {
            Self::PeerToPeer => "--port",
            Self::JsonRpc => "--rpc-port",
            Self::Prometheus => "--prometheus-port",
        }
    }
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::PeerToPeer => "p2p",
            Self::JsonRpc => "JSON-RPC",
            Self::Prometheus => "Prometheus",
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Transport {
    Tcp,
    Udp,
}

/// An address that a service wants.
#[derive(Clone, Copy, Debug)]
struct Claim {
    service: Service,
    transport: Transport,
    address: SocketAddr,
}

impl Claim {
    /// Binds the address for a moment.
    fn try_bind(&self) -> io::Result<()> {
        match self.transport {
            Transport::Tcp => TcpListener::bind(self.address).map(drop),
            Transport::Udp => UdpSocket::bind(self.address).map(drop),
        }
    }

    /// What keeps the service from using the address, in words.
    ///
    /// Errors that depend on the machine rather than on the user's choice, such as missing IPv6,
    /// are left to the service itself: it may do without that address.
    fn obstacle(&self) -> Option<String> {
        let Self { service, address, .. } = self;
        let (port, option) = (address.port(), service.option());

        match self.try_bind().err()?.kind() {
            io::ErrorKind::AddrInUse => Some(format!(
                "{service} port {port} is already in use: stop the program that uses it or choose \
                 another port with {option}"
            )),
            io::ErrorKind::PermissionDenied => Some(format!(
                "not allowed to listen on {service} port {port}: choose another port with {option}"
            )),
            _ => None,
        }
    }
}

/// Fails, naming each port and the option that changes it, if a port the node needs is taken or
/// two of its services want the same one. Port 0 means any free port and is always fine.
pub fn ensure_free(config: &Configuration) -> Result<(), String> {
    let obstacles = obstacles(&claims(config));
    if obstacles.is_empty() {
        Ok(())
    } else {
        Err(obstacles.join("\n"))
    }
}

/// Keeps the JSON-RPC server from moving to a random port if its port is taken in the short time
/// between [`ensure_free`] and its start.
pub fn forbid_random_rpc_port(config: &mut Configuration) {
    for endpoint in config.rpc.addr.iter_mut().flatten() {
        endpoint.retry_random_port = false;
    }
}

fn claims(config: &Configuration) -> Vec<Claim> {
    let p2p = config.network.listen_addresses.iter().filter_map(|address| {
        let (transport, address) = socket_address(address)?;
        Some(Claim { service: Service::PeerToPeer, transport, address })
    });
    let rpc = config.rpc.addr.iter().flatten().map(|endpoint| Claim {
        service: Service::JsonRpc,
        transport: Transport::Tcp,
        address: endpoint.listen_addr,
    });
    let prometheus = config.prometheus_config.iter().map(|prometheus| Claim {
        service: Service::Prometheus,
        transport: Transport::Tcp,
        address: prometheus.port,
    });

    p2p.chain(rpc).chain(prometheus).filter(|claim| claim.address.port() != 0).collect()
}

/// The socket that a multiaddress such as `/ip4/0.0.0.0/tcp/30333/ws` listens on.
fn socket_address(address: &Multiaddr) -> Option<(Transport, SocketAddr)> {
    let mut parts = address.iter();
    let ip: IpAddr = match parts.next()? {
        Protocol::Ip4(ip) => ip.into(),
        Protocol::Ip6(ip) => ip.into(),
        _ => return None,
    };
    let (transport, port) = match parts.next()? {
        Protocol::Tcp(port) => (Transport::Tcp, port),
        Protocol::Udp(port) => (Transport::Udp, port),
        _ => return None,
    };
    Some((transport, SocketAddr::new(ip, port)))
}

/// One message per port that cannot be had.
fn obstacles(claims: &[Claim]) -> Vec<String> {
    // A service claims IPv4 and IPv6 separately; the user knows it as one port.
    let mut by_port = BTreeMap::new();
    for claim in claims {
        let port = (claim.transport, claim.address.port());
        by_port
            .entry(port)
            .or_insert_with(BTreeMap::new)
            .entry(claim.service)
            .or_insert_with(Vec::new)
            .push(claim);
    }

    by_port
        .into_iter()
        .filter_map(|((_, port), services)| {
            let mut names = services.keys();
            match (names.next(), names.next()) {
                (Some(one), Some(other)) => Some(format!(
                    "{one} and {other} both want port {port}: choose different ports with {} and {}",
                    one.option(),
                    other.option()
                )),
                _ => services.into_values().flatten().find_map(Claim::obstacle),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(service: Service, address: SocketAddr) -> Claim {
        Claim { service, transport: Transport::Tcp, address }
    }

    fn listener() -> (TcpListener, SocketAddr) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        (listener, address)
    }

    #[test]
    fn a_free_port_is_no_obstacle() {
        let (listener, address) = listener();
        drop(listener);

        assert!(obstacles(&[claim(Service::JsonRpc, address)]).is_empty());
    }

    #[test]
    fn a_taken_port_is_named_once_with_the_option_that_changes_it() {
        let (_listener, address) = listener();
        let all = SocketAddr::new([0, 0, 0, 0].into(), address.port());
        let claims = [claim(Service::PeerToPeer, address), claim(Service::PeerToPeer, all)];

        assert_eq!(
            obstacles(&claims),
            [format!(
                "p2p port {} is already in use: stop the program that uses it or choose another \
                 port with --port",
                address.port()
            )]
        );
    }

    #[test]
    fn a_udp_port_does_not_collide_with_the_tcp_port_of_that_number() {
        let (_listener, address) = listener();
        let udp = Claim { transport: Transport::Udp, ..claim(Service::PeerToPeer, address) };

        assert!(obstacles(&[udp]).is_empty());
    }

    #[test]
    fn two_services_cannot_share_a_port() {
        let (listener, address) = listener();
        drop(listener);
        let claims = [claim(Service::JsonRpc, address), claim(Service::Prometheus, address)];

        assert_eq!(
            obstacles(&claims),
            [format!(
                "JSON-RPC and Prometheus both want port {}: choose different ports with --rpc-port \
                 and --prometheus-port",
                address.port()
            )]
        );
    }

    #[test]
    fn listen_addresses_are_understood() {
        let parse = |text: &str| socket_address(&text.parse().unwrap());

        assert_eq!(
            parse("/ip4/127.0.0.1/tcp/30333/ws"),
            Some((Transport::Tcp, "127.0.0.1:30333".parse().unwrap()))
        );
        assert_eq!(
            parse("/ip6/::/udp/30333/webrtc-direct"),
            Some((Transport::Udp, "[::]:30333".parse().unwrap()))
        );
        assert_eq!(parse("/dns/localhost/tcp/30333"), None);
    }
}
