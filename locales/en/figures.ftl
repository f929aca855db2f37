# Figures with their units. Months are shown on axes: keep them short.
# composed: unit-, month-
count-cases = { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
unit-seconds = { $n } s
unit-minutes = { $n } min
unit-hours = { $n } h
unit-days = { $n } days
unit-months = { $n } months
month-of-year = { $month } { $year }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
