//! States and the steps between them: a step consumes the state it starts from.

/// A step that is not possible from a state. The pictures of the states are at the top of their modules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("from {from:?} there is no {step:?}")]
pub struct WrongStep<S, T> {
    /// The state it is in.
    pub from: S,
    /// The step that was asked for.
    pub step: T,
}
