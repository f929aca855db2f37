# Главная страница и что нашёл поиск.
home-morning = Доброе утро, { $name }
home-day = Добрый день, { $name }
home-evening = Добрый вечер, { $name }
home-nothing = Сейчас ничто не ждёт Вас.
home-needs = { $n ->
    [one] Вас ждёт { $n } дело.
    [few] Вас ждут { $n } дела.
    [many] Вас ждут { $n } дел.
   *[other] Вас ждут { $n } дела.
}
home-figures = Как дела у клиентов
home-period = Последние 90 дней; изменение – к предыдущим 90
home-recommend = Порекомендовали бы нас
home-kept = Обещаний выполнено
home-open = Открытые обращения
home-late = Сейчас просрочено
home-answers = { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
    [many] { $n } ответов
   *[other] { $n } ответа
}
home-promises = { $n ->
    [one] { $n } обещание
    [few] { $n } обещания
    [many] { $n } обещаний
   *[other] { $n } обещания
}
home-range = 95 %: от { $low } до { $high }
home-waiting = { $n ->
    [one] { $n } ждёт клиента
    [few] { $n } ждут клиента
    [many] { $n } ждут клиента
   *[other] { $n } ждут клиента
}
home-unassigned = { $n ->
    [one] { $n } пока без ответственного
    [few] { $n } пока без ответственного
    [many] { $n } пока без ответственного
   *[other] { $n } пока без ответственного
}
home-due-today = { $n ->
    [one] ещё { $n } обещание истекает в течение суток
    [few] ещё { $n } обещания истекают в течение суток
    [many] ещё { $n } обещаний истекают в течение суток
   *[other] ещё { $n } обещания истекают в течение суток
}
home-needs-me = Что ждёт меня
home-all-mine = Все мои обращения
home-nothing-waits = Ни одно обращение не ждёт Вас.
home-take = Ни одно обращение не ждёт Вас. Возьмите то, у которого ещё нет ответственного.
home-see-open = К открытым
home-own = Мои процессы
home-process = Процесс
home-cases = Обращения
home-take-one = Посмотреть
home-review = Проверьте процесс «{ $name }»
home-review-last = Последняя проверка: { $ago }; владелец – Вы
home-review-never = Ещё не проверялся; владелец – Вы
home-review-due = Пора проверить
home-worst = Где больнее всего
home-worst-says = За последние 90 дней нарушено { $share } из { $n } обещаний.
home-worst-see = К процессу
home-worst-help = Что помогло бы
home-said = Только что сказали
home-said-after = Оценка { $score } · { $process }
search-for = «{ $words }»
search-what = Ищите обращение по номеру или словам, процесс, клиента по имени или эл. почте.
search-nothing = Ничего не найдено. Попробуйте меньше слов или часть слова.
search-processes = Процессы
search-customers = Клиенты
search-cases = Обращения
search-all-cases = Показать все
