# Что говорит командная строка. Имена команд, параметров и столбцов остаются как есть.
cli-about = Показывает по Вашим данным, как клиенты проходят процесс на самом деле: карта процесса, время ожидания, оценки, обещания и что дало бы изменение.
cli-arg-help = Показать эту справку
cli-arg-version = Показать версию
cli-arg-lang = Язык всего, что говорит программа: en, bg, pl, ru или zh (иначе язык окружения)
cli-arg-json = Вывести в стандартный вывод один объект JSON и больше ничего
cli-arg-file = Журнал событий в CSV, без сжатия или в gzip или zip; - читает стандартный ввод
cli-arg-model = Карта процесса в BPMN 2.0, без сжатия или в gzip или zip; - читает стандартный ввод
cli-arg-case = Столбец, по которому различаются обращения
cli-arg-activity = Столбец, где сказано, что сделано
cli-arg-time = Столбец, где сказано, когда сделано
cli-arg-start = Столбец, где сказано, когда начато
cli-arg-resource = Столбец, где сказано, кем
cli-arg-time-format = Как записано время, например "%d/%m/%Y %H:%M" (обычные формы распознаются)
cli-arg-time-zone = Пояс для времени без смещения, например Europe/Sofia (иначе UTC)
cli-arg-encoding = Кодировка текста, например windows-1251 (иначе UTF-8; метка порядка байтов распознаётся)
cli-arg-delimiter = Что стоит между полями: один знак или tab (иначе определяется по заголовку)
cli-arg-entry = Файл внутри архива zip, в котором их несколько
cli-arg-listen = Где принимать соединения (иначе 127.0.0.1:8080)
cli-arg-url = Адрес, по которому люди открывают сервер, например https://touchline.example (иначе тот, где он принимает соединения)
cli-arg-log-format = Как записывать происходящее: text или json
cli-arg-installation-data = Папка установки (иначе touchline-data)
cli-arg-database = Адрес базы данных PostgreSQL (иначе SQLite в папке)
cli-arg-copy = Файл с копией
cli-serve-about = Запускает сервер
cli-demo-about = Запускает сервер с вымышленной организацией
cli-demo-arg-data = Папка для вымышленной организации (иначе touchline-demo)
cli-backup-about = Копирует всё в один файл, пока сервер продолжает работать
cli-restore-about = Создаёт новую установку из такого файла
cli-doctor-about = Проверяет установку и говорит, что в ней не так
cli-doctor-arg-rebuild = Сначала построить заново по журналу всё производное
cli-user-about = Управляет людьми в установке
cli-user-add-about = Добавляет человека; пароль читается из стандартного ввода или придумывается и показывается
cli-user-add-arg-email = Адрес электронной почты для входа
cli-user-add-arg-name = Имя человека
cli-user-add-arg-role = administrator, owner, agent или viewer
cli-user-list-about = Перечисляет всех
cli-user-disable-about = Сразу закрывает человеку доступ
cli-user-disable-arg-email = Адрес электронной почты человека
cli-report-about = Готовит отчёт по описанию: одна страница, которая открывается где угодно, или JSON
cli-report-arg-spec = Описание, файл TOML; - читает стандартный ввод
cli-report-arg-data = Папка с файлами описания (иначе папка самого описания)
cli-report-arg-out = Куда записать страницу (иначе report.html; с --json страницы нет)
cli-mine-about = Говорит, что видно в журнале событий: действия, что за чем следует, варианты, время, повторы
cli-mine-arg-variants = Сколько вариантов перечислить (иначе 20)
cli-log-about = Просматривает журналы событий
cli-log-info-about = Говорит, что есть в журнале: обращения, события, действия, период, проблемы
cli-map-about = Проверяет, преобразует и сравнивает карты процессов в BPMN 2.0
cli-map-check-about = Говорит, что в карте записано неправильно, что в ней не так и что хорошая практика сделала бы иначе
cli-map-check-arg-all = Перечислить все места, а не только первые десять по каждому правилу
cli-map-convert-about = Записывает карту заново, с рисунком, если его не было, либо как картинку, текст или таблицу
cli-map-convert-arg-out = Куда записать; формат задаёт расширение: .bpmn, .svg, .png, .mmd или .csv; - пишет в стандартный вывод
cli-map-convert-arg-to = Формат, если расширение его не задаёт: bpmn, svg, png, mmd или csv
cli-map-convert-arg-view = Нарисовать клиентский процесс в отдельном виде: customer, blueprint или department:NAME (иначе диаграмму из файла)
cli-map-convert-arg-diagram = Какую диаграмму нарисовать, если в файле их несколько: номер или название
cli-map-convert-arg-layout = Нарисовать всё заново
cli-map-diff-about = Говорит, что изменилось от одной версии карты к следующей
cli-map-diff-arg-before = Прежняя версия; - читает стандартный ввод
cli-map-diff-arg-after = Новая версия; - читает стандартный ввод
cli-simulate-about = Моделирует процесс по карте и сценарию: ожидание, стоимость, загрузка людей, каждое с интервалом; сравнивает два сценария
cli-simulate-arg-scenario = Сценарий: Prosimos JSON, TOML или BPMN с BPSim; - читает стандартный ввод
cli-simulate-arg-cases = Обращений в каждом повторе (иначе 1000)
cli-simulate-arg-replications = Сколько раз моделировать (иначе 20)
cli-simulate-arg-seed = Начало случайных чисел: одинаковое начальное число даёт одинаковый результат (иначе 1)
cli-simulate-arg-start-at = Когда начинается, например 2026-01-05T09:00 или 2026-01-05T09:00+02:00[Europe/Sofia] (иначе понедельник, 5 января 2026 г., полночь UTC)
cli-simulate-arg-compare = Второй сценарий для сравнения, при тех же случайных числах
cli-simulate-arg-compare-map = Карта второго сценария, если она другая
cli-simulate-arg-log = Куда записать задачи первого повтора как журнал событий в CSV
cli-simulate-arg-threads = Сколько потоков работает (иначе сколько есть у машины); результат от этого не зависит
help-usage = Использование:
help-commands = Команды
help-command = КОМАНДА
help-arguments = Аргументы
help-options = Параметры
help-option = ПАРАМЕТРЫ
usage-unknown-argument = Параметра «{ $name }» нет.
usage-unknown-command = Команды «{ $name }» нет.
usage-missing-command = Не указана команда.
usage-missing = Не хватает: { $arg }.
usage-twice = «{ $arg }» можно указать только один раз.
usage-conflict = «{ $arg }» и «{ $other }» нельзя указать вместе.
usage-no-value = Для «{ $arg }» нужно значение.
usage-value = «{ $value }» не подходит для «{ $arg }». Допускается: { $allowed }.
usage-allowed-number = целое число от 0
usage-allowed-start = время, например 2026-01-05T09:00, 2026-01-05T09:00Z или 2026-01-05T09:00+02:00[Europe/Sofia]
usage-allowed-threads = число от 1 до 1024
usage-allowed-delimiter = один знак, например ; или слово tab
usage-allowed-see-help = см. справку
usage-number-of-values = Для «{ $arg }» указано неверное число значений.
usage-not-utf8 = Один из аргументов не в UTF-8.
usage-other = Командную строку не удаётся понять: { $why }
usage-out-is-input = Это заменило бы файл «{ $file }», который здесь читается. Укажите в --out другое имя.
usage-see-help = Справка: { $command }
our-fault = Программа остановилась по своей вине, в месте { $place }. Пожалуйста, сообщите об этом и приложите файл, если им можно поделиться.
not-written = { $place }: Записать не удалось. { $why }
outside-folder = Этот путь ведёт за пределы папки с данными. Используйте путь внутри неё, без «..», или укажите другую папку в --data.
spec-not-utf8 = Здесь описание не в UTF-8. Сохраните его в UTF-8.
columns-taken = Столбцы: { $columns }
column-taken = { $what } «{ $name }»
column-case = обращение
column-activity = действие
column-time = время
column-start = начало
column-resource = исполнитель
no-case-column = Ни один столбец не похож на обращение. Укажите его в --case; в заголовке есть: { $found }.
no-activity-column = Ни один столбец не похож на действие. Укажите его в --activity; в заголовке есть: { $found }.
no-time-column = Ни один столбец не похож на время. Укажите его в --time; в заголовке есть: { $found }.
problem-line = { $n ->
    [one] { $place }: { $what }, { $n } раз
    [few] { $place }: { $what }, { $n } раза
    [many] { $place }: { $what }, { $n } раз
   *[other] { $place }: { $what }, { $n } раза
}
problems-more = … и ещё { $n }, см. страницу
problems-cut = … и ещё { $n }, см. log info --json
summary-counts = Обращений: { $cases }, событий: { $events }
summary-lead-time = Время выполнения: медиана { $median }, девять из десяти в пределах { $p90 } (обращений: { $n })
summary-score = Оценка: в среднем { $mean }, 95-процентный интервал { $interval } (ответов: { $n })
summary-promise = Обещание: выполнено в { $kept } обращений, нарушено в { $late } из { $n }
summary-owed = { $line }; причитается: { $amount }
summary-driver-score = Самый сильный фактор: { $name }, оценка { $difference }, 95-процентный интервал { $interval }
summary-driver-promise = Самый сильный фактор: { $name }, выполненные обещания { $difference } п. п., 95-процентный интервал { $interval }
summary-what-if-score = Что, если: { $name }, средняя оценка { $change }, 95-процентный интервал { $interval }
summary-what-if-promise = Что, если: { $name }, выполненные обещания { $change } п. п., 95-процентный интервал { $interval }
summary-what-if-money = { $line }; компенсации { $amount }
summary-problems = { $n ->
    [one] Проблемы в данных: { $n } вид, всего { $noted }
    [few] Проблемы в данных: { $n } вида, всего { $noted }
    [many] Проблемы в данных: { $n } видов, всего { $noted }
   *[other] Проблемы в данных: { $n } вида, всего { $noted }
}
summary-page = Страница: { $file }
mine-counts = Обращений: { $cases }, событий: { $events }, вариантов: { $variants }
mine-throughput = Время прохождения: медиана { $median }, среднее { $mean }, девять из десяти в пределах { $p90 }, самое долгое { $max }
mine-median = медиана { $time }
mine-activities = Действия
mine-arcs = Что за чем следует
mine-variants = Варианты
mine-rework = Сделано повторно
mine-rework-cases = { $n ->
    [one] в { $n } обращении
    [few] в { $n } обращениях
    [many] в { $n } обращениях
   *[other] в { $n } обращения
}
info-counts = Обращений: { $cases }, событий: { $events }, действий: { $activities }
info-period = С { $from } по { $to }
info-no-problems = Проблем нет
info-problems = { $n ->
    [one] { $n } проблема, см. стандартный вывод ошибок
    [few] { $n } проблемы, см. стандартный вывод ошибок
    [many] { $n } проблем, см. стандартный вывод ошибок
   *[other] { $n } проблемы, см. стандартный вывод ошибок
}
model-problems-cut = … и ещё { $n }, см. map check
check-counts = { $file }: процессов { $processes }, пулов { $pools }, шагов { $steps }, шлюзов { $gateways }, потоков управления { $flows }, потоков сообщений { $messages }
check-malformed = записано неправильно и исправлено при чтении
check-broken = идентификаторы, ссылки и значения
check-more = … и ещё { $n }; их перечислит --all
check-nothing = Исправлять нечего.
check-summary = Ошибок: { $errors }, предупреждений: { $warnings }, советов: { $hints }
convert-no-format = По имени не видно формата. Добавьте --to с одним из: { $formats }.
convert-useless = «{ $arg }» для { $format } не имеет смысла. Уберите его.
convert-no-diagram = Диаграммы «{ $name }» в файле нет. Есть: { $names }.
convert-first-diagram = В файле несколько диаграмм; нарисована первая. Выберите через --diagram: { $names }
convert-nothing = Рисовать нечего: в файле нет ни шагов, ни пулов, ни других элементов.
convert-too-large = Диаграмма слишком длинная (предел в пикселях: { $limit }). Нарисуйте её заново с --layout.
convert-no-fonts = Не найден шрифт для текстов. Установите шрифт, например DejaVu или Noto, или преобразуйте файл в svg.
convert-too-many-pixels = В изображении было бы более { $limit } пикселей. Преобразуйте файл в svg.
convert-undrawable = Изображение невозможно нарисовать: { $why }
layout-too-many = В процессе слишком много частей, чтобы его нарисовать (предел: { $limit }). Разделите его на несколько.
layout-too-deep = Подпроцессы вложены слишком глубоко, чтобы их нарисовать (предел: { $limit }). Вынесите внутренние наружу.
layout-unsound = Элементы вложены друг в друга по кругу, их нельзя нарисовать. См. map check.
view-no-department = Дорожки или пула «{ $name }» нет. На карте есть: { $names }.
view-department-empty = В «{ $name }» нет ни одного шага, рисовать нечего.
view-customer-empty = На этой карте клиент ничего не делает и ничего не встречает. Назовите его пул или дорожку «Клиент» или задайте линию «customer» из расширения Touchline.
view-no-step = В файле нет ни одного шага, карты клиентского процесса в нём нет.
map-view-too-many = На карте было бы слишком много частей одного вида (предел: { $limit }). Разделите процесс на несколько.
view-no-map = Карты клиентского процесса в файле нет. Посмотрите map check и исправьте найденное.
view-left-out = Нет на карте, потому что до них не доходит ни одно обращение: { $steps }
picture-counts = Шагов: { $steps }, потоков: { $flows }
diagram-counts = Фигур: { $steps }, линий: { $flows }
diff-one-pipe = Из стандартного ввода можно прочитать только одно из двух. Для другого укажите файл.
diff-same = Ничего не изменилось.
diff-count = Изменений: { $n }
diff-added = Добавлено
diff-removed = Удалено
diff-renamed = Переименовано
diff-retyped = Стало другого вида
diff-moved = Перемещено
diff-rerouted = Проложено иначе
diff-altered = Изменено
diff-redrawn = Перерисовано
