# Страница отчёта. Числа приходят готовыми, с единицами.
count-events = { $n ->
    [one] { $n } событие
    [few] { $n } события
    [many] { $n } событий
   *[other] { $n } события
}
count-steps = { $n ->
    [one] { $n } шаг
    [few] { $n } шага
    [many] { $n } шагов
   *[other] { $n } шага
}
count-arrows = { $n ->
    [one] { $n } стрелка
    [few] { $n } стрелки
    [many] { $n } стрелок
   *[other] { $n } стрелки
}
percentage-points = { $n } п. п.
report-kicker = Клиентский процесс по данным
report-skip = К содержанию
report-period = { $from } – { $to }
report-n = число
report-mean = среднее
report-kept = выполнено
report-all = в целом { $value }
report-range = (95-процентный интервал от { $low } до { $high })
report-range-none = (слишком мало данных для интервала)
report-table = все числа

report-lead-time = Половина обращений длится не дольше
report-lead-time-note = девять из десяти – не дольше { $p90 }
report-score-note = среднее по { $n } ответам, шкала до { $scale }; 95-процентный интервал от { $low } до { $high }
report-promise-note = нарушено в { $late } из { $n }
report-owed = Причитается клиентам
report-owed-note = по правилу компенсации этого отчёта

report-map-title = Как всё идёт на самом деле
report-map-says = Дольше всего на обычном пути ждут между «{ $from }» и «{ $step }»: половина обращений – более { $median }, каждое десятое – более { $p90 }.
report-map-says-nothing = Шаги в том порядке, в каком они следуют в данных.
report-map-read = Дорожка клиента идёт первой. Число на стрелке говорит, сколько раз второй шаг следовал сразу за первым. Время считается от предыдущего шага: в половине обращений оно не больше медианы, в девяти из десяти – не больше времени с пометкой «9 из 10».
report-map-left-out = Как редкие на рисунке не показаны: { $what }.
report-map-start = Начало
line-interaction = Линия взаимодействия
line-visibility = Линия видимости
line-internal = Линия внутреннего взаимодействия
map-median = медиана { $time }
map-p90 = 9 из 10: { $time }
report-steps-table = Все шаги в числах
col-step = Шаг
col-lane = Дорожка
col-count = Количество
col-cases = Обращения
col-wait-median = Ожидание, медиана
col-wait-p90 = Ожидание, p90
col-ci95 = 95-процентный интервал
col-top = Высшие оценки

report-listen-title = Что сказали клиенты
report-listen-says = Ответов: { $n }, среднее { $mean } из { $scale }; { $top } поставили { $from } или выше.
report-no-answers = Ответов нет.
report-by-month = { $score } по месяцам
report-by-step = { $score } по самому дальнему шагу
report-by-end = { $score } по исходу
report-by-group = { $score } по признаку: { $group }
report-parts-say = Выше всего «{ $high }»: { $highvalue }, ниже всего «{ $low }»: { $lowvalue } (среди тех, где не меньше { $enough } ответов или обращений). Треугольники отмечают части, 95-процентный интервал которых не включает общее среднее.
report-months-say = Максимум – { $high }: { $highvalue }, минимум – { $low }: { $lowvalue } (среди месяцев, где не меньше { $enough } ответов или обращений). Полоса – 95-процентный интервал, столбики внизу – количество.
report-parts-say-nothing = Здесь нигде нет хотя бы { $enough } ответов или обращений, поэтому читайте с осторожностью.

