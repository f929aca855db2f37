# Каталог процессов: поля, фильтры, виды, общие изменения, таблицы, ландшафт.
process-new = Новый процесс
process-key = Ключ
process-key-hint = Короткое имя для адресов и программ, например mend-fault. Если оставить поле пустым, ключ будет образован из названия.
process-industry = Отрасль
process-industry-hint = Только для процесса, созданного для одной отрасли. Пустое поле означает, что он служит всем клиентам.
process-horizontal = Все отрасли
process-vertical = Для одной отрасли
process-initiator = Кто начинает
initiator-customer = Клиент
initiator-front = Фронт-офис
initiator-back = Бэк-офис
initiator-system = Система
initiator-partner = Партнёр
initiator-time = Дата или срок
process-partners = Партнёры
process-partner = Партнёр
process-tags = Метки
process-tag = Метка
process-words-hint = Через запятую, не больше 20.
process-area-new = Или новая область
process-months = Месяцев между проверками
process-months-hint = Пусто, если проверки не нужны.
process-months-none = Никогда
process-months-n = { $n ->
    [one] раз в { $n } месяц
    [few] раз в { $n } месяца
    [many] раз в { $n } месяцев
   *[other] раз в { $n } месяца
}
process-review = Проверка
review-due = Пора проверить
review-fresh = Проведена вовремя
review-none = Не нужна
process-reviewed-today = Проверено сегодня
state-idea = Идея
state-review = На проверке
process-none = Нет
lean-good = Оценка выше нуля
lean-mixed = Оценка около нуля
lean-bad = Оценка ниже нуля
lean-none = Без оценки
sketch-lane = Клиент
sketch-start = Клиент обращается
sketch-end = Клиент получил то, за чем пришёл
process-area-wrong = Области нужно название не длиннее { $n } знаков.
process-word-wrong = Названия областей, отраслей, партнёров и меток пишутся в одну строку, не длиннее { $n } знаков.
process-words-too-many = У процесса может быть не больше { $n } партнёров и { $n } меток. Уберите лишние.
process-months-wrong = Между проверками проходит целое число месяцев, от 1 до { $n }; поле можно оставить пустым.
process-owner-wrong = Нет такого человека, который может отвечать за процесс.
process-department-wrong = Такого отдела нет.
process-promise-wrong = Такого обещания нет.
processes-too-many = Каталог вмещает не больше { $n } процессов. Удалите те, что никогда не использовались.
process-key-wrong = Ключ состоит только из латинских букв, цифр, дефисов, точек и подчёркиваний и не совпадает со словами из адресов каталога.
process-key-taken = Ключ «{ $key }» уже есть у другого процесса. Выберите другой или оставьте поле пустым.
process-in-use = С этим процессом связаны обращения или ответы, поэтому он остаётся в каталоге. Вместо этого выведите его из действия: история сохранится, но предлагаться он больше не будет.
process-delete = Удалить
process-delete-ask = Удалить «{ $name }»?
process-delete-text = С ним не связано ни одного обращения и ответа. Вместе с ним исчезнет его карта, и отменить это нельзя.
process-delete-cases = { $n ->
    [one] По нему прошло { $n } обращение.
    [few] По нему прошло { $n } обращения.
    [many] По нему прошло { $n } обращений.
   *[other] По нему прошло { $n } обращения.
}
process-delete-answers = { $n ->
    [one] Клиенты дали о нём { $n } ответ.
    [few] Клиенты дали о нём { $n } ответа.
    [many] Клиенты дали о нём { $n } ответов.
   *[other] Клиенты дали о нём { $n } ответа.
}
process-retire = Вывести из действия
process-restore = Вернуть в действие
processes-more = Ещё
processes-all-stages = Все этапы
processes-filters = Фильтры
processes-any = Любые
processes-found = { $n ->
    [one] Найден { $n } процесс
    [few] Найдено { $n } процесса
    [many] Найдено { $n } процессов
   *[other] Найдено { $n } процесса
}
processes-without = Убрать этот фильтр
processes-words = «{ $words }»
processes-is = { $what }: { $value }
views-title = Сохранённые виды
views-about = Вид – это поиск с фильтрами и порядком, сохранённый под именем.
views-none = Сохранённых видов пока нет. Сузьте каталог и сохраните то, что видите.
views-shared = Открытые другими
view-save = Сохранить этот вид
view-name = Название вида
view-shared = Виден всем
view-first = Каталог открывается с него
view-delete-ask = Удалить вид «{ $name }»?
view-name-wrong = Виду нужно название не длиннее { $n } знаков.
view-too-many = У Вас { $n } видов – больше сохранить нельзя. Удалите ненужный.
bulk-title = Изменение многих процессов
bulk-about = Что Вы не тронете, останется как есть; прежде чем что-либо изменится, Вы увидите, что именно.
bulk-chosen = { $n ->
    [one] Выбран { $n } процесс.
    [few] Выбрано { $n } процесса.
    [many] Выбрано { $n } процессов.
   *[other] Выбрано { $n } процесса.
}
bulk-done = { $n ->
    [one] Изменён { $n } процесс.
    [few] Изменено { $n } процесса.
    [many] Изменено { $n } процессов.
   *[other] Изменено { $n } процесса.
}
bulk-undo = Отменить
bulk-undone = Это отменено.
bulk-undone-n = { $n ->
    [one] Отменено: { $n } процесс таков, как прежде.
    [few] Отменено: { $n } процесса таковы, как прежде. Изменённое с тех пор другими не тронуто.
    [many] Отменено: { $n } процессов таковы, как прежде. Изменённое с тех пор другими не тронуто.
   *[other] Отменено: { $n } процесса таковы, как прежде.
}
bulk-as-is = Без изменений
bulk-empty = Пусто
bulk-empty-hint = Дефис очищает поле.
bulk-months-hint = От 1 до { $n }; дефис означает никогда.
bulk-tags-add = Добавить метки
bulk-tags-remove = Убрать метки
bulk-partners-add = Добавить партнёров
bulk-partners-remove = Убрать партнёров
bulk-look = Посмотреть, что изменится
bulk-what-changes = Что изменится
bulk-what-changed = Что изменилось
bulk-change = Изменение
bulk-would = { $n ->
    [one] Изменится { $n } процесс.
    [few] Изменятся { $n } процесса.
    [many] Изменится { $n } процессов.
   *[other] Изменится { $n } процесса.
}
bulk-same = { $n ->
    [one] { $n } уже таков.
    [few] { $n } уже таковы.
    [many] { $n } уже таковы.
   *[other] { $n } уже таковы.
}
bulk-others = { $n ->
    [one] { $n } изменён кем-то после того, как Вы его выбрали, и останется как есть.
    [few] { $n } изменены кем-то после того, как Вы их выбрали, и останутся как есть.
    [many] { $n } изменены кем-то после того, как Вы их выбрали, и останутся как есть.
   *[other] { $n } изменены кем-то после того, как Вы их выбрали, и останутся как есть.
}
bulk-do = { $n ->
    [one] Изменить { $n } процесс
    [few] Изменить { $n } процесса
    [many] Изменить { $n } процессов
   *[other] Изменить { $n } процесса
}
bulk-more = { $n ->
    [one] И ещё { $n }.
    [few] И ещё { $n }.
    [many] И ещё { $n }.
   *[other] И ещё { $n }.
}
bulk-choose = Выбрать «{ $name }»
bulk-choose-all = Все на этой странице
bulk-edit-chosen = Изменить выбранные
bulk-edit-all = { $n ->
    [one] Изменить { $n } найденный
    [few] Изменить все { $n } найденных
    [many] Изменить все { $n } найденных
   *[other] Изменить все { $n } найденных
}
bulk-none-chosen = Не выбрано ни одного процесса. Отметьте те, которые нужно изменить.
bulk-too-many = За один раз изменяется не больше { $n } процессов. Сначала сузьте список.
bulk-done-already = Это изменение уже сделано.
bulk-undone-already = Это уже отменено.
bulk-unknown = Нет процесса с ключом «{ $key }».
import-title = Загрузить из таблицы
import-about = Первая строка говорит, что в столбцах, на любом из наших языков. Прежде чем что-либо загрузится, Вы просмотрите каждую строку.
import-paste = Вставить
import-rows = Строки таблицы
import-rows-hint = Скопируйте ячейки вместе со строкой заголовков и вставьте сюда. Строки с ключом или названием имеющегося процесса изменяют его; остальные – новые.
import-limits = Не больше { $rows } строк и { $n } МБ.
import-look = Просмотреть
import-upload = Или файл
import-drop = Перетащите сюда файл CSV или Excel или выберите его
import-added = { $n ->
    [one] Добавлен { $n } процесс.
    [few] Добавлено { $n } процесса.
    [many] Добавлено { $n } процессов.
   *[other] Добавлено { $n } процесса.
}
import-changed = { $n ->
    [one] Изменён { $n }.
    [few] Изменено { $n }.
    [many] Изменено { $n }.
   *[other] Изменено { $n }.
}
import-left = { $n ->
    [one] Пропущена { $n } строка.
    [few] Пропущено { $n } строки.
    [many] Пропущено { $n } строк.
   *[other] Пропущено { $n } строки.
}
import-preview = Что будет загружено
import-nothing-yet = Пока ничего не изменено.
import-new = Новые
import-changes = Изменённые
import-same = Без изменений
import-wrong = Пропущенные
import-wrong-says = Эти строки пропускаются. Исправьте их в таблице и загрузите её ещё раз или продолжайте без них.
import-take = { $n ->
    [one] Загрузить { $n } процесс
    [few] Загрузить { $n } процесса
    [many] Загрузить { $n } процессов
   *[other] Загрузить { $n } процесса
}
import-again = Начать сначала
import-columns = Что означают столбцы
import-ignored = Не используется
import-look-again = Просмотреть снова
import-row = Строка
import-why = Почему
import-what = Что это
export-xlsx = Скачать в Excel
export-csv = Скачать в CSV
sheet-name = Процессы
sheet-cases = Обращения, 90 дней
sheet-open = Открытые обращения
sheet-median-hours = Медиана, часы
sheet-promises = Обещания выполненные или нарушенные
sheet-kept = Доля выполненных
sheet-answers = Ответы
sheet-score = NPS от −100 до 100
sheet-also-name = название процесса, процесс, наименование, имя
sheet-also-key = идентификатор, код, id
sheet-also-description = описание, цель, кратко
sheet-also-stage = фаза, стадия, этап жизненного цикла
sheet-also-area = бизнес-область, домен, направление
sheet-also-state = статус
sheet-also-industry = сектор, вертикаль
sheet-also-initiator = инициатор, триггер, начинает
sheet-also-partners = партнёр, поставщики
sheet-also-tags = метка, теги, ключевые слова
sheet-also-department = подразделение, команда
sheet-also-owner = владелец процесса, ответственный
sheet-also-promise = обещание клиенту, уровень обслуживания, sla
sheet-also-reviewed = последняя проверка, дата проверки
sheet-also-months = период проверки, интервал проверки
sheet-not-unicode = Кодировку файла определить нельзя. Сохраните его как «CSV UTF-8» или как книгу Excel.
sheet-unreadable = Прочитать это как таблицу не удалось. Читаются файлы CSV и книги с окончанием .xlsx.
sheet-empty = Под строкой заголовков нет строк.
sheet-unpacks-too-large = В распакованном виде книга больше { $n } МБ. Сохраните только лист с процессами.
sheet-too-many-rows = Строк больше { $n }. Загрузите их по частям.
sheet-too-large = Это больше { $n } МБ. Загрузите по частям или без ненужных столбцов.
sheet-twice = Строка выше говорит о том же процессе.
sheet-owner-unknown = Никого, кто может отвечать за процесс, не зовут «{ $text }», и такого адреса электронной почты ни у кого нет.
sheet-department-unknown = Нет отдела «{ $text }».
sheet-promise-unknown = Нет обещания «{ $text }».
sheet-day-unknown = «{ $text }» – не дата вида 2026-11-21 или 21.11.2026.
sheet-months-unknown = «{ $text }» – не число месяцев.
sheet-stage-unknown = «{ $text }» – не этап жизненного цикла клиента.
sheet-state-unknown = «{ $text }» – не состояние процесса.
sheet-initiator-unknown = «{ $text }» – не из тех, кто начинает процесс.
landscape-title = Ландшафт
landscape-as-list = Списком
landscape-legend-size = Размер: обращения за 90 дней
landscape-legend-score = Форма и цвет: что говорят клиенты
landscape-caption = Процессы по областям (строки) и по этапам жизненного цикла клиента (столбцы)
landscape-n = { $n ->
    [one] { $n } процесс
    [few] { $n } процесса
    [many] { $n } процессов
   *[other] { $n } процесса
}
landscape-field = { $n }, обращения: { $cases }
landscape-cases = { $n ->
    [one] { $n } обращение
    [few] { $n } обращения
    [many] { $n } обращений
   *[other] { $n } обращения
}
landscape-score = { $score } · { $cases }
landscape-more = { $n ->
    [one] + ещё { $n }
    [few] + ещё { $n }
    [many] + ещё { $n }
   *[other] + ещё { $n }
}
landscape-says = { $n ->
    [one] { $n } процесс.
    [few] { $n } процесса.
    [many] { $n } процессов.
   *[other] { $n } процесса.
}
landscape-busiest = { $n ->
    [one] Больше всего обращений в «{ $name }»: { $n } за 90 дней.
    [few] Больше всего обращений в «{ $name }»: { $n } за 90 дней.
    [many] Больше всего обращений в «{ $name }»: { $n } за 90 дней.
   *[other] Больше всего обращений в «{ $name }»: { $n } за 90 дней.
}
landscape-lowest = { $n ->
    [one] Меньше всего клиенты довольны процессом «{ $name }»: { $score } по { $n } ответу.
    [few] Меньше всего клиенты довольны процессом «{ $name }»: { $score } по { $n } ответам.
    [many] Меньше всего клиенты довольны процессом «{ $name }»: { $score } по { $n } ответам.
   *[other] Меньше всего клиенты довольны процессом «{ $name }»: { $score } по { $n } ответа.
}
landscape-areas-more = { $n ->
    [one] Ещё { $n } область есть в списке
    [few] Ещё { $n } области есть в списке
    [many] Ещё { $n } областей есть в списке
   *[other] Ещё { $n } области есть в списке
}
