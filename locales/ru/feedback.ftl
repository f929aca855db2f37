# Что говорят клиенты: страница с одним вопросом, оценки, ссылки.
feedback-one-question = Один вопрос
feedback-ask-nps = Насколько вероятно, что Вы порекомендуете нас друзьям?
feedback-ask-csat = Насколько Вы довольны?
feedback-ask-ces = С нами Вам было легко решить свой вопрос. Согласны ли Вы?
feedback-least-nps = 0 – совсем маловероятно
feedback-most-nps = 10 – наверняка
feedback-least-csat = 1 – совсем нет
feedback-most-csat = 5 – полностью
feedback-least-ces = 1 – совсем нет
feedback-most-ces = 7 – полностью
feedback-felt = Что Вы почувствовали?
feedback-felt-hint = Не больше трёх, по желанию
feedback-why = Какова главная причина?
feedback-if-you-like = По желанию
feedback-send = Отправить
feedback-we-read = Мы читаем каждый ответ.
feedback-thanks = Спасибо
feedback-thanks-text = Ваш ответ получен.
feedback-answered = Вы уже ответили. Нам достаточно одного ответа.
feedback-nothing-more = Больше ничего делать не нужно. Ссылка своё дело сделала.
feedback-too-often = Слишком много ответов из одного места. Подождите минуту и отправьте ещё раз.
feedback-score-missing = Пожалуйста, сначала выберите число.
feedback-score-wrong = Оценка – число от { $least } до { $most }.
feedback-words-too-long = Текст слишком длинный; допускается не больше { $limit } знаков.
feedback-emotions-too-many = Пожалуйста, выберите не больше { $n } чувств.
feedback-emotion-wrong = Эмоция должна быть из списка, а её сила – от 1 до { $most }.
feedback-place-wrong = Такого процесса, шага, обращения или канала нет.
feedback-time-wrong = Указанное время слишком далеко от нынешнего.
feedback-title = Что говорят клиенты
feedback-empty = Пока никто из клиентов ничего не сказал. Отправьте кому-нибудь ссылку с одним вопросом.
feedback-links = Задать вопрос
feedback-links-title = Задайте клиенту один вопрос
feedback-links-text = Ссылка открывает один вопрос и принимает один ответ, без учётной записи. Каждый раз создаётся новая.
feedback-link-made = Вот ссылка. Она принимает один ответ.
feedback-copy = Копировать
feedback-copied = Скопировано
feedback-choose = Пожалуйста, выберите
feedback-after-step = После какого шага
feedback-whole-process = Процесс в целом
feedback-make-link = Создать ссылку
feedback-where = Где Вы находитесь
feedback-question = Вопрос
feedback-question-nps = Рекомендация
feedback-question-csat = Удовлетворённость
feedback-question-ces = Усилия
feedback-means-nps = Индекс потребительской лояльности: доля оценок 9 и 10 минус доля оценок 6 и ниже, в пунктах от −100 до 100
feedback-means-csat = Доля оценок 4 и 5 из 5
feedback-means-ces = Доля тех, кому было легко: 5 и больше из 7
feedback-unit-nps = NPS
feedback-unit-csat = CSAT
feedback-unit-ces = CES
feedback-period = Период
feedback-period-half = Полгода
feedback-period-year = Год
feedback-period-two-years = Два года
feedback-stage = Этап
feedback-stage-all = Все этапы
feedback-show = Показать
feedback-count = { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
    [many] { $n } ответов
   *[other] { $n } ответа
}
feedback-interval = от { $low } до { $high }
feedback-value = { $value } (95-процентный интервал от { $low } до { $high })
feedback-change = { $value } (от { $low } до { $high })
feedback-lately = { $answers } за последние { $days } дней.
feedback-rose = По сравнению с прошлым кварталом оценка выросла: { $change }.
feedback-fell = По сравнению с прошлым кварталом оценка упала: { $change }.
feedback-chance = По сравнению с прошлым кварталом изменение может быть случайным: { $change }.
feedback-compares-nothing = Их слишком мало для сравнения с предыдущим периодом.
feedback-of = { $score } из { $most }
feedback-all = в целом { $value }
feedback-by-month = По месяцам
feedback-by-step = По шагам
feedback-by-process = По процессам
feedback-worst-first = По верхней границе интервала: сначала те, у которых оценка точно низкая
feedback-months-say = Выше всего: { $high }, { $highvalue }; ниже всего: { $low }, { $lowvalue }. Полоса – 95-процентный интервал, пунктир – оценка за весь период, столбики внизу – число ответов.
feedback-parts-say = Ниже всего «{ $low }»: { $lowvalue }, выше всего «{ $high }»: { $highvalue }. Треугольники отмечают неслучайные отличия от целого.
feedback-parts-even = Ни одна часть не отличается от целого больше, чем объясняет случайность.
feedback-says-nothing = Ответов слишком мало для сравнения: хотя бы в двух частях их должно быть не меньше { $n }. Линии – 95-процентные интервалы.
feedback-how-felt = Что они чувствовали
feedback-felt-none = За этот период никто не назвал чувства.
feedback-felt-says = { $n ->
    [one] { $share } из { $n } ответа, где названо чувство, говорят о том, что отталкивает клиентов: чаще всего «{ $emotion }».
    [few] { $share } из { $n } ответов, где названо чувство, говорят о том, что отталкивает клиентов: чаще всего «{ $emotion }».
    [many] { $share } из { $n } ответов, где названо чувство, говорят о том, что отталкивает клиентов: чаще всего «{ $emotion }».
   *[other] { $share } из { $n } ответов, где названо чувство, говорят о том, что отталкивает клиентов: чаще всего «{ $emotion }».
}
feedback-felt-nothing-bad = { $n ->
    [one] Чувство названо в { $n } ответе, и ни одно не отталкивает клиентов.
    [few] Чувство названо в { $n } ответах, и ни одно не отталкивает клиентов.
    [many] Чувство названо в { $n } ответах, и ни одно не отталкивает клиентов.
   *[other] Чувство названо в { $n } ответах, и ни одно не отталкивает клиентов.
}
feedback-none-here = За этот период ответов на этот вопрос нет.
feedback-words = Их словами
feedback-words-none = За этот период никто ничего не написал.
feedback-case = Обращение { $number }
feedback-to-map = Карта
feedback-col-process = Процесс
feedback-col-scale = На шкале
feedback-col-interval = 95-процентный интервал
feedback-col-change = К прошлому кварталу
feedback-col-answers = Ответы
feedback-col-emotion = Чувство
feedback-col-cluster = К чему ведёт
feedback-col-share = Доля
cluster-destroying = Отталкивает
cluster-attention = Привлекает внимание
cluster-recommendation = Ведёт к рекомендации
cluster-advocacy = Создаёт сторонников
emotion-irritated = раздражение
emotion-hurried = спешка
emotion-neglected = пренебрежение
emotion-unhappy = огорчение
emotion-unsatisfied = недовольство
emotion-stressed = напряжение
emotion-disappointed = разочарование
emotion-frustrated = бессилие
emotion-interesting = интерес
emotion-energetic = бодрость
emotion-exploratory = любопытство
emotion-indulgent = особое внимание
emotion-stimulated = воодушевление
emotion-trusting = доверие
emotion-valued = признание
emotion-focused = сосредоточенность
emotion-safe = безопасность
emotion-cared-for = забота
emotion-happy = счастье
emotion-pleased = удовольствие

