//! measure
fn main(){ let t=std::time::Instant::now(); let l=kijo::material::load::embedded(); eprintln!("{:?} {}", t.elapsed(), l.pieces.len()); }
