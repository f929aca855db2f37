# Клиентски процеси: списъкът, картата с показатели, стъпките и формулярът.
processes-title = Клиентски процеси
processes-about = За какво идват клиентите – от първия въпрос до деня, в който си тръгват.
processes-find = Търсене на процес
processes-show = Показване
processes-all = Всички
processes-all-again = Всички процеси
processes-none = Все още няма процеси.
processes-none-found = Няма процес, който отговаря на търсеното.
processes-caption = Процесите с показателите им за последните 90 дни
processes-process = Процес
processes-cases = Случаи
processes-lead = Половината готови за
processes-kept = Спазени обещания
processes-kept-of = { $n ->
    [one] от { $n } обещание
   *[other] от { $n } обещания
}
processes-score = Оценка от −100 до 100
processes-score-short = Оценка
processes-pages = Страници
processes-range = { $from }–{ $to } от { $all }
processes-before = Назад
processes-next = Напред
stage-acquire = Привличане
stage-develop = Развитие
stage-maintain = Поддържане
stage-win-back = Връщане
stage-intended-loss = Планирана раздяла
state-draft = Чернова
state-published = В употреба
state-archived = Изведен от употреба
area-product-development = Разработване на продукти
area-supply-chain = Верига на доставки
area-relationship = Отношения с клиентите
process-where = Къде се намирате
process-name = Име
process-description = Какво представлява
process-stage = Етап
process-area = Област
process-state = Състояние
process-owner = Отговорник
process-department = Отдел
process-reviewed = Последен преглед: { $day }
process-reviewed-on = Дата на последния преглед
process-reviewed-wrong = Датата на последния преглед не е във вида 2026-11-21.
process-name-wrong = Нужно е име на един ред, най-много { $n } знака.
process-description-wrong = Описанието е твърде дълго; най-много { $n } знака.
process-changed-meanwhile = Междувременно някой е променил този процес. Вашият текст не е изгубен: запазете още веднъж, за да замените с него чуждия.
process-theirs = Сегашното съдържание там, където Вашето се различава:
process-edit = Редактиране
process-edit-title = Редактиране: { $name }
process-save = Запазване
process-cancel = Отказ
process-report = Отчет
process-new-case = Нов случай
process-views = Изгледи на процеса
process-tab-map = Карта
process-tab-steps = Стъпки
process-tab-cases = Случаи
process-tab-feedback = Обратна връзка
process-no-cases = През последната година през този процес не е минал нито един случай и няма какво да се измери. Картата показва как е замислен.
process-tile-cases = Случаи за година
process-tile-open = { $n ->
    [one] { $n } е отворен
   *[other] { $n } са отворени
}
process-tile-lead = Половината са готови за
process-tile-lead-note = девет от десет за { $time }
process-tile-promise = Обещанието е спазено
process-tile-promise-of = Спазено обещание: { $target }
process-tile-promise-note = нарушено в { $broken } от { $n } · 95 %: от { $low } до { $high }
process-tile-score = Биха ни препоръчали
process-tile-score-note = { $n ->
    [one] { $n } отговор · 95 %: от { $low } до { $high }
   *[other] { $n } отговора · 95 %: от { $low } до { $high }
}
process-score-label = { $n ->
    [one] { $score }, 95 %: от { $low } до { $high }, { $n } отговор
   *[other] { $score }, 95 %: от { $low } до { $high }, { $n } отговора
}
process-map-title = Как върви в действителност
process-map-what = Какво показва картата
process-map-region = Карта на процеса
process-show-times = Времена
process-show-counts = Брой
process-show-scores = Оценки
process-map-says = Най-дългото чакане е преди „{ $step }“: половината клиенти чакат повече от { $median }, един от десет – повече от { $p90 }.
process-map-says-cases = Случаи при „{ $step }“
process-map-plain = Картата, както е замислена: лентата на клиента е първа.
process-map-read-times = Лентата на клиента е първа. Числото в стъпката показва колко случая са минали; времето върху стрелката – за колко най-много половината от тях са стигнали от първата стъпка до втората.
process-map-read-counts = Лентата на клиента е първа. Числото в стъпката показва колко случая са минали; числото върху стрелката – колко пъти втората стъпка идва веднага след първата.
process-map-read-scores = Лентата на клиента е първа. Числото в стъпката е оценката на клиентите, попитани там, от −100 до 100, с 95-процентен интервал и брой отговори.
process-map-share = { $share } от всички
process-map-again = { $n } повторно
process-deviations = { $share } от всички преходи са извън картата, най-често от „{ $from }“ към „{ $to }“ ({ $n }).
process-deviations-all = Всички
process-promise = Обещание
process-promise-hours = { $hours } работни часа
process-promise-time = Срок
process-promise-told = При нарушаване
process-promise-owed = Обезщетение
process-promise-no-money = Без парично обезщетение
process-steps = Стъпка по стъпка
process-steps-read = Чакането се брои от предишната стъпка: в половината случаи то не е по-дълго от първото време, в девет от десет – от второто. „Отново“ е делът на случаите, стигнали до стъпката повече от веднъж.
process-half-wait = Половината чакат
process-nine-wait = Девет от десет чакат
process-again = Отново
process-again-none = Никоя стъпка не се е повтаряла.
process-again-says = Най-много се повтаря „{ $step }“: { $share } от случаите се връщат ({ $n } от { $all }).
process-end-good = добър изход
process-end-bad = лош изход
process-ways = Пътища извън картата
process-ways-none = Всеки случай е минал по път от картата.
process-ways-say = { $share } от всички преходи между стъпки не са на картата ({ $n } от { $all }). Трябва да се промени или картата, или работата.
process-way-from = От
process-way-to = Към
process-way-count = Колко пъти
