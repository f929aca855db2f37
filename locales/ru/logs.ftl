# Журналы событий из других систем: загрузка, столбцы, что они показывают.
logs-about = Журналы событий из других систем: кто, что, по какому обращению и когда сделал.
logs-drop = Перетащите сюда журнал событий
logs-drop-hint = CSV, обычный или упакованный в gzip или zip, до { $n } МБ. Он остаётся на этом сервере.
logs-upload = Загрузить
logs-no-file = Пожалуйста, сначала выберите файл.
logs-too-large = Файл больше { $n } МБ. Упакуйте его в gzip или zip либо разделите по периодам.
logs-too-many = Журналов уже { $n }, больше нельзя. Сначала удалите один из них.
logs-too-few-columns = В файле меньше трёх столбцов. Нужны обращение, действие и время, каждое в своём столбце.
logs-no-text = Файл не является текстом. Сохраните его как CSV.
logs-unreadable = Журнал не удаётся прочитать: { $why }
logs-title = Журналы
logs-empty = Журналов пока нет. Их могут загружать владельцы процессов и администраторы.
logs-megabytes = { $n } МБ
logs-ready = Готов
logs-to-map = Нужно выбрать столбцы
logs-pages = Страницы
logs-newer = Новее
logs-older = Старее
logs-col-log = Журнал
logs-col-state = Состояние
logs-col-cases = Обращения
logs-col-events = События
logs-col-problems = Проблемы
logs-col-uploaded = Загружен
logs-columns-of = Столбцы файла { $name }
logs-columns = Что означают столбцы?
logs-columns-short = Столбцы
logs-columns-text = Нужны три: обращение, что сделано и когда. Мы сделали предположение; пожалуйста, проверьте его.
logs-col-column = Столбец и что в нём
logs-col-means = Означает
logs-col-guess = Наше предположение
logs-means-nothing = Ничего
logs-means-case = Обращение
logs-means-activity = Что сделано
logs-means-time = Когда сделано
logs-means-start = Когда начато
logs-means-resource = Кем
logs-guess-name = По названию
logs-guess-values = Значения похожи на время: это так?
logs-meaning-twice = Два столбца означают одно и то же. Выберите один из них.
logs-meaning-missing = Нужны обращение, что сделано и когда. Выберите столбец для каждого.
logs-setting-too-long = Часовой пояс и формат времени – не больше { $n } байт каждый.
logs-zone = Часовой пояс
logs-zone-hint = Для времени без пояса, например Europe/Sofia
logs-format = Как записано время
logs-format-hint = Оставьте пустым для обычных форматов. Нужно, если день и месяц можно перепутать.
logs-such-as = В файле: { $example }
logs-first-rows = Первые строки файла
logs-read = Прочитать журнал
logs-later = Позже
logs-remove = Удалить
logs-remove-ask = Удалить { $name } вместе с отчётом?
logs-remove-text = Это нельзя отменить. Файл, из которого он загружен, останется на месте.
logs-views = Виды журнала
logs-overview = Обзор
logs-report = Отчёт
logs-problems = Проблемы
logs-see-report = Открыть отчёт
logs-period = с { $from } по { $to }
logs-activities = разных действий: { $n }
logs-variants = Пути по процессу
logs-variants-note = разные последовательности действий
logs-throughput = Половина завершается за
logs-nine-in-ten = девять из десяти за { $time }
logs-map = Как это происходит на самом деле
logs-map-text = Каждый блок – действие с числом событий и медианой времени от предыдущего; каждая стрелка говорит, как часто одно следует за другим.
logs-map-left-out = Не показаны, так как редки: действия – { $activities }, переходы – { $ways }.
logs-lane = Обращения
logs-start = Начало
logs-no-problems = Все строки удалось использовать.
logs-problems-text = Проблемы в строках или значениях: { $n }. Что это значит для строки, сказано ниже; все остальные строки на месте.
logs-col-wrong = Что не так
logs-col-often = Как часто
logs-col-lines = Строки
logs-variants-say = { $n ->
    [one] Разных путей: { $n }; самым частым идут { $share } обращений.
    [few] Обращения идут { $n } разными путями; самым частым – { $share } из них.
    [many] Обращения идут { $n } разными путями; самым частым – { $share } из них.
   *[other] Обращения идут { $n } разными путями; самым частым – { $share } из них.
}
logs-waits = Где обращения ждут
logs-waits-text = Медиана времени от предыдущего события для действий, которые бывают хотя бы в одном обращении из ста.
logs-waits-say = Дольше всего ждут между «{ $from }» и «{ $to }»: в половине обращений дольше { $median }, в одном из десяти – дольше { $most }.
logs-waits-none = Ни в одном обращении нет двух событий, поэтому нет и ожидания.
logs-rework = Что делается повторно
logs-rework-says = { $n ->
    [one] Чаще всего повторяется «{ $name }»: { $n } раз, в { $share } обращений.
    [few] Чаще всего повторяется «{ $name }»: { $n } раза, в { $share } обращений.
    [many] Чаще всего повторяется «{ $name }»: { $n } раз, в { $share } обращений.
   *[other] Чаще всего повторяется «{ $name }»: { $n } раза, в { $share } обращений.
}
logs-rework-none = Ни в одном обращении ничего не повторяется.
logs-col-way = Путь
logs-col-share = Доля
logs-col-from = От
logs-col-to = К
logs-col-median = Медиана
logs-col-p90 = Девять из десяти за
logs-col-activity = Действие
logs-col-again = Повторы
