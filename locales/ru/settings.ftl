# Настройки: собственные, люди, токены.
settings-people = Люди
settings-tokens = Токены API
settings-saved = Сохранено.
settings-role = Роль
settings-zone = Часовой пояс
password-now = Текущий пароль
password-new = Новый пароль
password-change = Сменить пароль
people-find = Найти человека
people-all = Все
people-none = Никто не найден.
people-person = Человек
people-name = Имя
people-department = Отдел
people-office = Офис
people-password = Первый пароль
people-add = Добавить человека
people-act = Действие
people-set = Задать
people-role-of = Роль: { $name }
people-disable = Закрыть доступ
people-disable-sure = { $name }: закрыть доступ? Сеансы и токены сразу перестанут действовать. Доступ можно будет вернуть.
people-disabled = Без доступа
people-enable = Открыть доступ
token-once = Это Ваш токен. Он показывается только сейчас: пожалуйста, скопируйте его туда, где он нужен.
token-copy = Копировать
token-copied = Скопировано
token-yours = Ваши токены
token-none = Пока нет ни одного. С токеном программа действует от Вашего имени через API.
token-token = Токен
token-made = Создан
token-used = Последнее использование
token-never = никогда
token-ends = Истекает
token-endless = бессрочно
token-end = Отозвать
token-end-sure = Отозвать токен «{ $name }»? Программы, которые им пользуются, получат отказ.
token-make = Создать токен
token-for = Для чего он
token-lasts = Срок действия
token-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
    [many] { $n } дней
   *[other] { $n } дня
}
token-how = Как им пользоваться:
token-docs = страница об API
token-example = Пример