report-promise-title = Что было обещано
report-promise-says = Выполнено в { $share } из { $n } обращений (95-процентный интервал от { $low } до { $high }); нарушено в { $late }.
report-promise-others = { $n ->
    [one] Ещё { $n } обращение не завершено, или обещание к нему не относится; оно здесь не учтено.
    [few] Ещё { $n } обращения не завершены, или обещание к ним не относится; они здесь не учтены.
    [many] Ещё { $n } обращений не завершены, или обещание к ним не относится; они здесь не учтены.
   *[other] Ещё { $n } обращения не завершены, или обещание к ним не относится; они здесь не учтены.
}
report-no-promises = Обещание не дано ни в одном завершённом обращении.
report-owed-says = По правилу этого отчёта причитается { $money }.
report-kept-by-month = Выполненные обещания по месяцам
report-kept-by-group = Выполненные обещания по признаку: { $group }
report-owed-by-month = Причитающаяся компенсация по месяцам
report-owed-by-group = Причитающаяся компенсация по признаку: { $group }
report-owed-most = Больше всего причитается: «{ $name }» – { $money }.
report-owed-nothing = Ничего не причитается.
report-other-groups = { $n ->
    [one] ещё { $n }
    [few] ещё { $n }
    [many] ещё { $n }
   *[other] ещё { $n }
}

report-drivers-title = Что сопутствует лучшему или худшему исходу
report-driver-says-score = Самый сильный фактор – «{ $name }»: средняя оценка { $with } (ответов: { $withn }) против { $without } ({ $withoutn }), разница { $difference } { $range }.
report-driver-says-promise = Самый сильный фактор – «{ $name }»: обещание выполнено в { $with } из { $withn } обращений против { $without } из { $withoutn }, разница { $difference } { $range }.
report-driver-none = Ни один признак не сопутствует различию, которое не объяснялось бы случайностью.
report-drivers-read = Полый знак: обращения без признака. Сплошной знак: обращения с признаком. Стрелка – разница.
report-without = без признака
report-with = с признаком
report-what-if-title = Что, если…
report-what-if-says-score = Если бы доля «{ $name }» упала с { $share } до { $newshare }, средняя оценка, как ожидается, изменилась бы с { $now } на { $then }: { $change } { $range }.
report-what-if-says-promise = Если бы доля «{ $name }» упала с { $share } до { $newshare }, доля выполненных обещаний, как ожидается, изменилась бы с { $now } на { $then }: { $change } { $range }.
report-what-if-owed = Компенсации изменились бы на { $money } { $range }.
report-caution = Это наблюдаемые связи, а не доказательство причинной связи. Предположение верно настолько, насколько обращения, лишившиеся признака, пошли бы так же, как те, у которых его не было; ответ дал бы эксперимент.

report-problems-title = Что не так с данными
report-problems-none = Ничего не найдено.
report-problems-say = { $kinds ->
    [one] { $kinds } вид проблем
    [few] { $kinds } вида проблем
    [many] { $kinds } видов проблем
   *[other] { $kinds } вида проблем
}, всего { $rows ->
    [one] { $rows } раз
    [few] { $rows } раза
    [many] { $rows } раз
   *[other] { $rows } раза
}. Ничто не отброшено молча: о каждой проблеме сказано, как с ней поступили.
col-file = Файл
col-problem = Проблема
col-lines = Строки

report-methods-title = Как это посчитано
report-methods-times = Время ожидания – от одного события обращения до следующего; медианы и p90 (9 из 10 не дольше) – интерполированные квантили (Хайндман и Фан, тип 7).
report-methods-scores = Интервалы – 95-процентные: Стьюдента для средних, Уилсона для долей. Высшие оценки – верх шкалы. Самый дальний шаг не включает тот, на котором спрашивают оценку.
report-methods-drivers = Для разностей даны интервалы Уэлча. «Что, если» – доля, теряющая признак, умноженная на разность; интервал получен бутстрепом по обращениям с заданным начальным числом.
report-footer = Сделано в Touchline. Страница – один файл и открывается без сети.
report-parts-drawn = Показаны самые крупные: { $n } из { $all }.
report-parts-one = Только у «{ $name }» не меньше { $enough } ответов или обращений: { $value }.
report-parts-even = Ни одна часть явно не отличается от общего среднего.
report-what-if-base = Посчитано по сравниваемым ответам или обещаниям: { $n }.
col-month = Месяц
col-end = Исход
col-broken = Нарушено
col-with = С признаком
col-without = Без признака
col-difference = Разница
col-driver = Признак
