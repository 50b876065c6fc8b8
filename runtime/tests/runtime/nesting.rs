use super::{
    chain::Chain,
    operational::{running_chain, validate, wrapped, REFUSED},
};
use adapters::nesting::{nests_within, MAX_NESTING};
use aitbc_primitives::governance::proposals::{Category, ProposalKind, Wishes};
use aitbc_runtime::*;
use frame_support::{traits::GetCallMetadata, weights::Weight};
use scale_info::{form::PortableForm, Field, MetaType, PortableRegistry, Registry, TypeDef};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use std::collections::BTreeSet;

/// A call within so many others.
fn nested(levels: u32) -> RuntimeCall {
    let call = frame_system::Call::remark { remark: vec![] }.into();
    (0..levels).fold(call, |call, _| pallet_utility::Call::batch { calls: vec![call] }.into())
}

/// What can carry `call` beside [`wrapped`].
fn carried_later(call: &RuntimeCall) -> Vec<RuntimeCall> {
    let boxed = || Box::new(call.clone());
    let (when, after, id) = (100, 100, [0; 32]);
    let (maybe_periodic, priority, length_bound) = (None, 0, 1_000);
    vec![
        pallet_multisig::Call::as_multi {
            threshold: 2,
            other_signatories: vec![Bob.to_account_id()],
            maybe_timepoint: None,
            call: boxed(),
            max_weight: Weight::zero(),
        }
        .into(),
        pallet_collective::Call::propose { threshold: 2, proposal: boxed(), length_bound }.into(),
        pallet_openclaw::Call::propose {
            kind: ProposalKind::PolicyChange,
            title: vec![b't'; 50],
            description: vec![b'd'; 50],
            link: vec![],
            category: Category::Other,
            calls: vec![call.clone()],
            wishes: Wishes::default(),
        }
        .into(),
        pallet_agent_wallet::Call::execute { wallet: Bob.to_account_id(), call: boxed() }.into(),
        pallet_agent_wallet::Call::execute_many {
            wallet: Bob.to_account_id(),
            calls: vec![call.clone()],
        }
        .into(),
        pallet_scheduler::Call::schedule { when, maybe_periodic, priority, call: boxed() }.into(),
        pallet_scheduler::Call::schedule_after { after, maybe_periodic, priority, call: boxed() }
            .into(),
        pallet_scheduler::Call::schedule_named {
            id,
            when,
            maybe_periodic,
            priority,
            call: boxed(),
        }
        .into(),
        pallet_scheduler::Call::schedule_named_after {
            id,
            after,
            maybe_periodic,
            priority,
            call: boxed(),
        }
        .into(),
    ]
}

fn carriers_of(call: &RuntimeCall) -> Vec<RuntimeCall> {
    let proposal = Box::new(call.clone());
    let executed = pallet_collective::Call::execute { proposal, length_bound: 1_000 }.into();
    [wrapped(call), carried_later(call), vec![executed]].concat()
}

#[test]
fn calls_within_calls_have_16_levels_at_most() {
    assert_eq!(MAX_NESTING, 16);
    let mut chain = running_chain();
    assert!(validate(&mut chain, Alice, nested(16)).is_ok());
    for call in carriers_of(&nested(16)) {
        assert_eq!(validate(&mut chain, Alice, call.clone()), Err(REFUSED), "{call:?}");
        let transaction = chain.sign(Alice, call.clone());
        assert_eq!(chain.apply(vec![transaction]), [Err(REFUSED)], "{call:?}");
    }
    // Nobody may execute anything in the name of a single member.
    let execute = |call: &RuntimeCall| {
        matches!(call, RuntimeCall::Council(pallet_collective::Call::execute { .. }))
    };
    for call in carriers_of(&nested(15)).into_iter().filter(|call| !execute(call)) {
        assert!(validate(&mut chain, Alice, call.clone()).is_ok(), "{call:?}");
    }
}

/// The arguments of a variant of an enumeration, by its name.
type Variants<'a> = Vec<(&'a str, &'a [Field<PortableForm>])>;

/// The types of the runtime's calls.
struct Types {
    registry: PortableRegistry,
    call: u32,
}

impl Types {
    fn new() -> Self {
        let mut registry = Registry::new();
        let call = registry.register_type(&MetaType::new::<RuntimeCall>()).id;
        Self { registry: registry.into(), call }
    }

    fn definition(&self, id: u32) -> &TypeDef<PortableForm> {
        &self.registry.resolve(id).unwrap().type_def
    }

    fn variants(&self, id: u32) -> Variants<'_> {
        let TypeDef::Variant(variants) = self.definition(id) else { panic!("{id} has variants") };
        variants.variants.iter().map(|each| (each.name.as_str(), each.fields.as_slice())).collect()
    }

    /// Whether there may be a call of the runtime somewhere within these fields.
    fn hold_a_call(&self, fields: &[Field<PortableForm>], seen: &mut BTreeSet<u32>) -> bool {
        fields.iter().any(|field| self.holds_a_call(field.ty.id, seen))
    }

    fn holds_a_call(&self, id: u32, seen: &mut BTreeSet<u32>) -> bool {
        if id == self.call {
            return true;
        }
        if !seen.insert(id) {
            return false;
        }
        match self.definition(id) {
            TypeDef::Composite(composite) => self.hold_a_call(&composite.fields, seen),
            TypeDef::Variant(variants) => {
                variants.variants.iter().any(|each| self.hold_a_call(&each.fields, seen))
            }
            TypeDef::Sequence(sequence) => self.holds_a_call(sequence.type_param.id, seen),
            TypeDef::Array(array) => self.holds_a_call(array.type_param.id, seen),
            TypeDef::Tuple(tuple) => {
                tuple.fields.iter().any(|each| self.holds_a_call(each.id, seen))
            }
            TypeDef::Compact(compact) => self.holds_a_call(compact.type_param.id, seen),
            TypeDef::Primitive(_) | TypeDef::BitSequence(_) => false,
        }
    }
}

#[test]
fn every_call_of_the_metadata_that_holds_calls_is_counted() {
    let types = Types::new();
    let mut carriers = BTreeSet::new();
    for (pallet, calls) in types.variants(types.call) {
        for (call, arguments) in types.variants(calls[0].ty.id) {
            if types.hold_a_call(arguments, &mut BTreeSet::new()) {
                carriers.insert((pallet.to_owned(), call.to_owned()));
            }
        }
    }

    let counted = Chain::development().inspect(|| {
        carriers_of(&nested(0))
            .into_iter()
            .filter(|call| !nests_within(call, 0) && nests_within(call, 1))
            .map(|call| call.get_call_metadata())
            .map(|call| (call.pallet_name.to_owned(), call.function_name.to_owned()))
            .collect::<BTreeSet<_>>()
    });
    assert_eq!(counted, carriers);
    assert_eq!(counted.len(), 22);
}
