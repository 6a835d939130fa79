//! measure
use domain::matching::{Search, yardstick};
use std::io::Read;
use std::time::Instant;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(&a[1]).unwrap()).read_to_string(&mut text).unwrap();
    let mut s = Search::new(yardstick::read(&text).unwrap(), 1);
    s.threshold(60);
    s.step(a[2].parse().unwrap());
    s.publish();
    println!("{:?}", s.objective());
    let base = s.clone();
    for kind in ["approve", "withdraw", "drop"] {
        let mut s = base.clone();
        let mut times = vec![];
        let mut changed = 0;
        for i in 0..1000usize {
            let pairs = base.pairs();
            let pairs = if i % 50 == 0 { s = base.clone(); pairs } else { pairs };
            let (task, person) = pairs[i * 7919 % pairs.len()];
            let t = Instant::now();
            let moved = match kind { "approve" => s.approve(task, person), "withdraw" => s.withdraw(task, person), _ => s.drop_task(task) };
            times.push(t.elapsed().as_micros());
            changed += moved.iter().filter(|m| !(m.task == task && m.person == person)).count();
            s.publish();
        }
        times.sort_unstable();
        println!("{kind} p50 {} p95 {} max {} us, changed {:.2}", times[500], times[950], times[999], changed as f64 / 1000.0);
    }
}
