# The report page. Figures come formatted, with their units.
count-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
count-steps = { $n ->
    [one] { $n } step
   *[other] { $n } steps
}
count-arrows = { $n ->
    [one] { $n } arrow
   *[other] { $n } arrows
}
percentage-points = { $n } points
report-kicker = A customer process, from the data
report-skip = Skip to the content
report-period = { $from } to { $to }
report-n = n
report-mean = mean
report-kept = kept
report-all = all { $value }
report-range = (95% interval { $low } to { $high })
report-range-none = (too few for an interval)
report-table = all figures

report-lead-time = Half of the cases take no longer than
report-lead-time-note = nine in ten take no longer than { $p90 }
report-score-note = mean of { $n } answers on a scale up to { $scale }; 95% interval { $low } to { $high }
report-promise-note = broken in { $late } of { $n }
report-owed = Owed to customers
report-owed-note = under the compensation rule of this report

report-map-title = The way it really goes
report-map-says = The longest wait on the usual way lies between “{ $from }” and “{ $step }”: half of the cases wait more than { $median }, one in ten more than { $p90 }.
report-map-says-nothing = The steps as they follow each other in the data.
report-map-read = The customer's lane comes first. A number on an arrow says how often the second step came directly after the first. Times run from the step before: half of them are no longer than the median, nine in ten no longer than the time marked “9 in 10”.
report-map-left-out = Not drawn because rare: { $what }.
report-map-start = Begins
line-interaction = Line of interaction
line-visibility = Line of visibility
line-internal = Line of internal interaction
map-median = median { $time }
map-p90 = 9 in 10: { $time }
report-steps-table = All steps in figures
col-step = Step
col-lane = Lane
col-count = Count
col-cases = Cases
col-wait-median = Wait, median
col-wait-p90 = Wait, p90
col-ci95 = 95% interval
col-top = Top scores

report-listen-title = What customers said
report-listen-says = { $n } answers with a mean of { $mean } out of { $scale }; { $top } gave { $from } or more.
report-no-answers = There are no answers.
report-by-month = { $score } by month
report-by-step = { $score } by the furthest step reached
report-by-end = { $score } by how it ended
report-by-group = { $score } by { $group }
report-parts-say = Highest is “{ $high }” with { $highvalue }, lowest “{ $low }” with { $lowvalue } (of those with at least { $enough } answers or cases). Triangles mark the parts whose 95% interval leaves out the mean of all.
report-months-say = Highest in { $high } with { $highvalue }, lowest in { $low } with { $lowvalue } (of those with at least { $enough } answers or cases). The band is the 95% interval, the bars below are the counts.
report-parts-say-nothing = Nothing here rests on at least { $enough } answers or cases, so read it with care.

report-promise-title = What was promised
report-promise-says = Kept in { $share } of { $n } cases (95% interval { $low } to { $high }); broken in { $late }.
report-promise-others = { $n ->
    [one] One more case is not finished, or the promise does not apply to it; it is not counted here.
   *[other] { $n } more cases are not finished, or the promise does not apply to them; they are not counted here.
}
report-no-promises = The promise was made in no case that is finished.
report-owed-says = By the rule of this report, { $money } is owed.
report-kept-by-month = Promise kept, by month
report-kept-by-group = Promise kept, by { $group }
report-owed-by-month = Compensation owed, by month
report-owed-by-group = Compensation owed, by { $group }
report-owed-most = Most is owed in “{ $name }”: { $money }.
report-owed-nothing = Nothing is owed.
report-other-groups = { $n ->
    [one] one other
   *[other] { $n } others
}

report-drivers-title = What goes with a better or worse outcome
report-driver-says-score = The strongest driver is “{ $name }”: a mean score of { $with } ({ $withn } answers) against { $without } ({ $withoutn }), a difference of { $difference } { $range }.
report-driver-says-promise = The strongest driver is “{ $name }”: the promise is kept in { $with } of { $withn } cases against { $without } of { $withoutn }, a difference of { $difference } { $range }.
report-driver-none = No trait goes with a difference that chance would not explain.
report-drivers-read = Hollow mark: cases without it. Filled mark: cases with it. The arrow is the difference.
report-without = without
report-with = with
report-what-if-title = What if…
report-what-if-says-score = If the share of “{ $name }” fell from { $share } to { $newshare }, the mean score would be expected to go from { $now } to { $then }: { $change } { $range }.
report-what-if-says-promise = If the share of “{ $name }” fell from { $share } to { $newshare }, the share of promises kept would be expected to go from { $now } to { $then }: { $change } { $range }.
report-what-if-owed = Compensation would change by { $money } { $range }.
report-caution = These are observed associations and no proof of cause. A what-if holds as far as cases that lose the trait would fare like those that never had it; a trial would tell.

report-problems-title = What is wrong with the data
report-problems-none = Nothing was found.
report-problems-say = { $kinds ->
    [one] One kind of problem
   *[other] { $kinds } kinds of problems
}, found { $rows ->
    [one] once
   *[other] { $rows } times
}. Nothing was dropped in silence: each is listed with what was done about it.
col-file = File
col-problem = Problem
col-lines = Lines

report-methods-title = How this was worked out
report-methods-times = Waiting times lie between one event of a case and the next; medians and p90 (9 in 10 are no longer) are interpolated quantiles (Hyndman and Fan, type 7).
report-methods-scores = Intervals are 95%: Student's t for means, Wilson for shares. Top scores are the highest boxes of the scale. A case's furthest step leaves out the one at which the score is asked.
report-methods-drivers = Differences carry Welch intervals. A what-if is the share that loses the trait times the difference; its interval comes from a seeded bootstrap over cases.
report-footer = Made by Touchline. This page is one file and opens without a network.
report-parts-drawn = Shown are the { $n } largest of { $all }.
report-parts-one = Only “{ $name }” has at least { $enough } answers or cases: { $value }.
report-parts-even = None differs clearly from the mean of all.
report-what-if-base = Worked out among the { $n } answers or promises that are compared.
col-month = Month
col-end = Outcome
col-broken = Broken
col-with = With
col-without = Without
col-difference = Difference
col-driver = Trait
