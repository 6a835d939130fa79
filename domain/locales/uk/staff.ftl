# Coordinator's dashboard
board-title = Заявки
board-live = наживо
board-live-lost = відновлюю зв’язок…
board-live-off = з’єдную…
board-waiting = Чекають на рішення
board-waiting-list = Заявки, від найдавнішої
board-none-waiting = Ніхто не чекає
board-none-waiting-text = Нові заявки з’являться тут самі.
board-more-waiting = Видно { $shown } найдавніших із { $total } заявок. Наступні з’являться, коли ви ухвалите рішення.
board-since = чекає з { $when }
board-select = Вибрати: { $name }
board-select-all = Усі
board-selected = { $count ->
    [one] вибрано { $count } людину
    [few] вибрано { $count } людини
    [many] вибрано { $count } людей
   *[other] вибрано { $count } людини
}
board-approve = Прийняти
board-refuse = Відмовити
board-approve-name = Прийняти: { $name }
board-refuse-name = Відмовити: { $name }
board-approve-selected = Прийняти вибраних ({ $count })
board-refuse-selected = Відмовити ({ $count })
board-reason = Причина для волонтера
board-reason-hint = Її буде видно в повідомленні. Можна не писати.
board-preset-full = Немає місць
board-preset-other = Інший досвід
board-preset-call = Інший день
board-preset-papers = Спершу формальності
board-reason-full = На цю зміну вже немає місць.
board-reason-other = Цього разу шукаємо людину з іншим досвідом. Запрошуємо до інших завдань.
board-reason-call = Ми зателефонуємо й запропонуємо інший день.
board-reason-papers = Спершу завершімо формальності, а потім запрошуємо.
board-refuse-now = Відмовити й надіслати
board-back = Назад
board-undo = Скасувати рішення
board-undo-name = Скасувати рішення: { $name }
board-approved-one = Прийнято: { $name }.
board-refused-one = Відмовлено: { $name }.
board-approved-many = { $count ->
    [one] Прийнято { $count } людину.
    [few] Прийнято { $count } людини.
    [many] Прийнято { $count } людей.
   *[other] Прийнято { $count } людини.
}
board-refused-many = { $count ->
    [one] Відмовлено { $count } людині.
    [few] Відмовлено { $count } людям.
    [many] Відмовлено { $count } людям.
   *[other] Відмовлено { $count } людини.
}
board-undone = Рішення скасовано: { $name }.
board-fate-approved = прийнято
board-fate-refused = відмовлено
board-fate-by = { $name }, { $time }
board-fate-gone = заявку відкликано
board-new = нова
board-recent = Останні рішення
board-recent-none = За останні десять хвилин рішень не було.
board-recent-by = { $name } о { $time }
board-gaps = Вільні місця
board-gap-waiting = { $count ->
    [one] { $count } чекає
    [few] { $count } чекають
    [many] { $count } чекають
   *[other] { $count } чекає
}
board-keys = Клавіші
board-keys-on = Клавіші працюють на цій сторінці
board-key-next = наступна людина
board-key-previous = попередня
board-key-select = вибрати
board-key-approve = прийняти
board-key-refuse = відмовити
board-key-undo = скасувати рішення
board-key-help = ця довідка
fact-age = { $count ->
    [one] { $count } рік
    [few] { $count } роки
    [many] { $count } років
   *[other] { $count } року
}
fact-newcomer = уперше в програмі
fact-attended = { $count ->
    [one] { $count } раз із нами
    [few] { $count } рази з нами
    [many] { $count } разів із нами
   *[other] { $count } разу з нами
}
fact-here = { $count ->
    [one] { $count } раз тут
    [few] { $count } рази тут
    [many] { $count } разів тут
   *[other] { $count } разу тут
}
fact-missed = { $count ->
    [one] { $count } відсутність
    [few] { $count } відсутності
    [many] { $count } відсутностей
   *[other] { $count } відсутності
}
fact-likes = любить такі завдання
fact-time = має тоді час
fact-no-time = зазвичай не має тоді часу
fact-district = живе в цьому районі
fact-languages = говорить також: { $languages }
fact-language-uk = українською
fact-language-en = англійською
warning-cancelled = зміну скасовано
warning-started = уже почалося
warning-already-claimed = уже є заявка
warning-not-active = ще без допуску до завдань
warning-no-birth-date = немає дати народження
warning-too-young = замало років: від { $number }
warning-minor-at-home = неповнолітня особа, завдання в помешканні
warning-minor-at-night = неповнолітня особа, запізно (до { $number }:00)
warning-minor-too-long = неповнолітня особа, задовго (до { $number } хв)
warning-minor-no-rest = неповнолітня особа, замало відпочинку
warning-not-screened = немає перевірки для роботи з дітьми
warning-overlaps = має тоді інше завдання
warning-too-close = замало часу на дорогу ({ $number } хв)
warning-weekly-limit = понад тижневу межу ({ $number } хв)
warning-full = немає вільних місць

