# Страницата на отчета. Числата идват готови, с мерните си единици.
count-events = { $n ->
    [one] { $n } събитие
   *[other] { $n } събития
}
count-steps = { $n ->
    [one] { $n } стъпка
   *[other] { $n } стъпки
}
count-arrows = { $n ->
    [one] { $n } стрелка
   *[other] { $n } стрелки
}
percentage-points = { $n } пункта
report-kicker = Клиентски процес, видян в данните
report-skip = Към съдържанието
report-period = { $from } – { $to }
report-n = бр.
report-mean = средно
report-kept = спазено
report-all = за всички { $value }
report-range = (95-процентен интервал от { $low } до { $high })
report-range-none = (твърде малко за интервал)
report-table = всички числа

report-lead-time = Половината случаи траят не повече от
report-lead-time-note = девет от десет траят не повече от { $p90 }
report-score-note = средно от { $n } отговора по скала до { $scale }; 95-процентен интервал от { $low } до { $high }
report-promise-note = нарушено в { $late } от { $n }
report-owed = Дължимо на клиентите
report-owed-note = по правилото за обезщетение в този отчет

report-map-title = Как протича в действителност
report-map-says = Най-дълго по обичайния път се чака между „{ $from }“ и „{ $step }“: половината случаи чакат повече от { $median }, един от десет – повече от { $p90 }.
report-map-says-nothing = Стъпките, както следват една след друга в данните.
report-map-read = Лентата на клиента е първа. Числото върху стрелката показва колко пъти втората стъпка идва веднага след първата. Времената се броят от предишната стъпка: половината не са по-дълги от медианата, а девет от десет – от времето, отбелязано с „9 от 10“.
report-map-left-out = Не са показани, защото са редки: { $what }.
report-map-start = Начало
line-interaction = Линия на взаимодействие
line-visibility = Линия на видимост
line-internal = Линия на вътрешно взаимодействие
map-median = медиана { $time }
map-p90 = 9 от 10: { $time }
report-steps-table = Всички стъпки в числа
col-step = Стъпка
col-lane = Лента
col-count = Брой
col-cases = Случаи
col-wait-median = Чакане, медиана
col-wait-p90 = Чакане, p90
col-ci95 = 95-процентен интервал
col-top = Високи оценки

report-listen-title = Какво казаха клиентите
report-listen-says = { $n } отговора със средно { $mean } от { $scale }; { $top } дадоха { $from } или повече.
report-no-answers = Няма отговори.
report-by-month = { $score } по месеци
report-by-step = { $score } по най-далечна достигната стъпка
report-by-end = { $score } според изхода
report-by-group = { $score } по: { $group }
report-parts-say = Най-високо е „{ $high }“ с { $highvalue }, най-ниско – „{ $low }“ с { $lowvalue } (сред тези с поне { $enough } отговора или случая). Триъгълниците отбелязват частите, чийто 95-процентен интервал не включва общото средно.
report-months-say = Най-високо през { $high } с { $highvalue }, най-ниско през { $low } с { $lowvalue } (сред месеците с поне { $enough } отговора или случая). Ивицата е 95-процентният интервал, стълбчетата долу показват броя.
report-parts-say-nothing = Нищо тук не почива на поне { $enough } отговора или случая, затова четете внимателно.

report-promise-title = Какво беше обещано
report-promise-says = Спазено в { $share } от { $n } случая (95-процентен интервал от { $low } до { $high }); нарушено в { $late }.
report-promise-others = { $n ->
    [one] Още { $n } случай не е приключил или обещанието не се отнася за него; той не се брои тук.
   *[other] Още { $n } случая не са приключили или обещанието не се отнася за тях; те не се броят тук.
}
report-no-promises = Обещанието не е дадено за нито един приключил случай.
report-owed-says = По правилото в този отчет се дължат { $money }.
report-kept-by-month = Спазено обещание, по месеци
report-kept-by-group = Спазено обещание, по: { $group }
report-owed-by-month = Дължимо обезщетение, по месеци
report-owed-by-group = Дължимо обезщетение, по: { $group }
report-owed-most = Най-много се дължи за „{ $name }“: { $money }.
report-owed-nothing = Нищо не се дължи.
report-other-groups = { $n ->
    [one] още { $n }
   *[other] други { $n }
}

report-drivers-title = Какво съпътства по-добрия или по-лошия резултат
report-driver-says-score = Най-силният фактор е „{ $name }“: средна оценка { $with } ({ $withn } отговора) срещу { $without } ({ $withoutn }), разлика { $difference } { $range }.
report-driver-says-promise = Най-силният фактор е „{ $name }“: обещанието е спазено в { $with } от { $withn } случая срещу { $without } от { $withoutn }, разлика { $difference } { $range }.
report-driver-none = Никой признак не е свързан с разлика, която случайността не би обяснила.
report-drivers-read = Празен знак: случаи без признака. Плътен знак: случаи с признака. Стрелката е разликата.
report-without = без признака
report-with = с признака
report-what-if-title = Какво ще стане, ако…
report-what-if-says-score = Ако делът на „{ $name }“ падне от { $share } на { $newshare }, очаква се средната оценка да се промени от { $now } на { $then }: { $change } { $range }.
report-what-if-says-promise = Ако делът на „{ $name }“ падне от { $share } на { $newshare }, очаква се делът на спазените обещания да се промени от { $now } на { $then }: { $change } { $range }.
report-what-if-owed = Обезщетенията биха се променили с { $money } { $range }.
report-caution = Това са наблюдавани връзки, а не доказателство за причинност. Предположението важи, доколкото случаите, които загубят признака, биха протекли като тези, които никога не са го имали; сигурен отговор дава само експеримент.

report-problems-title = Какво не е наред с данните
report-problems-none = Нищо не беше открито.
report-problems-say = { $kinds ->
    [one] Един вид проблем
   *[other] { $kinds } вида проблеми
}, общо { $rows ->
    [one] веднъж
   *[other] { $rows } пъти
}. Нищо не е изпуснато мълчаливо: за всеки е посочено какво е направено.
col-file = Файл
col-problem = Проблем
col-lines = Редове

report-methods-title = Как е изчислено
report-methods-times = Времената на чакане са между едно събитие на случая и следващото; медианите и p90 (9 от 10 не са по-дълги) са интерполирани квантили (Hyndman и Fan, тип 7).
report-methods-scores = Интервалите са 95-процентни: на Стюдънт (t) за средните, на Уилсън за дяловете. Високи са оценките в най-горната част на скалата. За най-далечна стъпка не се брои тази, на която се пита за оценка.
report-methods-drivers = Разликите са с интервали на Уелч. „Какво ще стане, ако“ е делът, който губи признака, умножен по разликата; интервалът идва от бутстрап по случаи със зададено начално число.
report-footer = Направено с Touchline. Страницата е един файл и се отваря без мрежа.
report-parts-drawn = Показани са най-големите { $n } от { $all }.
report-parts-one = Само „{ $name }“ има поне { $enough } отговора или случая: { $value }.
report-parts-even = Никоя част не се отличава ясно от общото средно.
report-what-if-base = Изчислено върху сравняваните { $n } отговора или обещания.
col-month = Месец
col-end = Изход
col-broken = Нарушени
col-with = С признака
col-without = Без признака
col-difference = Разлика
col-driver = Признак
