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
percentage-points = { $n } пр. п.
report-kicker = Клиентски процес, видян в данните
report-skip = Към съдържанието
report-period = { $from } – { $to }
report-n = бр.
report-mean = средно
report-kept = спазено
report-all = общо { $value }
report-range = (95 % интервал от { $low } до { $high })
report-table = всички числа

report-lead-time = Половината клиенти чакат не повече от
report-lead-time-note = девет от десет – не повече от { $p90 }
report-score-note = средно от { $n } отговора, най-много { $scale }; 95 % интервал от { $low } до { $high }
report-promise-note = { $late } от { $n } със закъснение
report-owed = Дължимо на клиентите
report-owed-note = по правилото за обезщетение в този отчет

report-map-title = Пътят, както е в действителност
report-map-says = Най-дълго по обичайния път се чака за „{ $step }“: половината случаи чакат повече от { $median }, един от десет – повече от { $p90 }.
report-map-says-nothing = Стъпките, както следват една след друга в данните.
report-map-read = Лентата на клиента е най-отгоре. Числото върху стрелката показва колко пъти втората стъпка идва веднага след първата; медианата и p90 – колко време е минало от предишната стъпка.
report-map-left-out = Като редки не са показани: { $what }.
report-map-start = Начало
line-interaction = Линия на взаимодействие
line-visibility = Линия на видимост
line-internal = Линия на вътрешно взаимодействие
map-median = медиана { $time }
map-p90 = p90 { $time }
report-steps-table = Всички стъпки в числа
col-step = Стъпка
col-lane = Лента
col-count = Брой
col-cases = Случаи
col-wait-median = Чакане, медиана
col-wait-p90 = Чакане, p90
col-ci95 = 95 % интервал
col-top = Високи оценки

report-listen-title = Какво казаха клиентите
report-listen-says = { $n } отговора със средно { $mean } от { $scale }; { $top } дадоха { $from } или повече.
report-no-answers = Няма отговори.
report-by-month = { $score } по месеци
report-by-step = { $score } по най-далечна достигната стъпка
report-by-end = { $score } според изхода
report-by-group = { $score } по: { $group }
report-parts-say = Най-високо е „{ $high }“ с { $highvalue }, най-ниско – „{ $low }“ с { $lowvalue } (сред тези с поне { $enough }). Триъгълниците отбелязват отлика от цялото извън 95 % интервал.
report-months-say = Най-високо през { $high } с { $highvalue }, най-ниско през { $low } с { $lowvalue } (сред месеците с поне { $enough }). Ивицата е 95 % интервал, стълбчетата долу са броят.
report-parts-say-nothing = Никъде тук няма поне { $enough } отговора, затова четете внимателно.

report-promise-title = Какво беше обещано
report-promise-says = Спазено в { $share } от { $n } случая (95 % интервал от { $low } до { $high }); нарушено в { $late }.
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

report-drivers-title = Кое върви с по-добър или по-лош резултат
report-driver-says-score = Най-силно е „{ $name }“: средна оценка { $with } ({ $withn } отговора) срещу { $without } ({ $withoutn }), разлика { $difference } { $range }.
report-driver-says-promise = Най-силно е „{ $name }“: обещанието е спазено в { $with } от { $withn } случая срещу { $without } от { $withoutn }, разлика { $difference } { $range }.
report-drivers-read = Кухо: случаи без признака. Запълнено: случаи с него. Стрелката е разликата.
report-without = без
report-with = със
report-what-if-title = Какво ще стане, ако
report-what-if-says-score = Ако делът на „{ $name }“ падне от { $share } на { $newshare }, очаква се средната оценка да мине от { $now } на { $then }: { $change } { $range }.
report-what-if-says-promise = Ако делът на „{ $name }“ падне от { $share } на { $newshare }, очаква се делът на спазените обещания да мине от { $now } на { $then }: { $change } { $range }.
report-what-if-owed = Обезщетенията биха се променили с { $money } { $range }.
report-caution = Това са наблюдавани връзки, а не доказателство за причина. Предположението важи, доколкото случаите, които загубят признака, биха протекли като тези, които никога не са го имали; опит би показал.

report-problems-title = Какво не е наред с данните
report-problems-none = Нищо не беше открито.
report-problems-say = { $kinds ->
    [one] Един вид проблем
   *[other] { $kinds } вида проблеми
} в { $rows ->
    [one] един ред
   *[other] { $rows } реда
}. Нищо не е изпуснато мълчаливо: всеки е изброен заедно с това какво е направено.
col-file = Файл
col-problem = Проблем
col-lines = Редове

report-methods-title = Как е изчислено
report-methods-times = Времената на чакане са между едно събитие на случая и следващото; медианите и p90 са интерполирани квантили (Hyndman и Fan, тип 7).
report-methods-scores = Интервалите са 95 %: Стюдънт (t) за средни, Уилсън за дялове. Високи са оценките в най-горната част на скалата. За най-далечна стъпка не се брои тази, на която се пита за оценка.
report-methods-drivers = Разликите са с интервали на Уелч. Предположението е делът, който губи признака, по разликата; интервалът му идва от бутстрап по случаи с посочено начално число.
report-footer = Направено с Touchline. Страницата е един файл и се отваря без мрежа.
report-parts-drawn = Показани са { $n } най-големи от { $all }.
report-parts-one = Само „{ $name }“ има поне { $enough }: { $value }.
report-parts-even = Никоя част не се отличава ясно от общото средно.
report-what-if-base = Изчислено върху сравняваните { $n } отговора или обещания.
col-month = Месец
col-end = Изход
col-broken = Нарушени
col-with = С признака
col-without = Без признака
col-difference = Разлика
col-driver = Признак
