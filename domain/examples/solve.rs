//! solve
use domain::matching::yardstick;
use std::io::Read;
fn cpu() -> f64 {
    let s = std::fs::read_to_string("/proc/self/stat").unwrap();
    let f: Vec<&str> = s.rsplit(')').next().unwrap().split_whitespace().collect();
    (f[11].parse::<f64>().unwrap() + f[12].parse::<f64>().unwrap()) / 100.0
}
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(&a[1]).unwrap()).read_to_string(&mut text).unwrap();
    let secs: f64 = a[2].parse().unwrap();
    let seed: u64 = a[3].parse().unwrap();
    let inst = yardstick::read(&text).unwrap();
    let t0 = cpu();
    let mut s = domain::matching::Search::new(inst, seed);
    println!("construct {:?} {:.2}", s.objective(), cpu() - t0);
    let mut n = 0;
    let mut next = 1.0;
    while cpu() - t0 < secs {
        s.step(20);
        n += 20;
        if cpu() - t0 > next { println!("{next} {n} {:?}", s.objective()); next *= 2.0; }
    }
    println!("{n} {:?}", s.objective());
    let t1 = cpu();
    let mut b = domain::matching::Bound::new(&s);
    let mut next = 1;
    println!("bound 0 {} {} {:.2}", b.coverage(), b.soft(), cpu() - t1);
    for i in 1..=256 { b.improve(&s, 1); if i == next { println!("bound {i} {} {} {:.2}", b.coverage(), b.soft(), cpu() - t1); next *= 2; } }
}