# Opportunities
offers-title = Пропозиції
offers-new = Нова пропозиція
offers-search = Знайти пропозицію
offers-search-go = Шукати
offers-coming = Майбутні
offers-drafts = Чернетки
offers-past = Минулі
offers-cancelled = Скасовані
offers-none = Тут немає пропозицій
offers-none-text = Змініть фільтр або додайте першу.
offers-column-what = Пропозиція
offers-column-where = Де
offers-column-next = Найближча зміна
offers-column-dates = Зміни
offers-column-state = Стан
offers-more = Показано перші { $shown } з { $total }. Звузьте список пошуком.
offer-no-dates = дат ще немає
offer-back = Пропозиції
offer-new-title = Нова пропозиція
offer-text = Про пропозицію
offer-place-part = Де і для кого
offer-organisation = Заклад або партнер
offer-kind = Вид допомоги
offer-choose = Виберіть…
offer-title = Назва
offer-title-hint = Кількома словами, так, як ви сказали б телефоном.
offer-description = У чому це полягає
offer-description-hint = Що робити, що взяти із собою, хто допоможе на місці.
offer-place = Місце
offer-place-hint = Зала, вхід, зупинка.
offer-district = Район
offer-no-district = Без району
offer-remote = Можна допомагати віддалено
offer-min-age = Наймолодший вік
offer-min-age-hint = Для цього виду допомоги зазвичай від { $age } років.
offer-rule = Як подати заявку
offer-rule-instant = Місце одразу
offer-rule-instant-text = Хто подасть заявку й відповідає умовам, має місце.
offer-rule-approval = Після згоди координатора
offer-rule-approval-text = Заявка чекає на ваше рішення.
offer-save = Зберегти
offer-create = Зберегти чернетку
offer-saved = Збережено.
offer-errors = { $count ->
    [one] Виправте { $count } поле
    [few] Виправте { $count } поля
    [many] Виправте { $count } полів
   *[other] Виправте { $count } поля
}
offer-publish = Опублікувати
offer-published = Опубліковано. Пропозиція є в календарі.
offer-publish-hint = Чернетку бачать лише координатори.
offer-publish-dates = Спершу додайте зміну, тоді вона з’явиться в календарі.
offer-see = Подивитися як волонтер
offer-cancel = Скасувати всю пропозицію
offer-cancel-text = Усі майбутні зміни буде скасовано, а люди із заявками отримають повідомлення.
offer-cancel-reason = Причина для людей із заявками
offer-cancel-now = Скасувати пропозицію
offer-told = { $count ->
    [0] Скасовано. Заявок не було.
    [one] Скасовано. Повідомлення отримає { $count } людина.
    [few] Скасовано. Повідомлення отримають { $count } людини.
    [many] Скасовано. Повідомлення отримають { $count } людей.
   *[other] Скасовано. Повідомлення отримає { $count } людини.
}
dates-title = Зміни
dates-add-title = Додати зміни
dates-day = День
dates-starts = Від години
dates-ends = До години
dates-ends-hint = Час, раніший за початок, означає наступний день.
dates-min = Найменше людей
dates-max = Найбільше людей
dates-skip = Пропускати свята
dates-added = { $count ->
    [one] Додано { $count } зміну.
    [few] Додано { $count } зміни.
    [many] Додано { $count } змін.
   *[other] Додано { $count } зміни.
}
dates-waiting = { $count ->
    [one] { $count } людина чекає
    [few] { $count } людини чекають
    [many] { $count } людей чекають
   *[other] { $count } людини чекає
}
dates-cancelled = скасовано

# People
people-title = Люди
people-all = Усі
people-search = Ім’я, прізвище або ел. пошта
people-search-go = Шукати
people-none = Тут нікого немає
people-none-text = Перевірте написання або виберіть інший етап.
people-shown = Видно перших { $count } людей. Звузьте список пошуком.
people-list = Волонтери
people-column-person = Людина
people-column-status = Етап
people-column-since = Відколи
people-column-screening = Перевірка (діти)
people-column-next = Що далі
people-next-interview = На розмову
people-next-training = На навчання
people-next-paperwork = До документів
people-next-trial = На пробний період
people-next-active = На постійно
people-next-return = Повертається
people-more-label = Більше: { $name }
people-pause = Перерва в допомозі
people-end = Завершити співпрацю
people-reject = Не прийняти
people-withdraw = Людина відмовилася
people-again = Подає заявку знову
people-screened = записано
people-not-screened = немає
people-screen = Записати перевірку
people-screen-short = Записати
people-unscreen-short = Скасувати
people-unscreen = Скасувати запис перевірки
people-screening-hint = Записуємо лише факт і день. Роздруківки залишаються в теці.
people-moved = { $name }: { $status }.
people-screening-saved = { $name }: перевірку записано.
people-screening-removed = { $name }: запис перевірки скасовано.

