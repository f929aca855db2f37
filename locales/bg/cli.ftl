# Какво казва командният ред. Имената на команди, параметри и колони остават непроменени.
cli-about = Показва как клиентите преминават през процеса в действителност, по данните, които имате: картата на процеса, времената за чакане, оценките, обещанията и какво би донесла една промяна.
cli-arg-help = Показва тази помощ
cli-arg-version = Показва версията
cli-arg-lang = Език на всичко, което програмата казва: en, bg, pl, ru или zh (иначе езикът на средата)
cli-arg-json = Извежда един JSON обект на стандартния изход и нищо друго там
cli-arg-file = Дневник на събитията в CSV, некомпресиран или като gzip или zip; - чете стандартния вход
cli-arg-case = Колона, по която се различават случаите
cli-arg-activity = Колона, която казва какво е направено
cli-arg-time = Колона, която казва кога е направено
cli-arg-start = Колона, която казва кога е започнато
cli-arg-resource = Колона, която казва от кого
cli-arg-time-format = Как се записва времето, например "%d/%m/%Y %H:%M" (обичайните форми се разпознават)
cli-arg-time-zone = Зона за времена без отместване, например Europe/Sofia (иначе UTC)
cli-arg-encoding = Кодировка на текста, например windows-1251 (иначе UTF-8; маркерът за ред на байтовете се разпознава)
cli-arg-delimiter = Какво разделя полетата: един знак или tab (иначе се разбира от заглавния ред)
cli-arg-entry = Файл в zip архив, който съдържа няколко файла
cli-arg-listen = Къде да се слуша (иначе 127.0.0.1:8080)
cli-arg-url = Адрес, на който хората достигат сървъра, например https://touchline.example (иначе адресът, на който слуша)
cli-arg-log-format = Как да се записва случващото се: text или json
cli-arg-installation-data = Папка на инсталацията (иначе touchline-data)
cli-arg-database = Адрес на база данни PostgreSQL (иначе SQLite в папката)
cli-arg-copy = Файлът с копието
cli-serve-about = Пуска сървъра
cli-demo-about = Пуска сървъра с измислена организация
cli-demo-arg-data = Папка за измислената организация (иначе touchline-demo)
cli-backup-about = Копира всичко в един файл, докато сървърът продължава да работи
cli-restore-about = Създава нова инсталация от такъв файл
cli-doctor-about = Преглежда инсталация и казва какво не е наред
cli-doctor-arg-rebuild = Преди това изгражда наново от дневника всичко производно
cli-user-about = Управлява хората в една инсталация
cli-user-add-about = Добавя човек; паролата се чете от стандартния вход или се съставя и показва
cli-user-add-arg-email = Имейл адрес за вход
cli-user-add-arg-name = Име на човека
cli-user-add-arg-role = administrator, owner, agent или viewer
cli-user-list-about = Изброява всички
cli-user-disable-about = Прекратява незабавно достъпа на човек
cli-user-disable-arg-email = Имейл адресът на човека
cli-report-about = Прави отчета, зададен в описанието: една страница, която се отваря навсякъде, или JSON
cli-report-arg-spec = Описанието, файл TOML; - чете стандартния вход
cli-report-arg-data = Папка с файловете от описанието (иначе папката на описанието)
cli-report-arg-out = Къде да се запише страницата (иначе report.html; с --json няма страница)
cli-mine-about = Казва какво показва дневникът на събитията: дейности, какво след какво следва, варианти, времена, повторения
cli-mine-arg-variants = Колко варианта да се изброят (иначе 20)
cli-log-about = Преглежда дневници на събития
cli-log-info-about = Казва какво съдържа дневникът: случаи, събития, дейности, период, проблеми
help-usage = Употреба:
help-commands = Команди
help-command = КОМАНДА
help-arguments = Аргументи
help-options = Параметри
help-option = ПАРАМЕТРИ
usage-unknown-argument = Няма параметър „{ $name }“.
usage-unknown-command = Няма команда „{ $name }“.
usage-missing-command = Липсва команда.
usage-missing = Липсва: { $arg }.
usage-twice = „{ $arg }“ може да се посочи само веднъж.
usage-conflict = „{ $arg }“ и „{ $other }“ не може да се използват заедно.
usage-no-value = „{ $arg }“ изисква стойност.
usage-value = „{ $value }“ не е стойност за „{ $arg }“. Допуска се: { $allowed }.
usage-allowed-number = цяло число, не по-малко от 0
usage-allowed-delimiter = един знак, например ; или думата tab
usage-allowed-see-help = вижте помощта
usage-number-of-values = Броят на стойностите за „{ $arg }“ е грешен.
usage-not-utf8 = Един от аргументите не е валиден UTF-8.
usage-other = Командният ред е неразбираем: { $why }
usage-out-is-input = Страницата би заменила „{ $file }“, който се чете тук. Посочете друго име с --out.
usage-see-help = За помощ изпълнете: { $command }
our-fault = Програмата спря по своя вина, на място { $place }. Моля, съобщете за това и приложете файла, ако може да го споделите.
not-written = { $place }: Записът не успя. { $why }
outside-folder = Този път излиза извън папката с данни. Използвайте път в нея, без „..“, или посочете друга папка с --data.
spec-not-utf8 = Тук описанието не е в UTF-8. Запишете го като UTF-8.
columns-taken = Колони: { $columns }
column-taken = { $what } „{ $name }“
column-case = случай
column-activity = дейност
column-time = време
column-start = начало
column-resource = изпълнител
no-case-column = Никоя колона не прилича на случай. Посочете я с --case; в заглавния ред има: { $found }.
no-activity-column = Никоя колона не прилича на дейност. Посочете я с --activity; в заглавния ред има: { $found }.
no-time-column = Никоя колона не прилича на време. Посочете я с --time; в заглавния ред има: { $found }.
problem-line = { $n ->
    [one] { $place }: { $what }, веднъж
   *[other] { $place }: { $what }, { $n } пъти
}
problems-more = … и още { $n }, вижте страницата
problems-cut = … и още { $n }, вижте log info --json
summary-counts = Случаи: { $cases }, събития: { $events }
summary-lead-time = Време за изпълнение: медиана { $median }, девет от десет в рамките на { $p90 } (случаи: { $n })
summary-score = Оценка: средно { $mean }, 95-процентен интервал { $interval } (отговори: { $n })
summary-promise = Обещание: спазено в { $kept } от случаите, нарушено в { $late } от { $n }
summary-owed = { $line }; дължимо: { $amount }
summary-driver-score = Най-силен фактор: { $name }, оценка { $difference }, 95-процентен интервал { $interval }
summary-driver-promise = Най-силен фактор: { $name }, спазени обещания { $difference } пункта, 95-процентен интервал { $interval }
summary-what-if-score = Какво ще стане, ако: { $name }, средна оценка { $change }, 95-процентен интервал { $interval }
summary-what-if-promise = Какво ще стане, ако: { $name }, спазени обещания { $change } пункта, 95-процентен интервал { $interval }
summary-what-if-money = { $line }; обезщетения { $amount }
summary-problems = { $n ->
    [one] Проблеми в данните: { $n } вид, общо { $noted }
   *[other] Проблеми в данните: { $n } вида, общо { $noted }
}
summary-page = Страница: { $file }
mine-counts = Случаи: { $cases }, събития: { $events }, варианти: { $variants }
mine-throughput = Време за преминаване: медиана { $median }, средно { $mean }, девет от десет в рамките на { $p90 }, най-дълго { $max }
mine-median = медиана { $time }
mine-activities = Дейности
mine-arcs = Какво след какво следва
mine-variants = Варианти
mine-rework = Правено повторно
mine-rework-cases = { $n ->
    [one] в { $n } случай
   *[other] в { $n } случая
}
info-counts = Случаи: { $cases }, събития: { $events }, дейности: { $activities }
info-period = От { $from } до { $to }
info-no-problems = Няма проблеми
info-problems = { $n ->
    [one] { $n } проблем, вижте стандартния изход за грешки
   *[other] { $n } проблема, вижте стандартния изход за грешки
}
