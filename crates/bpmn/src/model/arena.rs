//! Elements of a kind stand in one list of the model and are known by their place in it.

use super::Model;

/// A kind of element and the list it stands in.
pub trait InArena: Sized {
    /// How one of the list is known.
    type Index: Copy;

    /// The list.
    fn arena(model: &mut Model) -> &mut Vec<Self>;

    /// The one at a position.
    fn at(index: usize) -> Self::Index;
}

impl Model {
    /// Adds an element to the list of its kind.
    pub(super) fn add<T: InArena>(&mut self, element: T) -> T::Index {
        let list = T::arena(self);
        list.push(element);
        T::at(list.len() - 1)
    }
}
