# Home, and what a search found.
home-morning = Good morning, { $name }
home-day = Good day, { $name }
home-evening = Good evening, { $name }
home-nothing = Nothing needs you right now.
home-needs = { $n ->
    [one] { $n } thing needs you.
   *[other] { $n } things need you.
}
home-figures = How customers get on
home-period = The last 90 days; the change is against the 90 before
home-recommend = Would recommend us
home-kept = Promises kept
home-open = Open cases
home-late = Late now
home-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
home-promises = { $n ->
    [one] { $n } promise
   *[other] { $n } promises
}
home-range = 95%: { $low } to { $high }
home-waiting = { $n ->
    [one] { $n } waits for the customer
   *[other] { $n } wait for the customer
}
home-unassigned = { $n ->
    [one] { $n } is nobody’s yet
   *[other] { $n } are nobody’s yet
}
home-due-today = { $n ->
    [one] { $n } more promise ends within a day
   *[other] { $n } more promises end within a day
}
home-needs-me = What needs me
home-all-mine = All my cases
home-nothing-waits = No case is waiting for you.
home-take = No case is waiting for you. Take one that is nobody’s yet.
home-see-open = See what is open
home-own = My processes
home-process = Process
home-cases = Cases
home-take-one = See them
home-review = Look over “{ $name }”
home-review-last = Last looked over { $ago }; you own it
home-review-never = Never looked over; you own it
home-review-due = Review due
home-worst = Where it hurts most
home-worst-says = { $share } of { $n } promises were broken in the last 90 days.
home-worst-see = See the process
home-worst-help = What would help
home-said = Just said
home-said-after = Score { $score } · { $process }
search-for = “{ $words }”
search-what = Search for a case by its number or words, for a process, or for a customer by name or e-mail.
search-nothing = Nothing fits. Try fewer words, or a part of one.
search-processes = Processes
search-customers = Customers
search-cases = Cases
search-all-cases = See all
