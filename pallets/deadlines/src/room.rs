//! What the agenda may take of a block.

use frame_support::weights::Weight;

/// A share of a block, of which some is taken.
pub(crate) struct Room {
    limit: Weight,
    taken: Weight,
    besides: Weight,
}

impl Room {
    pub(crate) fn new(limit: Weight) -> Self {
        Self { limit, taken: Weight::zero(), besides: Weight::zero() }
    }

    /// What nobody has taken.
    pub(crate) fn left(&self) -> Weight {
        self.limit.saturating_sub(self.taken).saturating_sub(self.besides)
    }

    /// What was taken, without what the block knows of already.
    pub(crate) fn taken(&self) -> Weight {
        self.taken
    }

    pub(crate) fn fits(&self, weight: Weight) -> bool {
        weight.all_lte(self.left())
    }

    /// Takes `weight` if there is as much, and returns whether there is.
    pub(crate) fn try_take(&mut self, weight: Weight) -> bool {
        let fits = self.fits(weight);
        if fits {
            self.take(weight, Weight::zero());
        }
        fits
    }

    /// Takes `weight`, and `besides` of which the block knows already.
    pub(crate) fn take(&mut self, weight: Weight, besides: Weight) {
        self.taken = self.taken.saturating_add(weight);
        self.besides = self.besides.saturating_add(besides);
    }

    /// Takes all that was taken of `part`.
    pub(crate) fn take_all_of(&mut self, part: Self) {
        self.take(part.taken, part.besides);
    }
}
