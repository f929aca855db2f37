# Клиентские процессы: список, карта с показателями, шаги и форма.
processes-title = Клиентские процессы
processes-about = За чем приходят клиенты – от первого вопроса до того дня, когда они уходят.
processes-find = Найти процесс
processes-show = Показать
processes-all = Все
processes-all-again = Показать все процессы
processes-none = Процессов пока нет.
processes-none-found = Ни один процесс не подходит под запрос.
processes-caption = Процессы и их показатели за последние 90 дней
processes-process = Процесс
processes-cases = Обращения
processes-lead = Половина готова за
processes-kept = Обещаний выполнено
processes-kept-of = { $n ->
    [one] из { $n } обещания
    [few] из { $n } обещаний
    [many] из { $n } обещаний
   *[other] из { $n } обещания
}
processes-score = Оценка от −100 до 100
processes-score-short = Оценка
processes-pages = Страницы
processes-range = { $from }–{ $to } из { $all }
processes-before = Назад
processes-next = Далее
stage-acquire = Привлечение
stage-develop = Развитие
stage-maintain = Удержание
stage-win-back = Возвращение
stage-intended-loss = Намеренное расставание
state-draft = Черновик
state-published = Действует
state-archived = Выведен из действия
area-product-development = Разработка продуктов
area-supply-chain = Цепочка поставок
area-relationship = Отношения с клиентами
process-where = Где Вы находитесь
process-name = Название
process-description = Что это такое
process-stage = Этап
process-area = Область
process-state = Состояние
process-owner = Владелец
process-department = Отдел
process-reviewed = Последняя проверка: { $day }
process-reviewed-on = Дата последней проверки
process-reviewed-wrong = Дата последней проверки указана не в виде 2026-11-21.
process-name-wrong = Нужно название в одну строку, не длиннее { $n } знаков.
process-description-wrong = Описание слишком длинное; допускается не больше { $n } знаков.
process-changed-meanwhile = Тем временем кто-то изменил этот процесс. Ваш текст не потерян: сохраните ещё раз, чтобы заменить им чужой.
process-theirs = Что сейчас стоит там, где Ваш вариант отличается:
process-edit = Изменить
process-edit-title = Изменение: { $name }
process-save = Сохранить
process-cancel = Отмена
process-report = Отчёт
process-new-case = Новое обращение
process-views = Виды процесса
process-tab-map = Карта
process-tab-steps = Шаги
process-tab-cases = Обращения
process-tab-feedback = Отзывы
process-no-cases = За последний год через этот процесс не прошло ни одно обращение, поэтому измерять было нечего. Карта показывает, как процесс задуман.
process-tile-cases = Обращения за год
process-tile-open = { $n ->
    [one] { $n } открыто
    [few] { $n } открыто
    [many] { $n } открыто
   *[other] { $n } открыто
}
process-tile-lead = Половина готова за
process-tile-lead-note = девять из десяти за { $time }
process-tile-promise = Обещание выполнено
process-tile-promise-of = Обещание выполнено: { $target }
process-tile-promise-note = нарушено в { $broken } из { $n } · 95 %: от { $low } до { $high }
process-tile-score = Порекомендовали бы нас
process-tile-score-note = { $n ->
    [one] { $n } ответ · 95 %: от { $low } до { $high }
    [few] { $n } ответа · 95 %: от { $low } до { $high }
    [many] { $n } ответов · 95 %: от { $low } до { $high }
   *[other] { $n } ответа · 95 %: от { $low } до { $high }
}
process-score-label = { $n ->
    [one] { $score }, 95 %: от { $low } до { $high }, { $n } ответ
    [few] { $score }, 95 %: от { $low } до { $high }, { $n } ответа
    [many] { $score }, 95 %: от { $low } до { $high }, { $n } ответов
   *[other] { $score }, 95 %: от { $low } до { $high }, { $n } ответа
}
process-map-title = Как это происходит на самом деле
process-map-what = Что показывает карта
process-map-region = Карта процесса
process-show-times = Время
process-show-counts = Количество
process-show-scores = Оценки
process-map-says = Дольше всего ждут перед шагом «{ $step }»: половина клиентов ждёт больше { $median }, каждый десятый – больше { $p90 }.
process-map-says-cases = Обращения на шаге «{ $step }»
process-map-plain = Карта процесса, каким он задуман: дорожка клиента идёт первой.
process-map-read-times = Дорожка клиента идёт первой. Число в шаге – сколько обращений через него прошло; время на стрелке – за сколько прошла от первого шага до второго более быстрая половина из них.
process-map-read-counts = Дорожка клиента идёт первой. Число в шаге – сколько обращений через него прошло; число на стрелке – сколько раз второй шаг следовал сразу за первым.
process-map-read-scores = Дорожка клиента идёт первой. Число в шаге – оценка клиентов, которых спросили на этом шаге, от −100 до 100, с 95-процентным интервалом и числом ответов.
process-map-share = { $share } всех
process-map-again = { $n } повторно
process-deviations = { $share } всех переходов идёт мимо карты, чаще всего от «{ $from }» к «{ $to }» ({ $n }).
process-deviations-all = Все
process-promise = Обещание
process-promise-hours = рабочих часов: { $hours }
process-promise-time = Срок
process-promise-told = Если нарушено
process-promise-owed = Компенсация
process-promise-no-money = Без денежной компенсации
process-steps = Шаг за шагом
process-steps-read = Ожидание считается от предыдущего шага: в половине обращений оно не больше первого времени, в девяти из десяти – не больше второго. «Повторно» – доля обращений, которые приходили к шагу больше одного раза.
process-half-wait = Половина ждёт
process-nine-wait = Девять из десяти ждут
process-again = Повторно
process-again-none = Ни один шаг не пришлось повторять.
process-again-says = Чаще всего повторяют шаг «{ $step }»: на него возвращаются { $share } обращений ({ $n } из { $all }).
process-end-good = хороший исход
process-end-bad = плохой исход
process-ways = Пути вне карты
process-ways-none = Каждое обращение прошло путём, который есть на карте.
process-ways-say = На карте нет { $share } всех переходов между шагами ({ $n } из { $all }). Изменить следует либо карту, либо работу.
process-way-from = От
process-way-to = К
process-way-count = Сколько раз