settings-emotions = Эмоции
emotions-about = Что могут чувствовать клиенты, в четырёх группах: вопрос предлагает некоторые из них, ответы и карты могут называть любую, а матрица эмоций их считает. Список начинается с двадцати эмоций Emotional Signature (Шоу, 2007).
emotions-called = Название
emotions-called-of = Название эмоции «{ $emotion }»
emotions-cluster-of = Группа эмоции «{ $emotion }»
emotions-offered = Предлагается
emotions-offered-of = Предлагать клиентам «{ $emotion }»
emotions-removed = Убрать
emotions-removed-of = Убрать «{ $emotion }» из списка
emotions-new = другая эмоция
emotions-hint = Если название пусто, показывается слово программы на языке читателя. Убранное остаётся в ответах, где оно названо, и снова учитывается, когда вернётся.
emotions-save = Сохранить список
emotions-standard = Вернуть двадцать эмоций
emotions-standard-sure = Вернуть двадцать эмоций Emotional Signature? Собственные названия и эмоции исчезнут из списка; в ответах они останутся.
emotions-too-many = В списке может быть не более { $most } эмоций.
emotions-name-wrong = Каждой эмоции нужно название не длиннее { $n } символов.
emotions-twice = У двух эмоций одно и то же название.
emotions-one-sided = В списке нужна хотя бы одна эмоция, которая отталкивает клиентов, и одна, которая не отталкивает; без обеих нет чистой эмоциональной ценности.
emotions-changed-meanwhile = Тем временем список изменил кто-то другой. Ниже то, что заполнили вы; откройте страницу заново, чтобы увидеть изменения.
