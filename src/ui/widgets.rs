//! Stateless pieces that screens are made of: plain data in, cells out.
