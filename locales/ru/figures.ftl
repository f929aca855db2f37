# Числа с единицами.
count-cases = { $n ->
    [one] { $n } обращение
    [few] { $n } обращения
    [many] { $n } обращений
   *[other] { $n } обращения
}
unit-seconds = { $n } с
unit-minutes = { $n } мин
unit-hours = { $n } ч
unit-days = { $n } дн
unit-months = { $n } мес.
month-of-year = { $month } { $year }
month-1 = янв
month-2 = фев
month-3 = март
month-4 = апр
month-5 = май
month-6 = июнь
month-7 = июль
month-8 = авг
month-9 = сен
month-10 = окт
month-11 = ноя
month-12 = дек
