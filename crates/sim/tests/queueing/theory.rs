//! Exact figures of queues.

/// The probability of having to wait in M/M/c with so many servers and Erlangs of load (Erlang 1917).
pub fn erlang_c(servers: u32, load: f64) -> f64 {
    let blocked = (1..=servers).fold(1.0, |blocked, n| load * blocked / (f64::from(n) + load * blocked));
    let c = f64::from(servers);
    c * blocked / (c - load * (1.0 - blocked))
}

/// A birth-and-death process of so many states, by its rates.
pub struct Chain {
    shares: Vec<f64>,
}

impl Chain {
    pub fn new(states: usize, birth: impl Fn(usize) -> f64, death: impl Fn(usize) -> f64) -> Self {
        let mut shares = vec![1.0];
        for n in 1..states {
            shares.push(shares[n - 1] * birth(n - 1) / death(n));
        }
        let sum: f64 = shares.iter().sum();
        shares.iter_mut().for_each(|share| *share /= sum);
        Self { shares }
    }

    /// The share of time with `n` in the system.
    pub fn share(&self, n: usize) -> f64 {
        self.shares[n]
    }

    /// The mean over time of something that depends on how many are in the system.
    pub fn mean(&self, of: impl Fn(usize) -> f64) -> f64 {
        self.shares.iter().enumerate().map(|(n, share)| share * of(n)).sum()
    }
}
