# Началната страница и какво намери търсенето.
home-morning = Добро утро, { $name }
home-day = Добър ден, { $name }
home-evening = Добър вечер, { $name }
home-nothing = В момента нищо не чака Вас.
home-needs = { $n ->
    [one] { $n } нещо чака Вас.
   *[other] { $n } неща чакат Вас.
}
home-figures = Как се справят клиентите
home-period = Последните 90 дни; промяната е спрямо предходните 90
home-recommend = Биха ни препоръчали
home-kept = Спазени обещания
home-open = Отворени случаи
home-late = Сега закъсняват
home-answers = { $n ->
    [one] { $n } отговор
   *[other] { $n } отговора
}
home-promises = { $n ->
    [one] { $n } обещание
   *[other] { $n } обещания
}
home-range = 95 %: от { $low } до { $high }
home-waiting = { $n ->
    [one] { $n } чака клиента
   *[other] { $n } чакат клиента
}
home-unassigned = { $n ->
    [one] { $n } още няма отговорник
   *[other] { $n } още нямат отговорник
}
home-due-today = { $n ->
    [one] още { $n } обещание изтича до едно денонощие
   *[other] още { $n } обещания изтичат до едно денонощие
}
home-needs-me = Какво чака мен
home-all-mine = Всички мои случаи
home-nothing-waits = Никой случай не чака Вас.
home-take = Никой случай не чака Вас. Поемете някой, който още няма отговорник.
home-see-open = Към отворените
home-own = Моите процеси
home-process = Процес
home-cases = Случаи
home-take-one = Преглед
home-review = Прегледайте „{ $name }“
home-review-last = Последен преглед: { $ago }; Вие сте отговорникът
home-review-never = Още не е преглеждан; Вие сте отговорникът
home-review-due = Време за преглед
home-worst = Къде боли най-много
home-worst-says = През последните 90 дни са нарушени { $share } от { $n } обещания.
home-worst-see = Към процеса
home-worst-help = Какво би помогнало
home-said = Току-що казаха
home-said-after = Оценка { $score } · { $process }
search-for = „{ $words }“
search-what = Търсете случай по номер или думи, процес или клиент по име или имейл.
search-nothing = Няма съвпадения. Опитайте с по-малко думи или с част от дума.
search-processes = Процеси
search-customers = Клиенти
search-cases = Случаи
search-all-cases = Вижте всички
