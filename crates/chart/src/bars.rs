//! An amount for each month (standing bars) or category (lying bars).

use crate::axis::Axis;
use crate::frame::{self, LABEL, SMALL, SPACE, toned};
use crate::svg::{Anchor, Pen};
use crate::{Caption, Svg, Tone};

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Name of the month or category.
    pub label: String,
    /// The amount; not finite is drawn as nothing.
    pub value: f64,
    /// The amount in words: "R$ 1,204".
    pub value_label: String,
    /// How it is meant.
    pub tone: Tone,
}

/// Which way the bars go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lie {
    /// Upwards, in order from left to right: for months.
    #[default]
    Standing,
    /// To the right, one below the other: for categories.
    Lying,
}

/// What [`draw`] shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bars {
    /// Name and description.
    pub caption: Caption,
    /// The bars, in order.
    pub bars: Vec<Bar>,
    /// Which way they go.
    pub lie: Lie,
}

/// Draws `bars` in a view box `width` wide (from 320 for a phone); `tick` words the numbers of the axis of standing bars.
#[must_use]
pub fn draw(bars: &Bars, tick: &dyn Fn(f64) -> String, width: f64) -> Svg {
    let width = frame::sound_width(width);
    let pen = Pen::new(&bars.caption.title, &bars.caption.desc);
    match bars.lie {
        Lie::Standing => standing(pen, bars, tick, width),
        Lie::Lying => lying(pen, bars, width),
    }
}

/// The amounts with the zero they are measured from.
fn values(bars: &Bars) -> impl Iterator<Item = f64> {
    bars.bars.iter().map(|bar| bar.value).chain([0.0])
}

/// The amount, as far as it can be drawn.
fn amount(bar: &Bar) -> f64 {
    if bar.value.is_finite() { bar.value } else { 0.0 }
}

fn standing(mut pen: Pen, bars: &Bars, tick: &dyn Fn(f64) -> String, width: f64) -> Svg {
    let axis = Axis::new(None, values(bars), 4);
    let ticks: Vec<String> = axis.ticks.iter().map(|&value| tick(value)).collect();
    let left = frame::widest(SMALL, ticks.iter().map(String::as_str)).min(width * 0.3) + SPACE;
    // Above the highest bar there is room for its mark and its value.
    let top = SMALL.line + 14.0;
    let foot = top + (width * 0.3).clamp(130.0, 220.0);
    let axis = axis.laid(foot, top);
    for (label, &value) in ticks.iter().zip(&axis.ticks) {
        let y = axis.at(value);
        pen.segment(if value == 0.0 { "axis" } else { "rule" }, left, y, width, y);
        pen.text(SMALL, "soft", left - SPACE, y + 4.0, Anchor::End, label);
    }
    let pitch = (width - left) / bars.bars.len().max(1) as f64;
    let amounts: Vec<&str> = bars.bars.iter().map(|bar| bar.value_label.as_str()).collect();
    let is_roomy = frame::widest(SMALL, amounts.iter().copied()) + 4.0 <= pitch;
    // Where there is no room for all values, the largest still stands there.
    let largest = (0..bars.bars.len())
        .max_by(|&a, &b| amount(&bars.bars[a]).abs().total_cmp(&amount(&bars.bars[b]).abs()).then(b.cmp(&a)));
    let names: Vec<&str> = bars.bars.iter().map(|bar| bar.label.as_str()).collect();
    let middle = |at: usize| left + pitch * (at as f64 + 0.5);
    let thick = (pitch * 0.66).min(44.0);
    for (at, bar) in bars.bars.iter().enumerate() {
        let x = middle(at);
        let (zero, end) = (axis.at(0.0), axis.at(amount(bar)));
        pen.group("point", |pen| {
            pen.title(&format!("{}: {}", bar.label, bar.value_label));
            pen.rect("hit", x - pitch / 2.0, 0.0, pitch, foot, 0.0);
            pen.rect(&toned("bar", bar.tone), x - thick / 2.0, zero.min(end), thick, (zero - end).abs(), 2.0);
            let mut y = zero.min(end) - 5.0;
            if bar.tone != Tone::Plain {
                frame::mark(pen, bar.tone, x, y - 3.0, 3.5);
                y -= 10.0;
            }
            if is_roomy || largest == Some(at) {
                let half = SMALL.width(&bar.value_label) / 2.0;
                pen.text(SMALL, "", x.min(width - half).max(half), y, Anchor::Middle, &bar.value_label);
            }
        });
    }
    for (x, name) in frame::spaced(SMALL, &names, pitch, &middle, width) {
        pen.text(SMALL, "soft", x, foot + SMALL.line + 2.0, Anchor::Middle, name);
    }
    pen.finish("bars", width, foot + SMALL.line + 8.0)
}

fn lying(mut pen: Pen, bars: &Bars, width: f64) -> Svg {
    const ROW: f64 = 26.0;
    const THICK: f64 = 14.0;
    const MARK: f64 = 14.0;
    let names = frame::widest(LABEL, bars.bars.iter().map(|bar| bar.label.as_str())).min(width * 0.4);
    let amounts = frame::widest(LABEL, bars.bars.iter().map(|bar| bar.value_label.as_str())).min(width * 0.3);
    let has_marks = bars.bars.iter().any(|bar| bar.tone != Tone::Plain);
    let beside = amounts + SPACE + if has_marks { MARK } else { 0.0 };
    let left = names + 2.0 * SPACE;
    let range = values(bars)
        .filter(|value| value.is_finite())
        .fold((0.0, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
    let axis = Axis::new(Some(range), values(bars), 4).laid(left, (width - beside).max(left + 10.0));
    for (at, bar) in bars.bars.iter().enumerate() {
        let y = (at as f64 + 0.5) * ROW;
        let (zero, end) = (axis.at(0.0), axis.at(amount(bar)));
        pen.group("point", |pen| {
            pen.title(&format!("{}: {}", bar.label, bar.value_label));
            pen.rect("hit", 0.0, y - ROW / 2.0, width, ROW, 4.0);
            pen.text(LABEL, "", 0.0, y + 4.0, Anchor::Start, &LABEL.fit(&bar.label, names));
            pen.rect(&toned("bar", bar.tone), zero.min(end), y - THICK / 2.0, (end - zero).abs(), THICK, 2.0);
            let mut x = zero.max(end) + SPACE;
            if bar.tone != Tone::Plain {
                frame::mark(pen, bar.tone, x + 4.0, y, 4.0);
                x += MARK;
            }
            pen.text(LABEL, "", x, y + 4.0, Anchor::Start, &LABEL.fit(&bar.value_label, amounts));
        });
    }
    pen.segment("axis", axis.at(0.0), 0.0, axis.at(0.0), bars.bars.len() as f64 * ROW);
    pen.finish("bars", width, bars.bars.len() as f64 * ROW + 2.0)
}
