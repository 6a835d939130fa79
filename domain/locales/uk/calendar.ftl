slot-count = { $count ->
    [one] { $count } зміна
    [few] { $count } зміни
    [many] { $count } змін
   *[other] { $count } зміни
}
seats-missing = { $count ->
    [one] бракує { $count } особи
    [few] бракує { $count } осіб
    [many] бракує { $count } осіб
   *[other] бракує { $count } особи
}
title-calendar = Календар допомоги
span-label = Вигляд
span-agenda = Список
span-day = День
span-week = Тиждень
span-month = Місяць
range-from = Від: { $day }
earlier = Раніше
later = Пізніше
week-before = Тижнем раніше
week-after = Тижнем пізніше
strip-label = Дні тижня
agenda-next = Наступні дні
seats-taken = { $taken } з { $max }
filters = Фільтри
filters-chosen =
    { $count ->
        [one] { $count } вибраний
        [few] { $count } вибрані
        [many] { $count } вибраних
       *[other] { $count } вибрані
    }
filters-show = Показати
filters-clear = Скинути фільтри
filter-text = Пошук
filter-kind = Вид допомоги
filter-organisation = Місце
filter-district = Район
filter-weekday = День тижня
filter-any = усі
nothing-title = Тут нічого немає
nothing-here = У ці дні допомога нікому не потрібна.
nothing-filtered = У ці дні ніщо не відповідає цим фільтрам.
nothing-nearest = Найближче: { $day }
nothing-that-day = цього дня нічого
holiday-new-year = Новий рік
holiday-epiphany = Богоявлення
holiday-easter = Великдень
holiday-easter-monday = Великодній понеділок
holiday-labour = День праці
holiday-constitution = День Конституції
holiday-pentecost = П’ятидесятниця
holiday-corpus-christi = Свято Божого Тіла
holiday-assumption = Успіння
holiday-all-saints = День усіх святих
holiday-independence = День Незалежності
holiday-christmas-eve = Святвечір
holiday-christmas = Різдво
mine-pending = Чекає на згоду
mine-approved = Підтверджено
mine-waitlisted = Список очікування
mine-offered = Місце чекає на вас
mine-refused = Цього разу ні
mine-withdrawn = Відкликано
mine-cancelled = Скасовано
mine-attended = Дякуємо!
mine-no_show = Відсутність
order-label = Порядок
order-time = За часом
order-for-me = Для мене
for-me-hint = Розкажіть, що вам подобається, де ви живете й коли маєте час, і спершу ми покажемо те, що вам підходить.
for-me-profile = Доповнити профіль
for-me-empty-title = Поки що нічого для вас
for-me-empty = Найближчими днями немає місця, яке ви можете зайняти. Доповніть профіль або перегляньте весь календар.
fit-time = підходить до вашого вільного часу
fit-liked = вам подобаються такі заняття
fit-near = поруч із вами
fit-remote = не треба їхати
fit-known = ви знаєте це місце
refusal-short-not-yet-open = запис від { $when }
refusal-short-cancelled = скасовано
refusal-short-started = вже почалося
refusal-short-already-claimed = є ваша заявка
refusal-short-not-active = спершу кілька кроків
refusal-short-no-birth-date = немає дати народження
refusal-short-too-young = від { $number } років
refusal-short-minor-at-home = лише дорослі
refusal-short-minor-at-night = до { $number }:00 для молодших 18
refusal-short-minor-too-long = не довше { $number } год.
refusal-short-minor-no-rest = замало відпочинку
refusal-short-not-screened = потрібна перевірка
refusal-short-overlaps = накладається
refusal-short-too-close = замало часу на дорогу
refusal-short-weekly-limit = тижневий ліміт
refusal-short-full = місць немає
refusal-short-alone-only = лише поодинці
refusal-short-group-not-screened = не для груп
refusal-short-party-stays = кілька місць
refusal-short-handing-over = шукаєте заміну
refusal-short-party-waits = чекає група
refusal-short-too-few-places = { $number ->
    [one] залишилося { $number } місце
    [few] залишилося { $number } місця
    [many] залишилося { $number } місць
   *[other] залишилося { $number } місць
}
refusal-short-other-cannot = інша особа не може
refusal-short-over = час минув
refusal-short-minor-day = не довше { $number } год.
refusal-short-standing-full = постійні місця зайняті
hours-total = { $hours } год. { $minutes } хв
duration-minutes = { $minutes } хв
duration-hours = { $hours } год.
lane-title = Коли вам зручно
lane-count = { $count ->
    [one] { $count } завдання без години
    [few] { $count } завдання без години
    [many] { $count } завдань без години
   *[other] { $count } завдання без години
}
lane-more = { $count ->
    [one] ще { $count } завдання
    [few] ще { $count } завдання
    [many] ще { $count } завдань
   *[other] ще { $count } завдання
}
lane-much = { $much }, до { $until }
subscribe-title = Терміни у вашому календарі
subscribe-lede = Календар у телефоні чи комп’ютері сам покаже нові дати та скасування.
subscribe-do = Підписатися
subscribe-file = Файл .ics
subscribe-more = Інші способи
take-along = Додати до мого календаря
map-title = Мапа районів
span-days3 = 3 дні
mine-and-open = Мої та вільні
found = { $count ->
    [0] Нічого не підходить
    [one] Підходить { $count } термін
    [few] Підходять { $count } терміни
    [many] Підходить { $count } термінів
   *[other] Підходить { $count } терміну
}
found-first = Перші відповідні терміни: { $count }
filter-drop = (прибрати цей фільтр)
filter-words = «{ $text }»
filter-part = Час доби
filter-remote = Де
filter-from-home = дистанційно
filter-at-place = на місці
filter-repeats = Як часто
filter-often = регулярно
filter-once = один раз
filter-age = Вік
filter-age-typed = Скільки вам років?
filter-my-age = для мого віку ({ $age } р.)
filter-of-age = для людей віком { $age } р.
filter-unknown = те, чого вже немає
nothing-ways = Без одного фільтра щось знайшлося б:
nothing-without = { $count ->
    [one] без «{ $what }»: { $count } термін
    [few] без «{ $what }»: { $count } терміни
    [many] без «{ $what }»: { $count } термінів
   *[other] без «{ $what }»: { $count } терміну
}
nothing-mine = У ці дні у вас нічого немає і немає вільних місць для вас.
nothing-mine-all = Показати все
filter-morning = до полудня
filter-afternoon = після полудня, до 17:00
filter-evening = від 17:00
watch-from-filters = Пишіть мені про такі
