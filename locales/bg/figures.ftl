# Числа с мерните им единици.
count-cases = { $n ->
    [one] { $n } случай
   *[other] { $n } случая
}
unit-seconds = { $n } сек
unit-minutes = { $n } мин
unit-hours = { $n } ч
unit-days = { $n } дни
unit-months = { $n } месеца
month-of-year = { $month } { $year }
month-1 = яну
month-2 = фев
month-3 = март
month-4 = апр
month-5 = май
month-6 = юни
month-7 = юли
month-8 = авг
month-9 = сеп
month-10 = окт
month-11 = ное
month-12 = дек
