# Customer processes: the list, the map with figures, the steps, and the form.
# composed: stage-, state-, area-, process-show-, process-map-read-, process-end-
processes-title = Customer processes
processes-about = What customers come for, from their first question to the day they leave.
processes-find = Find a process
processes-show = Show
processes-all = All
processes-all-again = Show all processes
processes-none = There are no processes yet.
processes-none-found = No process fits what you are looking for.
processes-caption = Processes with their figures over the last 90 days
processes-process = Process
processes-cases = Cases
processes-lead = Half done within
processes-kept = Promises kept
processes-kept-of = { $n ->
    [one] of { $n } promise
   *[other] of { $n } promises
}
processes-score = Score, −100 to 100
processes-score-short = Score
processes-pages = Pages
processes-range = { $from } to { $to } of { $all }
processes-before = Before
processes-next = Next
stage-acquire = Acquire
stage-develop = Develop
stage-maintain = Maintain
stage-win-back = Win back
stage-intended-loss = Intended loss
state-draft = Draft
state-published = In use
state-archived = Retired
area-product-development = Product development
area-supply-chain = Supply chain
area-relationship = Relationship
process-where = Where this is
process-name = Name
process-description = What it is
process-stage = Stage
process-area = Area
process-state = State
process-owner = Owner
process-department = Department
process-reviewed = Last reviewed on { $day }
process-reviewed-on = Last reviewed on
process-reviewed-wrong = The day of the last review is not a date such as 2026-11-21.
process-name-wrong = A name is needed, of { $n } characters at most, in one line.
process-description-wrong = The description is too long; { $n } characters are the most.
process-changed-meanwhile = Somebody changed this process meanwhile. Nothing of yours was lost: save once more to put your words in place of theirs.
process-theirs = It holds now, where yours differs:
process-edit = Edit
process-edit-title = Edit: { $name }
process-save = Save
process-cancel = Cancel
process-report = Report
process-new-case = New case
process-views = Views of this process
process-tab-map = Map
process-tab-steps = Steps
process-tab-cases = Cases
process-tab-feedback = Feedback
process-no-cases = No case went through this process in the last year, so nothing could be measured. The map shows how it is meant.
process-tile-cases = Cases, one year
process-tile-open = { $n ->
    [one] { $n } is open
   *[other] { $n } are open
}
process-tile-lead = Half are done within
process-tile-lead-note = nine in ten within { $time }
process-tile-promise = Promise kept
process-tile-promise-of = Promise kept: { $target }
process-tile-promise-note = broken in { $broken } of { $n } · 95%: { $low } to { $high }
process-tile-score = Would recommend us
process-tile-score-note = { $n ->
    [one] { $n } answer · 95%: { $low } to { $high }
   *[other] { $n } answers · 95%: { $low } to { $high }
}
process-score-label = { $n ->
    [one] { $score }, 95%: { $low } to { $high }, { $n } answer
   *[other] { $score }, 95%: { $low } to { $high }, { $n } answers
}
process-map-title = The way it really goes
process-map-what = What the map shows
process-map-region = Map of the process
process-show-times = Times
process-show-counts = Counts
process-show-scores = Scores
process-map-says = The longest wait lies before “{ $step }”: half of the customers wait more than { $median }, one in ten more than { $p90 }.
process-map-says-cases = Cases at “{ $step }”
process-map-plain = The map as it is meant: the customer’s lane comes first.
process-map-read-times = The customer’s lane comes first. The number in a step is how many cases came by; the time on an arrow is how long half of them took from the first step to the second, at most.
process-map-read-counts = The customer’s lane comes first. The number in a step is how many cases came by; the number on an arrow says how often the second step came directly after the first.
process-map-read-scores = The customer’s lane comes first. The number in a step is the score of the customers who were asked there, from −100 to 100, with its 95% interval and the number of answers.
process-map-share = { $share } of all
process-map-again = { $n } again
process-deviations = { $share } of all moves go where the map does not, most often from “{ $from }” to “{ $to }” ({ $n }).
process-deviations-all = All of them
process-promise = Promise
process-promise-hours = { $hours } working hours
process-promise-time = Within
process-promise-told = If it is broken
process-promise-owed = Compensation
process-promise-no-money = No money
process-steps = Step by step
process-steps-read = Waits run from the step before: half of them are no longer than the first time, nine in ten no longer than the second. “Again” is the share of a step’s cases that came to it more than once.
process-half-wait = Half wait
process-nine-wait = Nine in ten wait
process-again = Again
process-again-none = No step had to be done again.
process-again-says = Most is done again at “{ $step }”: { $share } of its cases come back ({ $n } of { $all }).
process-end-good = good end
process-end-bad = bad end
process-ways = Ways that are not on the map
process-ways-none = Every case went a way that the map has.
process-ways-say = { $share } of all moves from step to step are not on the map ({ $n } of { $all }). Either the map or the work should change.
process-way-from = From
process-way-to = To
process-way-count = How often
