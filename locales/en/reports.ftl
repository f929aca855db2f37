# Reports over the organisation's own journal: where to begin, and what a report found.
improve-about = What the organisation’s own journal says: where customers wait, what it costs, and what would help.
improve-says = { $n ->
    [one] { $n } process lets customers down more often than chance would explain. Begin at the top.
   *[other] { $n } processes let customers down more often than chance would explain. Begin at the top.
}
improve-none = No process had a case in the last 90 days, so there is nothing to improve by figures yet.
improve-caption = Processes in the order of how many customers they let down in the last 90 days
improve-why = What stands out
improve-late = Late
improve-owed = Owed
improve-whole = Whole report
improve-download = Download
improve-read = The order follows how many customers a quarter were let down at least: the lower end of the 95% interval of the share that was late, or would not recommend us, times the cases.
improve-why-nothing = Nothing that chance would not explain.
improve-why-late = The promise was broken in { $share } of the cases ({ $late } of { $n }).
improve-why-score = { $n ->
    [one] More customers would warn others than would recommend us: { $score } ({ $n } answer).
   *[other] More customers would warn others than would recommend us: { $score } ({ $n } answers).
}
improve-show-about = The cases of the last year: where customers wait, what goes with a better or worse outcome, and what a change would bring.
improve-worst = Where it goes wrong
improve-cases = See the cases
improve-changes = What a change would bring
improve-not-cause = This is what goes together in the data, not proof of what causes what. Try the change on some cases first, and compare.
improve-left-out = Traits with fewer than { $n } cases or answers on either side are left out.
improve-too-few = Too few customers have answered so far to say what goes with a better or worse outcome.
improve-no-cases = No case went through this process in the last year, so there is no report yet.
report-on-score = How likely customers are to recommend us, 0 to 10
report-on-office = office
report-on-late = Promise broken
report-on-again = Work done again
report-on-half-late = Half as many broken promises
report-on-half-again = Half as much work done again
report-on-channel-is = Channel: { $value }
report-on-segment-is = Segment: { $value }
report-on-office-is = Office: { $value }
