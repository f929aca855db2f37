# Настройки: собствените, хората, токените.
settings-people = Хора
settings-tokens = Токени за API
settings-saved = Запазено.
settings-role = Роля
settings-zone = Часова зона
password-now = Сегашна парола
password-new = Нова парола
password-change = Смяна на паролата
people-find = Търсене на човек
people-all = Всички
people-none = Никой не отговаря на търсеното.
people-person = Човек
people-name = Име
people-department = Отдел
people-office = Офис
people-password = Първа парола
people-add = Добавяне на човек
people-act = Действие
people-set = Задаване
people-role-of = Роля: { $name }
people-disable = Спиране на достъпа
people-disable-sure = { $name }: да се спре ли достъпът? Сесиите и токените ще престанат да действат веднага. Достъпът може да се възстанови.
people-disabled = Без достъп
people-enable = Възстановяване
token-once = Това е Вашият токен. Показва се само сега: моля, копирайте го там, където Ви е нужен.
token-copy = Копиране
token-copied = Копирано
token-yours = Вашите токени
token-none = Все още няма. С токен една програма действа от Ваше име чрез API.
token-token = Токен
token-made = Създаден
token-used = Последно използван
token-never = никога
token-ends = Изтича
token-endless = безсрочен
token-end = Отмяна
token-end-sure = Да се отмени ли токенът „{ $name }“? Програмите, които го използват, ще получават отказ.
token-make = Създаване на токен
token-for = За какво е
token-lasts = Срок
token-days = { $n ->
    [one] { $n } ден
   *[other] { $n } дни
}
token-how = Как се използва:
token-docs = страницата за API
token-example = Пример
