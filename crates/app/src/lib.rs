//! The web application: rooms of the organisation, its pages and its HTTP API.
//!
//! [`App`] is an open installation. [`routes::router`] is the map of its addresses, [`serve`] answers on a socket. Below
//! `rooms` lies one module a capability, each built alike; below `web` what they share: who visits, forms, pages,
//! problems. Every handler finds its objects through what the visitor may see.

pub mod api;
mod app;
pub mod demo;
pub mod rooms;
pub mod routes;
mod serve;
pub mod web;

pub use app::{App, Clock, Config};
pub use serve::serve;
