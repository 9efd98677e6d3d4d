//! A place in the tree, found the way the value was: by field and by position.

use crate::material::tree::{Node, Value};

/// A place in the tree, which may be absent: a field that was left out.
#[derive(Clone, Copy)]
pub struct Place<'n> {
    /// What stands there.
    node: Option<&'n Node>,
    /// The nearest thing round it that is there.
    owner: &'n Node,
}

impl<'n> Place<'n> {
    /// The place of a node.
    pub fn of(node: &'n Node) -> Self {
        Self { node: Some(node), owner: node }
    }

    /// The field called `name`. A text given in one language only is its own `ja`.
    pub fn field(self, name: &str) -> Self {
        self.inside(|node| match &node.value {
            Value::Record(_, fields) => {
                fields.iter().find(|field| field.name == name).map(|field| &field.node)
            }
            _ => None,
        })
    }

    /// The item at a position of a list, or in the brackets of a keyword.
    pub fn item(self, index: usize) -> Self {
        self.inside(|node| match &node.value {
            Value::List(items) | Value::Tuple(_, items) => items.get(index),
            _ => None,
        })
    }

    /// What stands there.
    pub fn node(self) -> Option<&'n Node> {
        self.node
    }

    /// Whether fields could be there at all.
    pub fn is_record(self) -> bool {
        self.node.is_some_and(|node| matches!(node.bare().value, Value::Record(..)))
    }

    /// The first byte, or that of what it is missing from.
    pub fn start(self) -> usize {
        self.node.unwrap_or(self.owner).start
    }

    fn inside(self, find: impl Fn(&'n Node) -> Option<&'n Node>) -> Self {
        let Some(node) = self.node.map(Node::bare) else {
            return self;
        };
        Self { node: find(node), owner: node }
    }
}
