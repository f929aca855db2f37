# Liczby z jednostkami.
count-cases = { $n ->
    [one] { $n } sprawa
    [few] { $n } sprawy
    [many] { $n } spraw
   *[other] { $n } sprawy
}
unit-seconds = { $n } s
unit-minutes = { $n } min
unit-hours = { $n } h
unit-days = { $n } dni
unit-months = { $n } mies.
month-of-year = { $month } { $year }
month-1 = sty
month-2 = lut
month-3 = mar
month-4 = kwi
month-5 = maj
month-6 = cze
month-7 = lip
month-8 = sie
month-9 = wrz
month-10 = paź
month-11 = lis
month-12 = gru
