# Каталогът на процесите: полета, филтри, изгледи, общи промени, таблици, пейзаж.
process-new = Нов процес
process-key = Ключ
process-key-hint = Кратко име за адреси и програми, например mend-fault. Ако го оставите празно, ще бъде образувано от името.
process-industry = Отрасъл
process-industry-hint = Само за процес, предназначен за един отрасъл. Празно поле означава, че обслужва всички клиенти.
process-horizontal = Всички отрасли
process-vertical = За един отрасъл
process-initiator = Започва от
initiator-customer = Клиент
initiator-front = Фронт офис
initiator-back = Бек офис
initiator-system = Система
initiator-partner = Партньор
initiator-time = Дата или срок
process-partners = Партньори
process-partner = Партньор
process-tags = Етикети
process-tag = Етикет
process-words-hint = Разделени със запетаи, най-много 20.
process-area-new = Или нова област
process-months = Месеци между прегледите
process-months-hint = Празно, ако не подлежи на преглед.
process-months-none = Никога
process-months-n = { $n ->
    [one] всеки месец
   *[other] на всеки { $n } месеца
}
process-review = Преглед
review-due = Предстои
review-fresh = Направен навреме
review-none = Не е нужен
process-reviewed-today = Прегледан днес
state-idea = Идея
state-review = В преглед
process-none = Няма
lean-good = Оценка над нулата
lean-mixed = Оценка около нулата
lean-bad = Оценка под нулата
lean-none = Без оценка
sketch-lane = Клиент
sketch-start = Клиентът се обръща към нас
sketch-end = Клиентът получава това, за което е дошъл
process-area-wrong = Областта има нужда от име, най-много { $n } знака.
process-word-wrong = Имената на области, отрасли, партньори и етикети са на един ред, най-много { $n } знака.
process-words-too-many = Един процес има най-много { $n } партньори и { $n } етикета. Премахнете някои от тях.
process-months-wrong = Между два прегледа има цял брой месеци, от 1 до { $n }; полето може и да остане празно.
process-owner-wrong = Няма такъв човек, който може да отговаря за процес.
process-department-wrong = Няма такъв отдел.
process-promise-wrong = Няма такова обещание.
processes-too-many = Каталогът побира най-много { $n } процеса. Изтрийте тези, които никога не са използвани.
process-key-wrong = Ключът съдържа само латински букви, цифри, тирета, точки и долни черти и не е дума от адресите на каталога.
process-key-taken = Друг процес има ключ „{ $key }“. Изберете друг или оставете полето празно.
process-in-use = За този процес има случаи или отговори, затова той остава в каталога. Вместо това го изведете от употреба: историята му се запазва и той повече не се предлага.
process-delete = Изтриване
process-delete-ask = Да се изтрие ли „{ $name }“?
process-delete-text = Няма случаи и отговори за него. С него се изтрива и картата му и това не може да бъде отменено.
process-delete-cases = { $n ->
    [one] През него е преминал { $n } случай.
   *[other] През него са преминали { $n } случая.
}
process-delete-answers = { $n ->
    [one] Клиентите са дали { $n } отговор за него.
   *[other] Клиентите са дали { $n } отговора за него.
}
process-retire = Извеждане от употреба
process-restore = Връщане в употреба
processes-more = Още
processes-all-stages = Всички етапи
processes-filters = Филтри
processes-any = Всички
processes-found = { $n ->
    [one] Намерен е { $n } процес
   *[other] Намерени са { $n } процеса
}
processes-without = Премахване на филтъра
processes-words = „{ $words }“
processes-is = { $what }: { $value }
views-title = Запазени изгледи
views-about = Изгледът е търсене с филтрите и подредбата му, запазено под име.
views-none = Все още няма запазени изгледи. Стеснете каталога и запазете това, което виждате.
views-shared = Споделени от други
view-save = Запазване на изгледа
view-name = Име на изгледа
view-shared = Всички го виждат
view-first = Каталогът се отваря с него
view-delete-ask = Да се изтрие ли изгледът „{ $name }“?
view-name-wrong = Изгледът има нужда от име, най-много { $n } знака.
view-too-many = Имате { $n } изгледа, колкото е най-големият им брой. Изтрийте някой, който вече не Ви трябва.
bulk-title = Промяна на много процеси
bulk-about = Каквото не пипнете, остава както е; преди каквато и да е промяна ще видите какво ще се промени.
bulk-chosen = { $n ->
    [one] Избран е { $n } процес.
   *[other] Избрани са { $n } процеса.
}
bulk-done = { $n ->
    [one] Променен е { $n } процес.
   *[other] Променени са { $n } процеса.
}
bulk-undo = Отмяна
bulk-undone = Това е отменено.
bulk-undone-n = { $n ->
    [one] Отменено: { $n } процес е както преди.
   *[other] Отменено: { $n } процеса са както преди. Променените след това от други не са засегнати.
}
bulk-as-is = Без промяна
bulk-empty = Празно
bulk-empty-hint = Едно тире го изпразва.
bulk-months-hint = От 1 до { $n }; тире означава никога.
bulk-tags-add = Етикети за добавяне
bulk-tags-remove = Етикети за премахване
bulk-partners-add = Партньори за добавяне
bulk-partners-remove = Партньори за премахване
bulk-look = Преглед на промените
bulk-what-changes = Какво се променя
bulk-what-changed = Какво се промени
bulk-change = Промяна
bulk-would = { $n ->
    [one] Променя се { $n } процес.
   *[other] Променят се { $n } процеса.
}
bulk-same = { $n ->
    [one] { $n } вече е така.
   *[other] { $n } вече са така.
}
bulk-others = { $n ->
    [one] { $n } е променен от друг, след като сте го избрали, и остава както е.
   *[other] { $n } са променени от други, след като сте ги избрали, и остават както са.
}
bulk-do = { $n ->
    [one] Промяна на { $n } процес
   *[other] Промяна на { $n } процеса
}
bulk-more = { $n ->
    [one] И още { $n }.
   *[other] И още { $n }.
}
bulk-choose = Избор на „{ $name }“
bulk-choose-all = Всички на страницата
bulk-edit-chosen = Промяна на избраните
bulk-edit-all = { $n ->
    [one] Промяна на намерения { $n }
   *[other] Промяна на всичките { $n } намерени
}
bulk-none-chosen = Не е избран процес. Отбележете тези, които да се променят.
bulk-too-many = Наведнъж се променят най-много { $n } процеса. Първо стеснете списъка.
bulk-done-already = Тази промяна вече е направена.
bulk-undone-already = Това вече е отменено.
bulk-unknown = Няма процес с ключ „{ $key }“.
import-title = Внасяне от таблица
import-about = Първият ред казва какво има в колоните, на който и да е от нашите езици. Преглеждате всеки ред, преди нещо да бъде внесено.
import-paste = Поставяне
import-rows = Редове от таблицата
import-rows-hint = Копирайте клетките заедно със заглавния ред и ги поставете тук. Редовете с ключа или името на съществуващ процес го променят; останалите са нови.
import-limits = Най-много { $rows } реда и { $n } MB.
import-look = Преглед
import-upload = Или файл
import-drop = Пуснете тук файл CSV или Excel или изберете такъв
import-added = { $n ->
    [one] Добавен е { $n } процес.
   *[other] Добавени са { $n } процеса.
}
import-changed = { $n ->
    [one] { $n } е променен.
   *[other] { $n } са променени.
}
import-left = { $n ->
    [one] { $n } ред е пропуснат.
   *[other] { $n } реда са пропуснати.
}
import-preview = Какво ще бъде внесено
import-nothing-yet = Още нищо не е променено.
import-new = Нови
import-changes = Променени
import-same = Без промяна
import-wrong = Пропуснати
import-wrong-says = Тези редове се пропускат. Поправете ги в таблицата и я внесете отново или продължете без тях.
import-take = { $n ->
    [one] Внасяне на { $n } процес
   *[other] Внасяне на { $n } процеса
}
import-again = Отначало
import-columns = Какво означават колоните
import-ignored = Не се използва
import-look-again = Нов преглед
import-row = Ред
import-why = Защо
import-what = Какво е
export-xlsx = Изтегляне като Excel
export-csv = Изтегляне като CSV
sheet-name = Процеси
sheet-cases = Случаи, 90 дни
sheet-open = Отворени случаи
sheet-median-hours = Медиана, часове
sheet-promises = Спазени или нарушени обещания
sheet-kept = Дял спазени
sheet-answers = Отговори
sheet-score = NPS от −100 до 100
sheet-also-name = име на процес, процес, наименование, название
sheet-also-key = идентификатор, код, id
sheet-also-description = описание, цел, резюме
sheet-also-stage = фаза, етап от жизнения цикъл
sheet-also-area = бизнес област, домейн, направление
sheet-also-state = статус
sheet-also-industry = сектор, бранш, вертикал
sheet-also-initiator = инициатор, тригер, започва
sheet-also-partners = партньор, доставчици
sheet-also-tags = етикет, ключови думи, тагове
sheet-also-department = звено, екип, дирекция
sheet-also-owner = собственик, собственик на процеса, отговорно лице
sheet-also-promise = обещание към клиента, ниво на услугата, sla
sheet-also-reviewed = последен преглед, прегледан на
sheet-also-months = период на преглед, интервал на преглед
sheet-not-unicode = Кодировката на файла не може да се определи. Запишете го като „CSV UTF-8“ или като работна книга на Excel.
sheet-unreadable = Това не може да се прочете като таблица. Четат се файлове CSV и работни книги с окончание .xlsx.
sheet-empty = Под заглавния ред няма редове.
sheet-unpacks-too-large = Разопакована, работната книга надхвърля { $n } MB. Запишете само листа с процесите.
sheet-too-many-rows = Редовете са повече от { $n }. Внесете ги на части.
sheet-too-large = Това е по-голямо от { $n } MB. Внесете го на части или без излишните колони.
sheet-twice = По-горен ред говори за същия процес.
sheet-owner-unknown = Никой, който може да отговаря за процес, не се казва „{ $text }“ и няма такъв имейл адрес.
sheet-department-unknown = Няма отдел „{ $text }“.
sheet-promise-unknown = Няма обещание „{ $text }“.
sheet-day-unknown = „{ $text }“ не е дата във вид 2026-11-21 или 21.11.2026.
sheet-months-unknown = „{ $text }“ не е брой месеци.
sheet-stage-unknown = „{ $text }“ не е етап от жизнения цикъл на клиента.
sheet-state-unknown = „{ $text }“ не е състояние на процес.
sheet-initiator-unknown = „{ $text }“ не е сред тези, от които започва процес.
landscape-title = Пейзаж
landscape-as-list = Като списък
landscape-legend-size = Размер: случаи за 90 дни
landscape-legend-score = Форма и цвят: какво казват клиентите
landscape-caption = Процесите по области (редове) и по етапи от жизнения цикъл на клиента (колони)
landscape-n = { $n ->
    [one] { $n } процес
   *[other] { $n } процеса
}
landscape-field = { $n }, случаи: { $cases }
landscape-cases = { $n ->
    [one] { $n } случай
   *[other] { $n } случая
}
landscape-score = { $score } · { $cases }
landscape-more = { $n ->
    [one] + още { $n }
   *[other] + още { $n }
}
landscape-says = { $n ->
    [one] { $n } процес.
   *[other] { $n } процеса.
}
landscape-busiest = { $n ->
    [one] Най-много случаи има в „{ $name }“: { $n } за 90 дни.
   *[other] Най-много случаи има в „{ $name }“: { $n } за 90 дни.
}
landscape-lowest = { $n ->
    [one] Клиентите са най-недоволни от „{ $name }“: { $score } при { $n } отговор.
   *[other] Клиентите са най-недоволни от „{ $name }“: { $score } при { $n } отговора.
}
landscape-areas-more = { $n ->
    [one] Още { $n } област е в списъка
   *[other] Още { $n } области са в списъка
}