# Hosts
host-title = Присутність
host-lede = Хто прийде і хто був. Години рахуються самі.
host-confirm = Підтвердити
host-confirm-none = Усе підтверджено. Дякуємо!
host-coming = Прийдуть
host-week = Тиждень закладу
host-coming-none = На найближчі два тижні ніхто не записаний.
host-confirmed = Підтверджені
host-confirmed-none = Тут з’являться зміни за останні два тижні.
host-nobody = Ще ніхто не записався.
host-came = Був/була
host-missed = Не було
host-minutes = Скільки хвилин
host-minutes-unit = хв
host-presence = Присутність: { $name }
host-call = Зателефонувати: { $name }
host-recorded-came = { $name }: присутність записано. Натисніть ще раз, щоб скасувати.
host-recorded-missed = { $name }: відсутність записано. Натисніть ще раз, щоб скасувати.
host-recorded-reset = { $name }: запис скасовано.
host-done = усе записано
host-seats = { $taken } з { $max }
# The waiting list, stepping back, who comes instead
queue-title = Хто чекає на місце
queue-lede = Звільнене місце пропонуємо по черзі.
queue-asked = запитали, до: { $until }
queue-turn = { $turn }.
queue-since = з { $when }
queue-places = { $count ->
    [one] { $count } місце
    [few] { $count } місця
    [many] { $count } місць
   *[other] { $count } місця
}
queue-change = Змінити чергу
queue-change-name = Змінити чергу: { $name }
queue-to = Куди
queue-to-top = на початок – запитаємо зараз
queue-to-up = на одне місце вище
queue-to-down = на одне місце нижче
queue-reason = Чому
queue-save = Змінити
do-queue = До списку очікування
do-queue-name = До списку очікування: { $name }
seating-asked-again = не підтверджує зміни
seating-kept = тримаємо місце
risk-not-confirmed = { $name }: без відповіді після зміни терміну
risk-kept = { $name }: місце зі списку очікування чекає на відповідь
stepped-late-title = Відмови перед самим початком
stepped-late-at = { $when } · повідомлено { $at }
agreements-title = Заміни до рішення
agreement-stand-in = { $to } замість: { $from }
agreement-swap = { $from } і { $to } обмінюються: { $when } на { $other }
agreement-allow = Погоджуюся
agreement-allow-name = Погоджуюся: { $to } замість { $from }
agreement-refuse = Лишається, як було
agreement-refuse-name = Лишається, як було: { $from }
claim-state-pending = чекає на згоду
claim-state-approved = прийнято
claim-state-waitlisted = у списку очікування
claim-state-offered = звільнене місце чекає на відповідь
claim-state-refused = відмова
claim-state-withdrawn = відкликано
claim-state-cancelled = скасовано
claim-state-attended = присутність підтверджено
claim-state-no_show = відсутність
pair-action-approve = місце надано
pair-action-refuse = відмова
pair-action-offer = пропозицію надіслано
pair-action-take_back = пропозицію відкликано
pair-action-lock = місце збережено за цією людиною
pair-action-unlock = місце більше не збережено
pair-action-exclude = цю людину не пропонуємо
pair-action-allow = цю людину знову пропонуємо
window-add-title = Додати завдання без години
window-lede = Наприклад, «3 години, коли вам зручно, між 1 і 14 грудня» або «до п’ятниці». Кожна людина сама ділить свою роботу.
window-first = Перший день (порожньо: від сьогодні)
window-last = Останній день
window-hours = Скільки роботи: години
window-minutes = і хвилини
window-add = Додати завдання
window-widen = Продовжити або додати місця
window-widen-do = Зберегти зміну
window-widened = Зміну збережено.
window-added = Завдання додано.
host-noted = { $much } за записами волонтера
host-noted-done = зроблено: { $much }
settings-lede = Ці числа діють одразу, також для змін і заявок, які вже є. Змінює їх адміністратор.
settings-travel = Між двома місцями (хвилини)
settings-travel-hint = Стільки часу має кожен на дорогу. Коротшої перерви ніхто не дістане.
settings-weekly = Дорослі на тиждень щонайбільше (години)
settings-weekly-hint = Хто хоче, встановить собі менше у профілі.
settings-minor = Неповнолітні на тиждень щонайбільше (години)
settings-minor-hint = Закон дозволяє 12 годин.
settings-cancel = Відмова без дзвінка до (години перед початком)
settings-cancel-hint = Пізніше координатори й заклад дізнаються одразу.
settings-waitlist = Вільне місце чекає на людину зі списку (години)
settings-waitlist-hint = Ближче до початку менше, ніколи до півночі чи вночі.
settings-party = Група: найбільше місць в одній заявці
settings-party-hint = Разом з людиною, яка відповідає за групу.
settings-swaps = Про заміни й обміни вирішує координатор
settings-swaps-hint = Інакше він дізнається про них, коли вони вже є.
settings-saved = Налаштування збережено. Вони діють від цієї миті.
